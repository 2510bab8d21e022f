using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Operating.TakingOver;

namespace HaIac.Operating.Tests.TakingOver;

/// <summary>Takes the init system's instance out of the way, and gives it back.</summary>
public sealed class NativeTakeoverTests
{
    private static readonly ValueList<NodeName> s_nodes = [NodeName.Parse("ctl1"), NodeName.Parse("ctl2")];
    private static readonly ValueList<AgentName> s_foreign = [AgentName.Parse("ocf:heartbeat:galera")];

    [Test, Property("Requirement", "E1")]
    public async Task Take_AnotherProgram_DisablesBeforeItStops()
    {
        var nodes = Nodes();

        var changes = await new NativeTakeover(nodes).TakeAsync(new("mariadb"), s_foreign, s_nodes);

        Assert.That(nodes.Changes.Where(line => line.StartsWith("ctl1", StringComparison.Ordinal)), Is.EqualTo(["ctl1 disable mariadb", "ctl1 stop mariadb"]));
        Assert.That(changes, Is.EquivalentTo(["ctl1: mariadb disabled", "ctl1: mariadb stopped", "ctl2: mariadb disabled", "ctl2: mariadb stopped"]));
        Assert.That(await new NativeTakeover(nodes).TakeAsync(new("mariadb"), s_foreign, s_nodes), Is.Empty, "a second run changes nothing");
    }

    [TestCase("systemd:mariadb")]
    [TestCase("lsb:mariadb")]
    [TestCase("service:mariadb")]
    [Property("Requirement", "E2")]
    public async Task Take_ClassThatRunsTheUnitItself_OnlyDisables(string agent)
    {
        var nodes = Nodes();

        await new NativeTakeover(nodes).TakeAsync(new("mariadb") { Takeover = new() { Mask = true } }, [AgentName.Parse(agent)], s_nodes);

        Assert.That(nodes.Changes, Is.EquivalentTo(["ctl1 disable mariadb", "ctl2 disable mariadb"]));
    }

    [Test, Property("Requirement", "E2")]
    public async Task Take_ConfiguredStandard_CountsAsTheUnitItself()
    {
        var nodes = Nodes();

        await new NativeTakeover(nodes).TakeAsync(new("mariadb") { Takeover = new() { NativeStandards = ["ocf"] } }, s_foreign, s_nodes);

        Assert.That(nodes.Changes, Is.EquivalentTo(["ctl1 disable mariadb", "ctl2 disable mariadb"]));
    }

    [Test, Property("Requirement", "E4")]
    public async Task Take_SeveralInitSystems_TriesAllButTheExcluded()
    {
        var nodes = Nodes();
        nodes.Add("ctl1", "mariadb", manager: "sysvinit");

        await new NativeTakeover(nodes).TakeAsync(new("mariadb") { Takeover = new() { ExcludedManagers = ["systemd"] } }, s_foreign, s_nodes);

        Assert.That(nodes.Changes, Is.EqualTo(["ctl1 disable mariadb", "ctl1 stop mariadb"]));
        Assert.That((nodes.Unit("ctl1", "mariadb").IsActive, nodes.Unit("ctl1", "mariadb", "sysvinit").IsActive), Is.EqualTo((true, false)));
    }

    [Test, Property("Requirement", "E5")]
    public async Task Take_Mask_MakesTheUnitImpossibleToStart()
    {
        var nodes = Nodes();

        await new NativeTakeover(nodes).TakeAsync(new("mariadb") { Takeover = new() { Mask = true } }, s_foreign, s_nodes);

        Assert.That(nodes.Unit("ctl2", "mariadb").IsMasked, Is.True);
    }

    [Test, Property("Requirement", "E6")]
    [Property("Correction", "E6")]
    public async Task Take_FailureOnOneNode_IsAnErrorThatNamesIt()
    {
        var nodes = Nodes();
        nodes.Fails = line => line == "ctl2 stop mariadb";

        var failure = await Assert.ThrowsAsync<FindingException>(() => new NativeTakeover(nodes).TakeAsync(new("mariadb"), s_foreign, s_nodes));

        Assert.That(failure!.Finding.Code, Is.EqualTo(FindingCode.TakeoverFailed));
        Assert.That(failure.Message, Does.Contain("HAI3301").And.Contain("ctl2 stop mariadb").And.Contain("takeover.onFailure=warning"));
        Assert.That(nodes.Unit("ctl1", "mariadb").IsActive, Is.False, "the other node is not held up");
    }

    [Test, Property("Requirement", "E6")]
    public async Task Take_FailureThatOnlyWarns_GoesOn()
    {
        var nodes = Nodes();
        nodes.Fails = line => line == "ctl2 look";

        var changes = await new NativeTakeover(nodes).TakeAsync(new("mariadb") { Takeover = new() { FailureIsWarning = true } }, s_foreign, s_nodes);

        Assert.That(changes, Has.Some.Contains("could not be taken over on ctl2"));
    }

    [Test, Property("Requirement", "E7")]
    [Property("Correction", "E7")]
    public async Task Restore_AfterTakeover_EnablesWhatWasEnabledAndStartsNothing()
    {
        var nodes = Nodes();
        nodes.Add("ctl2", "mariadb", enabled: false, active: true);
        var takeover = new NativeTakeover(nodes);
        var profile = new ServiceProfile("mariadb") { Takeover = new() { Mask = true } };
        var record = NativeTakeover.RecordOf(profile, s_foreign, await takeover.LookAsync(profile, s_nodes, default));
        await takeover.TakeAsync(profile, s_foreign, s_nodes);

        await takeover.RestoreAsync(record, null, default);

        Assert.That((nodes.Unit("ctl1", "mariadb").EnabledState, nodes.Unit("ctl2", "mariadb").EnabledState), Is.EqualTo(("enabled", "disabled")));
        Assert.That((nodes.Unit("ctl1", "mariadb").IsActive, nodes.Unit("ctl2", "mariadb").IsActive), Is.EqualTo((false, false)));
    }

    [Test, Property("Requirement", "E7")]
    public async Task Join_SecondLook_DoesNotForgetThatItWasEnabled()
    {
        var nodes = Nodes();
        var takeover = new NativeTakeover(nodes);
        var first = NativeTakeover.RecordOf(new("mariadb"), s_foreign, await takeover.LookAsync(new("mariadb"), s_nodes, default));
        await takeover.TakeAsync(new("mariadb"), s_foreign, s_nodes);
        var second = NativeTakeover.RecordOf(new("mariadb"), s_foreign, await takeover.LookAsync(new("mariadb"), s_nodes, default));

        Assert.That(NativeRecord.Join(first, second), Is.EqualTo(first));
    }

    private static PaperNodes Nodes()
    {
        var nodes = new PaperNodes();
        nodes.Add("ctl1", "mariadb");
        nodes.Add("ctl2", "mariadb");
        return nodes;
    }
}
