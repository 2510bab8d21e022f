using System.Text.Json;

namespace HaIac.Cli.Tests.Clusters;

/// <summary>The verbs that change a cluster, on a virtual one with Pacemaker's own tools.</summary>
[TestFixture]
[Category("Tools")]
public sealed class ClusterChangeTests
{
    private const string Resources = """
        <primitive id="vip" class="ocf" provider="pacemaker" type="Dummy"/>
        <clone id="api-clone"><primitive id="api" class="ocf" provider="pacemaker" type="Dummy"/></clone>
        <clone id="db-clone"><meta_attributes id="db-meta"><nvpair id="db-promotable" name="promotable" value="true"/></meta_attributes><primitive id="db" class="ocf" provider="pacemaker" type="Stateful"/></clone>
        """;

    private TemporaryProject _project = null!;

    [SetUp]
    public async Task MakeCluster()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin");
        if (!path.Any(folder => File.Exists(Path.Combine(folder, "crm_simulate"))))
            Assert.Ignore("crm_simulate is not on this host; install pacemaker-cli-utils");
        _project = new();
        await MustAsync("status", "--cluster", "virtual:c?nodes=ctl1,ctl2,ctl3");
        _project.Write("c/cib.xml", _project.Read("c/cib.xml").Replace("<resources/>", $"<resources>{Resources}</resources>", StringComparison.Ordinal));
        await MustAsync("recover-node", "ctl1");
    }

    [TearDown]
    public void Remove() => _project?.Dispose();

    [Test]
    [Property("Requirement", "Q1")]
    public async Task Maintenance_OnAndOff_IsSetAndTakenBack()
    {
        await MustAsync("maintenance", "on", "--yes");
        Assert.That((await MustAsync("status")).Out, Does.Contain("MAINTENANCE MODE").And.Contain("maintenance-mode=true").And.Contain("unmanaged"));

        await MustAsync("maintenance", "off", "--yes");

        Assert.That(_project.Read("c/cib.xml"), Does.Not.Contain("maintenance-mode"));
    }

    [Test]
    [Property("Requirement", "Q1")]
    public async Task Maintenance_OfANode_IsItsAttributeOnly()
    {
        await MustAsync("maintenance", "on", "ctl2", "--yes");

        Assert.That((await MustAsync("status")).Out, Does.Contain("ctl2  online, maintenance").And.Not.Contain("MAINTENANCE MODE"));
    }

    [Test]
    [Property("Requirement", "Q1")]
    public async Task Property_QuorumPolicy_IsSetAndTakenOutAgain()
    {
        await MustAsync("property", "no-quorum-policy", "freeze", "--yes");
        Assert.That((await MustAsync("status")).Out, Does.Contain("no-quorum-policy=freeze"));

        await MustAsync("property", "no-quorum-policy", "--yes");

        Assert.That(_project.Read("c/cib.xml"), Does.Not.Contain("no-quorum-policy=").And.Not.Contain("freeze"));
    }

    [Test]
    [Property("Requirement", "Q1")]
    public async Task Standby_NodeOfTheVip_MovesItAndOnlineLetsTheNodeRunAgain()
    {
        var node = await NodeOfVipAsync();

        var away = await MustAsync("standby", node, "--yes");

        Assert.That(away.Out, Does.Match($"vip: {node} -> ctl"));
        await MustAsync("online", node, "--yes");
        Assert.That((await MustAsync("status")).Out, Does.Not.Contain("standby"));
    }

    [Test]
    [Property("Requirement", "Q2")]
    public async Task Move_BanAndClear_DoWhatTheySayWithTheIdsOfCrmResource()
    {
        var node = await NodeOfVipAsync();
        var other = node == "ctl3" ? "ctl2" : "ctl3";

        Assert.That((await MustAsync("move", "vip", other, "--yes")).Out, Does.Contain($"vip: {node} -> {other}"));
        Assert.That(_project.Read("c/cib.xml"), Does.Contain("cli-prefer-vip"));
        await MustAsync("ban", "vip", "--lifetime", "2h", "--yes");
        Assert.That(await NodeOfVipAsync(), Is.Not.EqualTo(other));
        Assert.That((await MustAsync("status")).Out, Does.Match($"vip: kept away from {other} until 20.*Z"));
        await MustAsync("clear", "vip", "--yes");

        Assert.That(_project.Read("c/cib.xml"), Does.Not.Contain("cli-"));
        Assert.That((await MustAsync("clear", "vip")).Out, Does.Contain("neither moved nor banned"));
    }

    [Test]
    [Property("Requirement", "Q2")]
    public async Task Move_PromotableClone_MovesThePromotedRole()
    {
        var promoted = (await ResourceAsync("db-clone")).GetProperty("promotedOn")[0].GetString();
        var other = promoted == "ctl2" ? "ctl1" : "ctl2";

        await MustAsync("move", "db", other, "--yes");

        Assert.That((await ResourceAsync("db-clone")).GetProperty("promotedOn")[0].GetString(), Is.EqualTo(other));
        Assert.That((await ResourceAsync("db-clone")).GetProperty("runningOn").GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    [Property("Requirement", "Q3")]
    public async Task AddNodeAndRemoveNode_LeaveNothingOfItBehind()
    {
        await MustAsync("add-node", "ctl4", "--standby", "--yes");
        await MustAsync("recover-node", "ctl4");
        Assert.That((await MustAsync("status")).Out, Does.Contain("ctl4  online, standby"));
        await MustAsync("online", "ctl4", "--yes");
        Assert.That((await ResourceAsync("api-clone")).GetProperty("runningOn").GetArrayLength(), Is.EqualTo(4));
        await MustAsync("ban", "vip", "ctl4", "--yes");
        Assert.That((await RunAsync("remove-node", "ctl4", "--yes")).Error, Does.Contain("HAI1253").And.Contain("still online"));
        await MustAsync("fail-node", "ctl4");

        await MustAsync("remove-node", "ctl4", "--yes");

        Assert.That(_project.Read("c/cib.xml"), Does.Not.Contain("ctl4"));
    }

    [Test]
    public async Task RemoveNode_NamedInTheAddressOfAVirtualCluster_IsRefused()
    {
        var result = await _project.RunAsync("cluster", "remove-node", "ctl3", "--yes", "--cluster", "virtual:c?nodes=ctl1,ctl2,ctl3");

        Assert.That(result.Error, Does.Contain("HAI1256"));
    }

    [Test]
    public async Task Change_Declined_WritesNothing()
    {
        var before = _project.Read("c/cib.xml");

        var result = await _project.RunAsync("no\n", ["cluster", "maintenance", "on", "--cluster", "virtual:c"]);

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Out, Does.Contain("maintenance-mode: not set => true").And.Contain("Declined; nothing was written."));
        Assert.That(_project.Read("c/cib.xml"), Is.EqualTo(before));
    }

    [Test]
    public async Task Change_NobodyToAsk_NeedsYes() =>
        Assert.That((await RunAsync("maintenance", "on")).Error, Does.Contain("HAI1240").And.Contain("--yes"));

    [Test]
    [Property("Requirement", "N5")]
    public async Task Change_DryRun_TellsAndWritesNothing()
    {
        var before = _project.Read("c/cib.xml");

        Assert.That((await MustAsync("ban", "vip", "ctl1", "--dry-run")).Out, Does.Contain("cli-ban-vip-on-ctl1").And.Contain("Nothing was written."));
        Assert.That(_project.Read("c/cib.xml"), Is.EqualTo(before));
    }

    [Test]
    [Property("Requirement", "P3")]
    public async Task Status_WithHistory_TellsTheOperationsBehindIt()
    {
        await MustAsync("fail-resource", "vip", await NodeOfVipAsync());

        Assert.That((await MustAsync("status", "--history")).Out, Does.Match("vip on ctl[123]: call [0-9]+, start: 0"));
        using var json = JsonDocument.Parse((await MustAsync("status", "--history", "--json")).Out);
        Assert.That(json.RootElement.GetProperty("history").EnumerateArray().Select(entry => entry.GetProperty("resource").GetString()), Does.Contain("vip"));
    }

    [Test]
    [Property("Requirement", "P1")]
    public async Task Status_OfEveryKind_ShowsAColumnPerNode() =>
        Assert.That((await MustAsync("status")).Out, Does.Match(@"RESOURCE +KIND +ctl1 +ctl2 +ctl3 +REMARKS").And.Match("api-clone +clone +running +running +running").And.Match("db-clone +promotable clone .*promoted"));

    private Task<CommandResult> RunAsync(params string[] arguments) => _project.RunAsync(["cluster", .. arguments, .. arguments.Contains("--cluster") ? Array.Empty<string>() : ["--cluster", "virtual:c"]]);

    private async Task<CommandResult> MustAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.That(result.Exit, Is.Zero, result.Error);
        return result;
    }

    private async Task<JsonElement> ResourceAsync(string id)
    {
        using var document = JsonDocument.Parse((await MustAsync("status", "--json")).Out);
        return document.RootElement.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("id").GetString() == id).Clone();
    }

    private async Task<string> NodeOfVipAsync() => (await ResourceAsync("vip")).GetProperty("runningOn")[0].GetString()!;
}
