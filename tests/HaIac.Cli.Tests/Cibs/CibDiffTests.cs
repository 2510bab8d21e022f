using System.Text.Json;

namespace HaIac.Cli.Tests.Cibs;

public sealed class CibDiffTests
{
    [Test]
    public async Task Diff_TwoFiles_TellsWhatDiffersByMeaning()
    {
        using var folder = new CibFolder();

        var result = await folder.RunAsync("diff", "before.xml", "after.xml");

        Assert.That(result.Exit, Is.EqualTo(1), result.Error);
        Assert.That(result.Out, Is.EqualTo("""
            --- before.xml, version 0.42.7
            +++ after.xml, version 0.42.7

            Resources
              ~ public-vip  primitive
                  ~ instance_attributes.ip  192.0.2.10 => 192.0.2.11
              + memcached  primitive
                  + class  systemd
                  + type   memcached

            Constraints
              - haproxy-after-public-vip  rsc_order
                  - first  public-vip
                  - then   haproxy-clone
                  - kind   Optional

            Operator state
              ~ public-vip  primitive
                  ~ meta_attributes.target-role  Stopped => Started

            1 added, 1 removed, 1 changed, operator state of 1 object.

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Diff_SameMeaning_SaysNothingAndIsZero()
    {
        using var folder = new CibFolder();
        folder.Write("spelled.xml", folder.Read("before.xml").Replace("interval=\"10s\"", "interval=\"10000ms\"", StringComparison.Ordinal));

        var result = await folder.RunAsync("diff", "before.xml", "spelled.xml");

        Assert.That((result.Exit, result.Out, result.Error), Is.EqualTo((0, "", "")));
    }

    [Test]
    [Property("Requirement", "M3")]
    public async Task Diff_OperatorStateOnly_CanBeIgnored()
    {
        using var folder = new CibFolder();
        folder.Write("by-hand.xml", folder.Read("before.xml").Replace("value=\"Stopped\"", "value=\"Started\"", StringComparison.Ordinal));

        var counted = await folder.RunAsync("diff", "before.xml", "by-hand.xml");
        var ignored = await folder.RunAsync("diff", "before.xml", "by-hand.xml", "--ignore-operator-state");

        Assert.That(counted.Exit, Is.EqualTo(1));
        Assert.That(counted.Out, Does.Contain("Operator state").And.Not.Contain("\nResources"));
        Assert.That((ignored.Exit, ignored.Out), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Diff_ChangedSecret_ShowsThatAndNotWhat()
    {
        using var folder = new CibFolder();
        folder.Write("other.xml", folder.Read("before.xml").Replace("hunter2", "hunter3", StringComparison.Ordinal));

        var result = await folder.RunAsync("diff", "before.xml", "other.xml");
        var json = await folder.RunAsync("diff", "before.xml", "other.xml", "--json");
        var asked = await folder.RunAsync("diff", "before.xml", "other.xml", "--show-secrets");

        Assert.That(result.Out, Does.Contain("passwd  [secret] => [secret]").And.Not.Contain("hunter"));
        Assert.That(json.Out, Does.Not.Contain("hunter"));
        Assert.That(asked.Out, Does.Contain("hunter2 => hunter3"));
    }

    [Test]
    public async Task Diff_Json_ListsObjectsWithPaths()
    {
        using var folder = new CibFolder();

        var result = await folder.RunAsync("diff", "before.xml", "after.xml", "--json");

        using var json = JsonDocument.Parse(result.Out);
        var vip = json.RootElement.GetProperty("objects").EnumerateArray().Single(item => item.GetProperty("id").GetString() == "public-vip");
        Assert.That(json.RootElement.GetProperty("equal").GetBoolean(), Is.False);
        Assert.That(vip.GetProperty("attributes")[0].GetProperty("path").GetString(), Is.EqualTo("instance_attributes.ip"));
        Assert.That(vip.GetProperty("operatorState")[0].GetProperty("new").GetString(), Is.EqualTo("Started"));
    }

    [Test]
    public async Task Diff_Patch_LeadsFromOneToTheOther()
    {
        using var folder = new CibFolder();

        var patch = await folder.RunAsync("diff", "before.xml", "after.xml", "--patch");
        folder.Write("patched.xml", (await folder.PipeAsync(patch.Out, "patch", "before.xml", "-")).Out);
        var rest = await folder.RunAsync("diff", "patched.xml", "after.xml");

        Assert.That(patch.Exit, Is.EqualTo(1));
        Assert.That(patch.Out, Does.StartWith("<diff format=\"2\">").And.Not.Contain("<version"));
        Assert.That((rest.Exit, rest.Out), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Diff_PinnedPatch_NamesTheVersionOfA()
    {
        using var folder = new CibFolder();

        var patch = await folder.RunAsync("diff", "before.xml", "after.xml", "--patch", "--pinned");

        Assert.That(patch.Out, Does.Contain("<source admin_epoch=\"0\" epoch=\"42\""));
    }

    [TestCase("diff before.xml", "HAI1251")]
    [TestCase("diff - -", "HAI1604")]
    [TestCase("diff before.xml after.xml --json --patch", "exclude")]
    [TestCase("diff before.xml nowhere.xml", "HAI1601")]
    [TestCase("diff", "A")]
    public async Task Diff_CannotBeDone_IsTwo(string arguments, string named)
    {
        using var folder = new CibFolder();
        await folder.Project.RunAsync("stack", "init", "dev");

        var result = await folder.RunAsync(arguments.Split(' '));

        Assert.That(result.Exit, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("error: ").And.Contain(named).And.Not.Contain("   at "));
    }

    [Test]
    public async Task Diff_FileWithTheClusterOfTheStack_ComparesBoth()
    {
        using var folder = new CibFolder();
        await folder.Project.RunAsync("stack", "init", "dev");
        await folder.Project.RunAsync("config", "set", "haiac:cluster", CibFolder.Cluster);

        var result = await folder.RunAsync("diff", "before.xml");

        Assert.That(result.Exit, Is.EqualTo(1), result.Error);
        Assert.That(result.Out, Does.Contain($"+++ {CibFolder.Cluster}").And.Contain("- public-vip  primitive"));
    }
}
