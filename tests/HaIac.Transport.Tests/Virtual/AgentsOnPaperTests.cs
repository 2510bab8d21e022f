using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Virtual;

namespace HaIac.Transport.Tests.Virtual;

/// <summary>What containers and agents do on real nodes, a virtual cluster does on paper.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class AgentsOnPaperTests
{
    private const string Bundle = """
        <bundle id="db-bundle"><podman image="db:1" replicas="3" promoted-max="1" network="host"/><network control-port="3123"/><primitive id="db" class="ocf" provider="heartbeat" type="galera"><meta_attributes id="db-meta"><nvpair id="db-meta-target" name="container-attribute-target" value="host"/></meta_attributes></primitive></bundle>
        """;

    private const string Ping = """
        <clone id="ping-clone"><primitive id="ping" class="ocf" provider="pacemaker" type="ping"><instance_attributes id="ping-params"><nvpair id="ping-hosts" name="host_list" value="192.0.2.1 192.0.2.2"/><nvpair id="ping-multiplier" name="multiplier" value="1000"/></instance_attributes></primitive></clone>
        """;

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
    public async Task PatchAsync_PromotableBundle_RunsInsideItsContainersOnTheMembers()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Bundle.Trim()));

        var status = await cluster.StatusAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.InstancesOf("db").Select(instance => instance.Role), Is.EquivalentTo(new[] { ResourceRole.Promoted, ResourceRole.Unpromoted, ResourceRole.Unpromoted }));
            Assert.That(status.InstancesOf("db").Select(instance => instance.Node!.Value), Is.EquivalentTo(new[] { "db-bundle-0", "db-bundle-1", "db-bundle-2" }));
            Assert.That(status.RunningOn("db").Select(node => node.Value), Is.EqualTo(new[] { "ctl1", "ctl2", "ctl3" }));
            Assert.That((await cluster.ReadAsync()).Nodes.Select(node => node.Value), Is.EqualTo(new[] { "ctl1", "ctl2", "ctl3" }), "guests are no members");
        }
    }

    [Test]
    public async Task FailNodeAsync_WithAContainer_KeepsTheOthersRunning()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Bundle.Trim()));

        await cluster.FailNodeAsync(NodeName.Parse("ctl1"));

        var status = await cluster.StatusAsync();
        Assert.That(status.RunningOn("db").Select(node => node.Value), Is.EqualTo(new[] { "ctl2", "ctl3" }));
        Assert.That(status.HasQuorum, Is.True);
    }

    [Test]
    public async Task PatchAsync_Ping_AnswersOnEveryNodeWhereItRuns()
    {
        await cluster.PatchAsync(Patches.AddResources(await cluster.ReadAsync(), Ping.Trim()));

        var answers = (await cluster.ReadAsync()).Status!.Elements
            .Select(state => state.Find("transient_attributes")?.Find("instance_attributes")?.Elements.FirstOrDefault(pair => pair["name"] == "pingd")?["value"]);
        Assert.That(answers, Is.EqualTo(new[] { "2000", "2000", "2000" }));
    }
}
