using System.Text;

namespace HaIac.Cli.Tests.Cibs;

public sealed class CibInputTests
{
    [TestCase("nowhere.xml", "HAI1601", "no such file")]
    [TestCase("nofolder/cib.xml", "HAI1601", "no such file")]
    [TestCase(".", "HAI1601", "folder")]
    [TestCase("text.txt", "HAI3001", "text.txt, line 1")]
    [TestCase("empty.txt", "HAI3001", "empty.txt")]
    [TestCase("dtd.xml", "HAI3003", "dtd.xml")]
    [TestCase("html.xml", "HAI3004", "<html>")]
    [TestCase("latin1.xml", "HAI1601", "UTF-8")]
    [TestCase("packed.bz2", "HAI1601", "bzcat packed.bz2")]
    [TestCase("ssh://", "HAI4001", "host name is missing")]
    [TestCase("http://ctl1", "HAI4001", "http://ctl1")]
    [TestCase("virtual:", "HAI4001", "directory is missing")]
    [TestCase("ssh://root@127.0.0.1:1", "HAI4002", "127.0.0.1")]
    public async Task Open_Bad_SaysWhatWhereWhyMend(string named, string code, string says)
    {
        using var folder = new CibFolder();
        if (named.StartsWith("ssh://root", StringComparison.Ordinal) && !File.Exists("/usr/bin/ssh"))
            Assert.Ignore("ssh is not on this host; install openssh-client");
        folder.Write("text.txt", "no xml at all");
        folder.Write("empty.txt", "");
        folder.Write("dtd.xml", "<!DOCTYPE cib [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><cib>&x;</cib>");
        folder.Write("html.xml", "<html/>");
        File.WriteAllBytes(folder.Project.PathOf("latin1.xml"), Encoding.Latin1.GetBytes("<cib name=\"\u00e9\"/>"));
        File.WriteAllBytes(folder.Project.PathOf("packed.bz2"), [(byte)'B', (byte)'Z', (byte)'h', (byte)'9', 0]);

        foreach (var verb in new[] { "show", "verify", "format", "diff" })
        {
            var result = await folder.RunAsync([verb, named, .. verb == "diff" ? new[] { "before.xml" } : []]);

            Assert.That(result.Exit, Is.EqualTo(2), verb);
            Assert.That(result.Out, Is.Empty);
            Assert.That(result.Error, Does.StartWith($"error: {code}: ").And.Contain(says).And.Contain("\n  mend   ").And.Not.Contain("   at ").And.Not.Contain("root:"));
        }
    }

    [Test]
    public async Task Open_NothingNamedAndNoProject_SaysWhatToDo()
    {
        using var folder = new CibFolder();
        File.Delete(folder.Project.PathOf("Pulumi.yaml"));

        var result = await folder.RunAsync("show");

        Assert.That(result.Exit, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("HAI1202"));
    }

    [Test]
    public async Task Open_Dash_ReadsStandardInput()
    {
        using var folder = new CibFolder();

        var result = await folder.PipeAsync(folder.Read("before.xml"), "show", "-", "edge");

        Assert.That(result.Out, Does.StartWith("  edge  tag  public-vip haproxy-clone"));
    }

    [Test]
    public async Task Open_FileThatMayNotBeWritten_IsToldAndKept()
    {
        using var folder = new CibFolder();
        Directory.CreateDirectory(folder.Project.PathOf("odd.xml.haiac-new"));
        folder.Write("odd.xml", "<cib><configuration/></cib>");

        var result = await folder.RunAsync("format", "odd.xml", "--in-place");

        Assert.That(result.Exit, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("HAI1602"));
        Assert.That(folder.Read("odd.xml"), Is.EqualTo("<cib><configuration/></cib>"));
    }
}
