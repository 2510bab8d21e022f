using HaIac.Cib.Values;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using static HaIac.Operating.Tests.Lifecycle.OperatedCluster;

namespace HaIac.Operating.Tests.Lifecycle;

[Category("Tools")]
internal sealed class ServiceStatusTests
{
    [TestCase("vip", "p_vip", "p_vip", "Running")]
    [TestCase("middle", "middle", "g", "Running")]
    [TestCase("api", "api", "api-clone", "Running")]
    [TestCase("db", "db", "db-clone", "Promoted")]
    [Property("Requirement", "G9")]
    [Property("Requirement", "P1")]
    public async Task StatusAsync_EachKind_IsToldWithItsStates(string name, string id, string outer, string state)
    {
        await using var cluster = await WithAsync(Kinds.All);

        var report = await cluster.Operator.StatusAsync(Service(name));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((report.Id.Value, report.Outer.Value, report.State.ToString()), Is.EqualTo((id, outer, state)));
            Assert.That(report.Managed.IsTrue, Is.True);
            Assert.That(report.Nodes, Has.Count.EqualTo(3));
        }
    }

    [Test]
    [Property("Correction", "G3")]
    public async Task StatusAsync_Defaults_SimpleAnywhereCloneOnTheNode()
    {
        await using var cluster = await WithAsync(Kinds.Simple + Kinds.Clone, """<rsc_location id="ban" rsc="api-clone" node="ctl3" score="-INFINITY"/>""");
        var elsewhere = Node((await cluster.PlacesAsync("p_vip")) == "ctl1" ? "ctl2" : "ctl1");

        var vip = await cluster.Operator.StatusAsync(Service("vip"), elsewhere);
        var api = await cluster.Operator.StatusAsync(Service("api"), Node("ctl3"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((vip.Scope, vip.IsRunning), Is.EqualTo((StatusScope.Global, true)));
            Assert.That((api.Scope, api.IsRunning), Is.EqualTo((StatusScope.Local, false)));
            Assert.That(api.Nodes.Single(node => node.Node.Value == "ctl3").Bans, Is.EqualTo(["ban"]));
        }
    }

    [Test]
    [Property("Requirement", "G2")]
    [Property("Requirement", "G3")]
    public async Task StatusAsync_ScopeAskedFor_Counts()
    {
        await using var cluster = await WithAsync(Kinds.Simple, """<rsc_location id="there" rsc="p_vip" node="ctl1" score="INFINITY"/>""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await cluster.Operator.StatusAsync(Service("vip"), Node("ctl2"), StatusScope.Local)).IsRunning, Is.False);
            Assert.That((await cluster.Operator.StatusAsync(Service("vip"), Node("ctl1"), StatusScope.Local)).IsRunning, Is.True);
            Assert.That((await cluster.Operator.StatusAsync(Service("vip"), Node("ctl2"), StatusScope.Global)).IsRunning, Is.True);
        }
    }

    [Test]
    [Property("Requirement", "G4")]
    [Property("Correction", "G4")]
    public async Task StatusAsync_ExpectedLocationMissing_IsDriftNotAStop()
    {
        await using var cluster = await WithAsync(Kinds.Clone, """<rsc_location id="api-clone-on-ctl1" rsc="api-clone" node="ctl1" score="100"/>""");
        var profile = Service("api") with { OptIn = new() { Enabled = true }, Status = new() { LocationCounts = true } };

        var report = await cluster.Operator.StatusAsync(profile, Node("ctl2"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.IsRunning, Is.True);
            Assert.That(report.MissingLocations.Select(node => node.Value), Is.EqualTo(["ctl2", "ctl3"]));
            Assert.That(report.Nodes.Select(node => node.LocationPresent), Is.EqualTo([true, false, false]));
        }
    }

    [Test]
    [Property("Requirement", "G5")]
    [Property("Correction", "G5")]
    [Property("Requirement", "P3")]
    public async Task StatusAsync_RunsAfterAFailure_IsRunningFailedUnlessSwitchedOff()
    {
        await using var cluster = await WithAsync(Kinds.Clone);
        await cluster.Transport.FailResourceAsync(CibId.Parse("api-clone"), Node("ctl2"));

        var report = await cluster.Operator.StatusAsync(Service("api"), Node("ctl2"));
        var lenient = await cluster.Operator.StatusAsync(Service("api") with { Status = new() { FailuresCount = false } }, Node("ctl2"));

        var there = report.Nodes.Single(node => node.Node.Value == "ctl2");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((report.State, lenient.State), Is.EqualTo((NodeState.RunningFailed, NodeState.Running)));
            Assert.That(there.Failures.Single().Exit.Code, Is.EqualTo(7));
            Assert.That(there.History.Select(entry => entry.Operation), Does.Contain("start"));
        }
    }

    [Test]
    [Property("Requirement", "G7")]
    [Property("Correction", "G7")]
    public async Task StatusAsync_NodeOffline_DoesNotMakeTheWholeUnknown()
    {
        await using var cluster = await WithAsync(Kinds.Promotable);
        await cluster.Transport.FailNodeAsync(Node("ctl3"));

        var report = await cluster.Operator.StatusAsync(Service("db"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.State, Is.EqualTo(NodeState.Promoted));
            Assert.That(report.Nodes.Single(node => node.Node.Value == "ctl3"), Has.Property("State").EqualTo(NodeState.Absent).And.Property("NodeNote").EqualTo("offline"));
        }
    }

    [Test]
    [Property("Requirement", "E3")]
    public async Task StatusAsync_TakeoverOnRefresh_IsDoneThenOnly()
    {
        var takeover = new RecordedTakeover();
        await using var cluster = await WithAsync(Kinds.Clone, takeover: takeover);

        await cluster.Operator.StatusAsync(Service("api"));
        Assert.That(takeover.Calls, Is.Empty);

        await cluster.Operator.StatusAsync(Service("api") with { Takeover = new() { OnRefresh = true } });
        Assert.That(takeover.Calls.Single(), Is.EqualTo("api ocf:pacemaker:Dummy ctl1,ctl2,ctl3"));
    }

    [Test]
    [Property("Requirement", "K2")]
    public async Task StatusAsync_CleanupOnStatus_ForgetsFailuresFirst()
    {
        await using var cluster = await WithAsync(Kinds.Clone);
        await cluster.Transport.FailResourceAsync(CibId.Parse("api-clone"), Node("ctl2"));

        var report = await cluster.Operator.StatusAsync(Service("api") with { Cleanup = new() { OnStatus = CleanupWhen.IfFailed } }, Node("ctl2"));

        Assert.That(report.State, Is.EqualTo(NodeState.Running));
    }

    [Test]
    public async Task StatusAsync_NoSuchNode_NamesTheNodesThereAre()
    {
        await using var cluster = await WithAsync(Kinds.Clone);

        var fault = await Faults.OfAsync(() => cluster.Operator.StatusAsync(Service("api"), Node("ctl9")));

        Assert.That(fault.Message, Does.StartWith("HAI1252: Node is not known").And.Contain("ctl1, ctl2, ctl3"));
    }
}
