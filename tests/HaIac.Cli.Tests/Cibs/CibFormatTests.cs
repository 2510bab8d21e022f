using HaIac.Cib.Documents;

namespace HaIac.Cli.Tests.Cibs;

public sealed class CibFormatTests
{
    [Test]
    public async Task Format_AnyOrder_GivesOneOrderAndKeepsAllElse()
    {
        using var folder = new CibFolder();
        folder.Write("odd.xml", """
            <cib epoch="1" validate-with="pacemaker-3.5"><configuration><!-- kept -->
            <resources><primitive type="T" zeta="1" provider="p" id="a" alpha="2" class="ocf"/></resources></configuration></cib>
            """);

        var result = await folder.RunAsync("format", "odd.xml");

        Assert.That(result.Out, Is.EqualTo("""
            <cib validate-with="pacemaker-3.5" epoch="1">
              <configuration>
                <!-- kept -->
                <resources>
                  <primitive id="a" class="ocf" provider="p" type="T" alpha="2" zeta="1"/>
                </resources>
              </configuration>
            </cib>

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Format_InPlaceThenCheck_IsFormatted()
    {
        using var folder = new CibFolder();
        var before = CibDocument.Parse(folder.Read("after.xml"));
        folder.Write("odd.xml", folder.Read("after.xml").Replace("\n", " ", StringComparison.Ordinal));

        var checkedFirst = await folder.RunAsync("format", "odd.xml", "--check");
        var written = await folder.RunAsync("format", "odd.xml", "--in-place");
        var checkedAgain = await folder.RunAsync("format", "odd.xml", "--check");

        Assert.That((checkedFirst.Exit, written.Exit, checkedAgain.Exit), Is.EqualTo((1, 0, 0)));
        Assert.That(checkedFirst.Out + written.Out + checkedAgain.Out, Is.Empty);
        Assert.That(CibDocument.Parse(folder.Read("odd.xml")).DeepEquals(before));
    }

    [Test]
    public async Task Format_LinkInPlace_WritesWhatItPointsTo()
    {
        using var folder = new CibFolder();
        folder.Write("real.xml", "<cib><configuration/></cib>");
        File.CreateSymbolicLink(folder.Project.PathOf("link.xml"), folder.Project.PathOf("real.xml"));

        await folder.RunAsync("format", "link.xml", "--in-place");

        Assert.That(new FileInfo(folder.Project.PathOf("link.xml")).LinkTarget, Is.Not.Null);
        Assert.That(folder.Read("real.xml"), Is.EqualTo("<cib>\n  <configuration/>\n</cib>\n"));
    }

    [Test]
    public async Task Format_StandardInputInPlace_IsRefused()
    {
        using var folder = new CibFolder();

        var result = await folder.PipeAsync("<cib/>", "format", "-", "--in-place");

        Assert.That(result.Exit, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("HAI1605"));
    }
}
