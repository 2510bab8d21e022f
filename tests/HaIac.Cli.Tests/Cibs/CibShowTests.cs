using System.Text.Json;
using HaIac.Cib.Documents;

namespace HaIac.Cli.Tests.Cibs;

public sealed class CibShowTests
{
    [Test]
    public async Task Show_WholeCib_ReadsAsOperatorsExpect()
    {
        using var folder = new CibFolder();

        var result = await folder.RunAsync("show", "before.xml");

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, Is.EqualTo(folder.Read("before.txt")));
    }

    [Test]
    public async Task Show_Id_ShowsThatObjectAndWhatNamesIt()
    {
        using var folder = new CibFolder();

        var result = await folder.RunAsync("show", "before.xml", "haproxy");

        Assert.That(result.Out, Is.EqualTo("""
              haproxy  systemd:haproxy
                  stands in   clone haproxy-clone

            Named by (4)
              haproxy-rack-a            location    haproxy-clone prefers nodes where rack eq a (score 100)
              public-vip-with-haproxy   colocation  public-vip runs only where haproxy-clone runs
              haproxy-after-public-vip  order       start public-vip, then start haproxy-clone (optional: only when both happen at once)
              edge  tag  public-vip haproxy-clone

            """.ReplaceLineEndings("\n")));
    }

    [TestCase("ctl1", "standby=on")]
    [TestCase("vip-monitor", "monitor every 10s")]
    [TestCase("edge", "public-vip haproxy-clone")]
    [TestCase("cib-bootstrap-options", "stonith-enabled")]
    [TestCase("mail-ops", "ops@example.org")]
    public async Task Show_IdOfAnyKind_IsFound(string id, string contains)
    {
        using var folder = new CibFolder();

        var result = await folder.RunAsync("show", "before.xml", id);

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, Does.Contain(contains));
    }

    [Test]
    public async Task Show_UnknownIds_NamesThemAllAndWhatWasMeant()
    {
        using var folder = new CibFolder();

        var result = await folder.RunAsync("show", "before.xml", "haprox", "nothing");

        Assert.That(result.Exit, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("HAI1603").And.Contain("haprox, nothing").And.Contain("haproxy-clone"));
        Assert.That(result.Out, Is.Empty);
    }

    [Test]
    public async Task Show_Secrets_AreMaskedInEveryFormUnlessAskedFor([Values("", "--json", "--xml")] string form, [Values] bool asked)
    {
        using var folder = new CibFolder();

        var result = await folder.RunAsync([.. new[] { "show", "before.xml", form, asked ? "--show-secrets" : "" }.Where(word => word.Length > 0)]);

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, asked ? Does.Contain("hunter2") : Does.Contain("[secret]").And.Not.Contain("hunter2"));
    }

    [Test]
    public async Task Show_Xml_IsTheSameCib()
    {
        using var folder = new CibFolder();

        var result = await folder.RunAsync("show", "before.xml", "--xml", "--show-secrets");

        Assert.That(CibDocument.Parse(result.Out).DeepEquals(CibDocument.Parse(folder.Read("before.xml"))));
    }

    [Test]
    public async Task Show_Json_HoldsObjectsBySection()
    {
        using var folder = new CibFolder();

        var result = await folder.RunAsync("show", "before.xml", "--json");

        using var json = JsonDocument.Parse(result.Out);
        var vip = json.RootElement.GetProperty("resources")[0];
        Assert.That(json.RootElement.GetProperty("version").GetString(), Is.EqualTo("0.42.7"));
        Assert.That(vip.GetProperty("type").GetString(), Is.EqualTo("IPaddr2"));
        Assert.That(vip.GetProperty("inside")[0].GetProperty("pairs").GetProperty("ip").GetString(), Is.EqualTo("192.0.2.10"));
        Assert.That(json.RootElement.GetProperty("constraints")[2].GetProperty("words").GetString(), Is.EqualTo("public-vip runs only where haproxy-clone runs"));
    }

    [Test]
    public async Task Show_UnknownElements_AreShownByTheirTags()
    {
        using var folder = new CibFolder();
        folder.Write("new.xml", folder.Read("before.xml").Replace("<resources>", "<resources><gizmo id=\"g1\" power=\"9\"><part id=\"g2\" passwd=\"x\"/></gizmo>", StringComparison.Ordinal));

        var result = await folder.RunAsync("show", "new.xml");

        Assert.That(result.Out, Does.Contain("  g1  gizmo  power=9\n      g2  part  passwd=[secret]\n"));
    }

    [Test]
    public async Task Show_ControlCharacters_DoNotReachTheTerminal()
    {
        using var folder = new CibFolder();
        folder.Write("evil.xml", folder.Read("before.xml").Replace("value=\"24\"", "value=\"\u009b31m&#10;x\"", StringComparison.Ordinal));

        var result = await folder.RunAsync("show", "evil.xml");

        Assert.That(result.Out, Does.Contain("cidr_netmask=\"\\u009b31m\\nx\"").And.Not.Contain("\u009b"));
    }

    [TestCase("always", null, true)]
    [TestCase("never", null, false)]
    [TestCase("auto", null, false)]
    [TestCase("always", "1", true)]
    public async Task Show_Colour_OnlyWhereItIsWanted(string option, string? noColor, bool coloured)
    {
        using var folder = new CibFolder();
        if (noColor is not null)
            folder.Project.Variables["NO_COLOR"] = noColor;

        var result = await folder.RunAsync("show", "before.xml", "--color", option);

        Assert.That(result.Out, coloured ? Does.Contain("\u001b[") : Does.Not.Contain("\u001b["));
    }
}
