using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Virtual;

namespace HaIac.Transport.Tests.Virtual;

/// <summary>The units of nodes on paper follow what Pacemaker's own scheduler does with resources that run them.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class UnitFollowerTests
{
    private const string Clone =
        """<clone id="cache-clone"><primitive id="cache" class="systemd" type="memcached"><operations><op id="cache-monitor" name="monitor" interval="10s"/></operations></primitive></clone>""";

    private const string Single =
        """<primitive id="cache" class="systemd" type="memcached.service"><operations><op id="cache-monitor" name="monitor" interval="10s"/></operations></primitive>""";

    private static readonly NodeName[] All = [NodeName.Parse("ctl1"), NodeName.Parse("ctl2"), NodeName.Parse("ctl3")];

    private TemporaryDirectory directory = null!;
    private IVirtualCluster cluster = null!;

    [SetUp]
    public void Open()
    {
        HostTools.Require("cibadmin", "crm_mon", "crm_simulate", "crm_verify");
        directory = new TemporaryDirectory();
        cluster = (IVirtualCluster)CibTransports.Open(ClusterAddress.Parse("virtual:cluster?nodes=ctl1,ctl2,ctl3", directory.Path));
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
    [Property("Requirement", "E2")]
    public async Task PatchAsync_CloneOfAUnitThatRuns_TakesItsProcessOver()
    {
        var before = await cluster.Nodes.ChangeUnitAsync(All[0], new UnitState { Name = "memcached", Installed = true }, UnitAction.Start);

        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Clone));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await StatesAsync(), Is.All.EqualTo("active"));
            Assert.That((await cluster.Nodes.UnitsAsync(All[0], ["memcached"]))[0].MainPid, Is.EqualTo(before.MainPid));
        }
    }

    [Test]
    public async Task PatchAsync_ResourceGoes_ItsUnitEnds()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Clone));

        await cluster.PatchAsync(Patches.Of(await cluster.ReadAsync(), "<change operation=\"delete\" path=\"/cib/configuration/resources/clone[@id='cache-clone']\"/>"));

        Assert.That(await StatesAsync(), Is.All.EqualTo("inactive"));
    }

    [Test]
    public async Task FailNodeAsync_NodeWithTheUnit_RunsNothingAndTheNextOneDoes()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Single));
        var first = (await cluster.StatusAsync()).RunningOn("cache")[0];

        await cluster.FailNodeAsync(first);
        var second = (await cluster.StatusAsync()).RunningOn("cache")[0];
        await cluster.RecoverNodeAsync(first);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second, Is.Not.EqualTo(first));
            Assert.That((await cluster.Nodes.UnitsAsync(second, ["memcached"]))[0].IsActive, Is.True);
            Assert.That((await cluster.Nodes.UnitsAsync(first, ["memcached"]))[0].IsActive, Is.False);
        }
    }

    [Test]
    public async Task RecoverNodeAsync_EnabledUnit_StartsWithTheMachine()
    {
        await cluster.Nodes.ChangeUnitAsync(All[1], new UnitState { Name = "haproxy", Installed = true }, UnitAction.Enable);
        await cluster.FailNodeAsync(All[1]);

        var off = await Thrown.ByAsync<Failing.TransportException>(() => cluster.Nodes.UnitsAsync(All[1], ["haproxy"]));
        await cluster.RecoverNodeAsync(All[1]);

        Assert.That(off.Message, Does.Contain("HAI4002").And.Contain("ctl2"));
        Assert.That((await cluster.Nodes.UnitsAsync(All[1], ["haproxy"]))[0].IsActive, Is.True);
    }

    [Test]
    public async Task FailResourceAsync_Unit_GetsANewProcess()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Single));
        var node = (await cluster.StatusAsync()).RunningOn("cache")[0];
        var before = (await cluster.Nodes.UnitsAsync(node, ["memcached"]))[0];

        await cluster.FailResourceAsync(CibId.Parse("cache"));

        var after = (await cluster.Nodes.UnitsAsync(node, ["memcached"]))[0];
        Assert.That(after.IsActive, Is.True);
        Assert.That(after.MainPid, Is.Not.EqualTo(before.MainPid));
    }

    private async Task<IEnumerable<string>> StatesAsync() =>
        (await Task.WhenAll(All.Select(node => cluster.Nodes.UnitsAsync(node, ["memcached"])))).Select(units => units[0].ActiveState);
}
