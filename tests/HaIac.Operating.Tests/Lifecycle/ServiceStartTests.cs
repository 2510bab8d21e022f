using HaIac.Cib.Values;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using static HaIac.Operating.Tests.Lifecycle.OperatedCluster;

namespace HaIac.Operating.Tests.Lifecycle;

[Category("Tools")]
internal sealed class ServiceStartTests
{
    [TestCase("vip", Kinds.Simple)]
    [TestCase("g", Kinds.Group)]
    [TestCase("middle", Kinds.Group)]
    [TestCase("api", Kinds.Clone)]
    [TestCase("db", Kinds.Promotable)]
    [TestCase("box", Kinds.Bundle)]
    [Property("Requirement", "H6")]
    [Property("Requirement", "H7")]
    [Property("Requirement", "I1")]
    [Property("Requirement", "I2")]
    [Property("Requirement", "S1")]
    [Property("Requirement", "N2")]
    public async Task StopThenStart_EachKind_LeavesTheCibAsItWasAndRunsAgain(string name, string resources)
    {
        await using var cluster = await WithAsync(resources);
        var before = (await cluster.ReadAsync()).Configuration!.ToXml();
        var was = (await cluster.Operator.StatusAsync(Service(name))).State;

        var stop = await cluster.Operator.StopAsync(Service(name));
        var start = await cluster.Operator.StartAsync(Service(name));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((stop.Changed, stop.After!.State), Is.EqualTo((true, NodeState.Stopped)));
            Assert.That((start.Changed, start.After!.State), Is.EqualTo((true, was)));
            Assert.That((await cluster.ReadAsync()).Configuration!.ToXml(), Is.EqualTo(before));
        }
    }

    [TestCase("vip", Kinds.Simple)]
    [TestCase("g", Kinds.Group)]
    [TestCase("api", Kinds.Clone)]
    [TestCase("db", Kinds.Promotable)]
    [TestCase("box", Kinds.Bundle)]
    [Property("Requirement", "A7")]
    [Property("Requirement", "S2")]
    public async Task StartTwiceStopTwice_EachKind_SecondWritesNothing(string name, string resources)
    {
        await using var cluster = await WithAsync(resources);

        var start = await cluster.Operator.StartAsync(Service(name));
        await cluster.Operator.StopAsync(Service(name));
        var version = (await cluster.ReadAsync()).Version;
        var stop = await cluster.Operator.StopAsync(Service(name));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((start.Changed, stop.Changed), Is.EqualTo((false, false)));
            Assert.That((await cluster.ReadAsync()).Version.SameConfiguration(version), Is.True);
        }
    }

    [Test]
    [Property("Requirement", "F2")]
    [Property("Requirement", "H2")]
    [Property("Requirement", "H3")]
    [Property("Requirement", "H4")]
    [Property("Requirement", "H5")]
    [Property("Requirement", "K2")]
    [Property("Requirement", "E3")]
    [Property("Requirement", "H1")]
    public async Task StartAsync_AllIsInTheWay_IsClearedInOrder()
    {
        var takeover = new RecordedTakeover();
        await using var cluster = await WithAsync(
            $"<clone id=\"api-clone\">{Cibs.Dummy("api")}{Cibs.Meta("api-clone", "is-managed=false target-role=Stopped")}</clone>",
            """
            <rsc_location id="cli-ban-api-clone-on-ctl1" rsc="api-clone" node="ctl1" score="-INFINITY"/>
            <rsc_location id="haiac-ban-api-clone-on-ctl2" rsc="api-clone" node="ctl2" score="-INFINITY"/>
            """,
            takeover: takeover);
        ResolvedService? meanwhile = null;
        takeover.Meanwhile = async () => meanwhile = ServiceResolver.Resolve(Service("api"), await cluster.ReadAsync());

        var report = await cluster.Operator.StartAsync(Service("api") with { OptIn = new() { Enabled = true, Score = "100" }, Waits = Service("api").Waits with { Instances = WaitFor.All } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Steps.Select(step => step.Name).Distinct(), Is.EqualTo(["managed", "takeover", "location", "ban", "target-role", "wait"]));
            Assert.That(meanwhile!.Outer.MetaAttributes.ToString(), Is.EqualTo("target-role=Stopped"), "managed before the takeover, started after it");
            Assert.That(await cluster.PlacesAsync("api"), Is.EqualTo("ctl1 ctl2 ctl3"));
            Assert.That((await cluster.ReadAsync()).Constraints.Select(item => item.Id.Value), Is.EqualTo(["api-clone-on-ctl1", "api-clone-on-ctl2", "api-clone-on-ctl3"]));
        }
    }

    [Test]
    [Property("Requirement", "H5")]
    public async Task StartAsync_OnOneNode_ClearsTheBansOfThatNodeOnly()
    {
        await using var cluster = await WithAsync(
            Kinds.Clone,
            """
            <rsc_location id="cli-ban-api-clone-on-ctl1" rsc="api-clone" node="ctl1" score="-INFINITY"/>
            <rsc_location id="cli-ban-api-clone-on-ctl2" rsc="api-clone" node="ctl2" score="-INFINITY"/>
            """);

        await cluster.Operator.StartAsync(Service("api"), Node("ctl1"));

        Assert.That(await cluster.PlacesAsync("api"), Is.EqualTo("ctl1 ctl3"));
    }

    [Test]
    [Property("Requirement", "H3")]
    [Property("Correction", "K3")]
    public async Task StartAsync_Failures_AreErasedFirstAndInTheReport()
    {
        await using var cluster = await WithAsync(Kinds.Clone);
        await cluster.Transport.FailResourceAsync(CibId.Parse("api-clone"), Node("ctl2"));

        var report = await cluster.Operator.StartAsync(Service("api"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Erased.Single(), Does.Contain("monitor of api failed on ctl2").And.Contain("7 (OCF_NOT_RUNNING"));
            Assert.That((await cluster.Transport.StatusAsync()).Failures, Is.Empty);
        }
    }

    [Test]
    [Property("Correction", "H9")]
    [Property("Correction", "F3")]
    [Property("Correction", "L6")]
    public async Task StartAsync_ClusterInMaintenance_EndsEarlyAndLeavesIt()
    {
        await using var cluster = await WithAsync(Cibs.Dummy("api", "target-role=Stopped"), options: "stonith-enabled=false maintenance-mode=true");

        var fault = await Faults.OfAsync(() => cluster.Operator.StartAsync(Service("api")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.StartWith("HAI3404: Service cannot reach the state").And.Contain("maintenance mode").And.Contain("report").And.Contain("ctl1"));
            Assert.That(fault.Report!.Steps.Select(step => step.Name), Does.Contain("target-role"));
            Assert.That((await cluster.ReadAsync()).Properties.Properties.Find("maintenance-mode"), Is.EqualTo("true"));
        }
    }

    [Test]
    [Property("Correction", "H9")]
    public async Task StartAsync_UnmetOrder_EndsEarlyWithThatReason()
    {
        await using var cluster = await WithAsync(Cibs.Dummy("db", "target-role=Stopped") + Cibs.Dummy("api", "target-role=Stopped"), """<rsc_order id="o" first="db" then="api"/>""");

        var fault = await Faults.OfAsync(() => cluster.Operator.StartAsync(Service("api")));

        Assert.That(fault.Message, Does.StartWith("HAI5102: Resource cannot run").And.Contain("db start"));
    }

    [Test]
    [Property("Correction", "H9")]
    public async Task StartAsync_EarlierMemberStopped_EndsAtOnceAndNamesIt()
    {
        await using var cluster = await WithAsync($"<group id=\"g\">{Cibs.Dummy("first", "target-role=Stopped")}{Cibs.Dummy("api", "target-role=Stopped")}</group>");

        var fault = await Faults.OfAsync(() => cluster.Operator.StartAsync(Service("api")));

        Assert.That(fault.Message, Does.Contain("HAI3404").And.Contain("behind first in its group"));
    }

    [Test]
    [Property("Correction", "H9")]
    public async Task StartAsync_NodeInStandby_EndsEarlyWithThatReason()
    {
        await using var cluster = await WithAsync(Kinds.Clone);
        await StandbyAsync(cluster, "ctl2");

        var fault = await Faults.OfAsync(() => cluster.Operator.StartAsync(Service("api"), Node("ctl2")));

        Assert.That(fault.Message, Does.Contain("ctl2 cannot run resources now").And.Contain("in standby"));
    }

    [Test]
    [Property("Correction", "H8")]
    public async Task StartAsync_WaitsForAll_CountsWhatPlacementAndNodesAllow()
    {
        await using var cluster = await WithAsync(Kinds.Clone, """<rsc_location id="never" rsc="api-clone" node="ctl1" score="-INFINITY"/>""");
        await StandbyAsync(cluster, "ctl2");

        var report = await cluster.Operator.StartAsync(Service("api") with { Waits = Service("api").Waits with { Instances = WaitFor.All } });

        Assert.That(report.After!.RunningOn.Select(node => node.Value), Is.EqualTo(["ctl3"]));
    }

    [Test]
    public async Task StartAsync_WaitsForNone_ReturnsWithTheOrderGiven()
    {
        await using var cluster = await WithAsync(Cibs.Dummy("api", "target-role=Stopped"), options: "stonith-enabled=false maintenance-mode=true");

        var report = await cluster.Operator.StartAsync(Service("api") with { Waits = new() { Instances = WaitFor.None } });

        Assert.That(report.Steps.Select(step => step.Name), Is.EqualTo(["target-role"]));
    }

    [Test]
    [Property("Requirement", "E3")]
    public async Task StartAsync_TakeoverSwitchedOff_IsNotDone()
    {
        var takeover = new RecordedTakeover();
        await using var cluster = await WithAsync(Kinds.Clone, takeover: takeover);

        await cluster.Operator.StartAsync(Service("api") with { Takeover = new() { OnStart = false } });
        await cluster.Operator.StartAsync(Service("api") with { Takeover = new() { Enabled = false } });
        await cluster.Operator.StopAsync(Service("api"));

        Assert.That(takeover.Calls, Is.Empty);
    }

    private static Task StandbyAsync(OperatedCluster cluster, string node) => cluster.SetOnNodeAsync(node, "standby", "true");
}
