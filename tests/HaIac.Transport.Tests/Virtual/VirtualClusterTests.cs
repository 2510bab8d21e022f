using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Simulating;
using HaIac.Transport.Virtual;

namespace HaIac.Transport.Tests.Virtual;

[TestFixture]
[Category("Tools")]
internal sealed class VirtualClusterTests
{
    private static readonly NodeName Ctl1 = NodeName.Parse("ctl1");
    private static readonly NodeName Ctl2 = NodeName.Parse("ctl2");
    private static readonly NodeName Ctl3 = NodeName.Parse("ctl3");

    private TemporaryDirectory directory = null!;
    private IVirtualCluster cluster = null!;

    [SetUp]
    public void Open()
    {
        HostTools.Require("cibadmin", "crm_mon", "crm_simulate", "crm_verify");
        directory = new TemporaryDirectory();
        cluster = Open("virtual:cluster?nodes=ctl1,ctl2,ctl3");
    }

    [TearDown]
    public async Task Close()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
            directory.Dispose();
        }
    }

    [Test]
    public async Task StatusAsync_NewCluster_AllNodesAreOnlineWithQuorumAndController()
    {
        var status = await cluster.StatusAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.Nodes.Select(n => n.Name), Is.EqualTo(new[] { Ctl1, Ctl2, Ctl3 }));
            Assert.That(status.Nodes.All(n => n.CanRunResources), Is.True);
            Assert.That(status.HasQuorum, Is.True);
            Assert.That(status.DesignatedController, Is.EqualTo(Ctl1));
            Assert.That(status.FencingEnabled, Is.False);
            Assert.That(status.Resources, Is.Empty);
        }
    }

    [Test]
    public async Task ReadAsync_NewCluster_HasTheToolsOwnSchemaAndIsAccepted()
    {
        var cib = await cluster.ReadAsync();
        var report = await cluster.VerifyAsync(cib);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cib.ValidateWith, Does.StartWith("pacemaker-"));
            Assert.That(report.Accepted, Is.True, string.Join('\n', report.Errors));
            Assert.That(report.Checked, Is.True);
        }
    }

    [Test]
    public async Task PatchAsync_NewResources_AreStartedWhereTheSchedulerPutsThem()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.Vip, Patches.WebClone));

        var status = await cluster.StatusAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.RunningOn("vip"), Has.Count.EqualTo(1));
            Assert.That(status.RunningOn("web-clone"), Is.EqualTo(new[] { Ctl1, Ctl2, Ctl3 }));
            Assert.That(status.RunningOn("web"), Has.Count.EqualTo(3));
        }
    }

    [Test]
    public async Task PatchAsync_Any_RaisesTheEpochByOne()
    {
        var before = await cluster.ReadAsync();

        await cluster.PatchAsync(Patches.AddResources(before, Patches.Vip));

        var after = await cluster.ReadAsync();
        Assert.That(after.Version.Epoch, Is.EqualTo(before.Version.Epoch + 1));
    }

    [Test]
    [Property("Correction", "S3")]
    public async Task PatchAsync_StaleVersion_IsRefusedWithNothingApplied()
    {
        var old = await cluster.ReadAsync();
        await cluster.PatchAsync(Patches.AddResources(old, Patches.Vip));
        var held = await cluster.ReadAsync();

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.PatchAsync(Patches.AddResources(old, Patches.WebClone)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Exit, Is.EqualTo(CrmExit.Stale));
            Assert.That(fault.Message, Does.Contain("HAI4102").And.Contain("103 (CRM_EX_OLD)"));
            Assert.That((await cluster.ReadAsync()).DeepEquals(held), Is.True);
        }
    }

    [Test]
    [Property("Correction", "N4")]
    public async Task PatchAsync_SchemaRefuses_GivesReasonsAndAppliesNothing()
    {
        var before = await cluster.ReadAsync();
        var good = Patches.AddResources(before, Patches.Vip, "<primitive id=\"bad\" colour=\"red\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"/>");
        var refusedDocument = CibDocument.Parse(before.ToXml().Replace(
            "<resources/>",
            "<resources><primitive id=\"bad\" colour=\"red\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"/></resources>",
            StringComparison.Ordinal));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.PatchAsync(good with { After = refusedDocument }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Exit, Is.EqualTo(CrmExit.Schema));
            Assert.That(fault.Message, Does.Contain("HAI4101").And.Contain("Invalid attribute colour"));
            Assert.That((await cluster.ReadAsync()).DeepEquals(before), Is.True);
            Assert.That(Directory.GetFiles(cluster.Directory).Select(Path.GetFileName), Is.EquivalentTo(new[] { "cib.xml", "lock" }));
        }
    }

    [Test]
    public async Task PatchAsync_PromotableClone_OneInstanceIsPromoted()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.DatabaseClone));

        var roles = (await cluster.StatusAsync()).InstancesOf("db-clone").Select(i => i.Role);
        Assert.That(roles, Is.EquivalentTo(new[] { ResourceRole.Promoted, ResourceRole.Unpromoted, ResourceRole.Unpromoted }));
    }

    [Test]
    public async Task PatchAsync_MonitorIntervalOnly_RestartsNothing()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.Vip));
        var before = await cluster.ReadAsync();
        var planned = CibDocument.Parse(before.ToXml().Replace("interval=\"10s\"", "interval=\"30s\"", StringComparison.Ordinal));

        var simulation = await cluster.SimulateAsync(planned);

        Assert.That(simulation.Actions, Is.Empty);
    }

    [Test]
    public async Task SimulateAsync_ChangedParameter_IsARestartAndChangesNothing()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.Vip));
        var before = await cluster.ReadAsync();
        var planned = CibDocument.Parse(before.ToXml().Replace("192.0.2.10", "192.0.2.11", StringComparison.Ordinal));

        var simulation = await cluster.SimulateAsync(planned);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulation.Actions.Select(a => (a.Kind, a.Resource)), Is.EqualTo(new[] { (ActionKind.Restart, (string?)"vip") }));
            Assert.That(simulation.Actions[0].Node, Is.EqualTo((await cluster.StatusAsync()).RunningOn("vip")[0]));
            Assert.That((await cluster.ReadAsync()).DeepEquals(before), Is.True);
        }
    }

    [Test]
    public async Task FailNodeAsync_NodeOfTheAddress_AddressMovesAndReturnsToNobodyElse()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.Vip, Patches.WebClone));
        var home = (await cluster.StatusAsync()).RunningOn("vip")[0];

        var reaction = await cluster.FailNodeAsync(home);

        var status = await cluster.StatusAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reaction.Of(ActionKind.Start).Select(a => a.Resource), Does.Contain("vip"));
            Assert.That(status.FindNode(home)!.Online, Is.False);
            Assert.That(status.HasQuorum, Is.True);
            Assert.That(status.DesignatedController, Is.Not.EqualTo(home));
            Assert.That(status.RunningOn("vip"), Has.Count.EqualTo(1).And.No.Member(home));
            Assert.That(status.RunningOn("web-clone"), Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task FailNodeAsync_SecondOfThree_LosesQuorumAndStopsEverything()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.Vip, Patches.WebClone));

        await cluster.FailNodeAsync(Ctl1);
        await cluster.FailNodeAsync(Ctl2);

        var status = await cluster.StatusAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.HasQuorum, Is.False);
            Assert.That(status.Resources.Any(r => r.Active), Is.False);
        }
    }

    [Test]
    public async Task RecoverNodeAsync_FailedNode_RunsClonesAgain()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.WebClone, Patches.DatabaseClone));
        await cluster.FailNodeAsync(Ctl1);

        await cluster.RecoverNodeAsync(Ctl1);

        var status = await cluster.StatusAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.Nodes.All(n => n.Online), Is.True);
            Assert.That(status.RunningOn("web-clone"), Has.Count.EqualTo(3));
            Assert.That(status.InstancesOf("db-clone").Count(i => i.Role == ResourceRole.Promoted), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task FailNodeAsync_Twice_SecondTimeDoesNothing()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.WebClone));
        await cluster.FailNodeAsync(Ctl2);

        var reaction = await cluster.FailNodeAsync(Ctl2);

        Assert.That(reaction.Actions, Is.Empty);
    }

    [Test]
    public async Task FailNodeAsync_UnknownNode_ListsTheNodes()
    {
        var fault = await Thrown.ByAsync<TransportException>(() => cluster.FailNodeAsync(NodeName.Parse("ctl9")));

        Assert.That(fault.Message, Does.Contain("HAI4021").And.Contain("ctl9").And.Contain("ctl1, ctl2, ctl3"));
    }

    [Test]
    public async Task FailResourceAsync_RunningResource_IsRecoveredAndRemembered()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.Vip));

        var reaction = await cluster.FailResourceAsync(CibId.Parse("vip"), exit: 1);

        var status = await cluster.StatusAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reaction.Actions.Select(a => a.Kind), Is.EqualTo(new[] { ActionKind.Recover }));
            Assert.That(status.Failures.Select(f => (f.Resource, f.Operation, f.Exit.Code)), Is.EqualTo(new[] { ("vip", "monitor", 1) }));
            Assert.That(status.Failures[0].Interval, Is.EqualTo(TimeSpan.FromSeconds(10)));
            Assert.That(status.Failures[0].Exit.ToString(), Does.Contain("OCF_ERR_GENERIC"));
            Assert.That(status.FailCounts.Select(f => (f.Resource, f.Count)), Is.EqualTo(new[] { ("vip", 1) }));
            Assert.That(status.RunningOn("vip"), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task FailResourceAsync_CloneOnOneNode_FailsThere()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.WebClone));

        await cluster.FailResourceAsync(CibId.Parse("web-clone"), Ctl2);

        Assert.That((await cluster.StatusAsync()).Failures.Select(f => f.Node), Is.EqualTo(new[] { Ctl2 }));
    }

    [Test]
    public async Task CleanupAsync_FailedResource_ForgetsFailureAndCount()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.Vip, Patches.WebClone));
        await cluster.FailResourceAsync(CibId.Parse("vip"), exit: 1);
        await cluster.FailResourceAsync(CibId.Parse("web"), Ctl3);

        await cluster.CleanupAsync(CibId.Parse("vip"));

        var status = await cluster.StatusAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.Failures.Select(f => f.Resource), Is.EqualTo(new[] { "web" }));
            Assert.That(status.FailCounts.Select(f => f.Resource), Is.EqualTo(new[] { "web" }));
            Assert.That(status.RunningOn("vip"), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task FailResourceAsync_UnknownResource_ListsTheResources()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.Vip));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.FailResourceAsync(CibId.Parse("nope")));

        Assert.That(fault.Message, Does.Contain("HAI4022").And.Contain("nope").And.Contain("vip"));
    }

    [Test]
    public async Task ReadAsync_AddressWithOneMoreNode_AddsItOnline()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Patches.WebClone));
        await using var grown = Open("virtual:cluster?nodes=ctl1,ctl2,ctl3,ctl4");

        var status = await grown.StatusAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.Nodes.Select(n => n.Name.Value), Is.EqualTo(new[] { "ctl1", "ctl2", "ctl3", "ctl4" }));
            Assert.That(status.RunningOn("web-clone"), Has.Count.EqualTo(4));
        }
    }

    [Test]
    public async Task ReadAsync_NoClusterAndNoNodes_SaysWhatIsMissing()
    {
        var nothing = Open("virtual:elsewhere");

        var fault = await Thrown.ByAsync<TransportException>(() => nothing.ReadAsync());

        Assert.That(fault.Message, Does.Contain("HAI4020").And.Contain("?nodes="));
    }

    [Test]
    public async Task ReadAsync_FileIsNoCib_SaysSoAndKeepsIt()
    {
        Directory.CreateDirectory(cluster.Directory);
        File.WriteAllText(Path.Combine(cluster.Directory, "cib.xml"), "hello");

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.Contain("HAI4020").And.Contain("cib.xml"));
            Assert.That(File.ReadAllText(Path.Combine(cluster.Directory, "cib.xml")), Is.EqualTo("hello"));
        }
    }

    private IVirtualCluster Open(string address) =>
        (IVirtualCluster)CibTransports.Open(ClusterAddress.Parse(address, directory.Path));
}
