using System.Text.Json;

namespace HaIac.Cli.Tests.Cibs;

public sealed class CibVerifyTests
{
    [Test]
    public async Task Verify_DanglingReference_IsAnErrorWithWhatWhereWhyMend()
    {
        using var folder = new CibFolder();
        folder.Write("broken.xml", folder.Read("before.xml").Replace("first=\"public-vip\"", "first=\"nobody\"", StringComparison.Ordinal));

        var result = await folder.RunAsync("verify", "broken.xml");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Out, Does.Contain("error: HAI3102: Reference to nothing\n  what   rsc_order haproxy-after-public-vip names nobody").And.Contain("\n  mend   "));
        Assert.That(result.Out, Does.Match(@"broken\.xml: \d+ errors?"));
    }

    [Test, Category("Tools")]
    public async Task Verify_SchemaRefusesIt_TellsPacemakersWords()
    {
        CibFolder.NeedsTool("crm_verify");
        using var folder = new CibFolder();
        folder.Write("broken.xml", folder.Read("before.xml").Replace("<resources>", "<resources><gizmo id=\"g\"/>", StringComparison.Ordinal));

        var result = await folder.RunAsync("verify", "broken.xml");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Out, Does.Contain("Pacemaker (crm_verify) says:").And.Contain("gizmo").And.EndWith("a cluster would refuse it.\n"));
    }

    [Test, Category("Tools")]
    public async Task Verify_WarningsOnly_CountWithStrict()
    {
        CibFolder.NeedsTool("crm_verify");
        using var folder = new CibFolder();
        folder.Write("odd.xml", folder.Read("before.xml").Replace("node=\"ctl2\"", "node=\"ctl9\"", StringComparison.Ordinal));

        var plain = await folder.RunAsync("verify", "odd.xml");
        var strict = await folder.RunAsync("verify", "odd.xml", "--strict");

        Assert.That(plain.Out, Does.Contain("warning: HAI3110"));
        Assert.That((plain.Exit, strict.Exit), Is.EqualTo((0, 1)), plain.Out);
    }

    [Test]
    public async Task Verify_Json_ListsFindings()
    {
        using var folder = new CibFolder();
        folder.Write("broken.xml", folder.Read("before.xml").Replace("first=\"public-vip\"", "first=\"nobody\"", StringComparison.Ordinal));

        var result = await folder.RunAsync("verify", "broken.xml", "--json");

        using var json = JsonDocument.Parse(result.Out);
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().First(item => item.GetProperty("code").GetString() == "HAI3102");
        Assert.That(finding.GetProperty("object").GetString(), Is.EqualTo("haproxy-after-public-vip"));
        Assert.That(json.RootElement.GetProperty("errors").GetInt32(), Is.Positive);
        Assert.That(json.RootElement.GetProperty("pacemaker").GetProperty("checked").ValueKind, Is.AnyOf(JsonValueKind.True, JsonValueKind.False));
    }

    [Test]
    public async Task Verify_NotThere_IsTwo()
    {
        using var folder = new CibFolder();

        Assert.That((await folder.RunAsync("verify", "nowhere.xml")).Exit, Is.EqualTo(2));
    }
}
