using System.Collections.Immutable;

namespace HaIac.Tests.Catalog;

/// <summary>What each ready definition becomes.</summary>
[TestFixture]
public sealed class DefinitionTests
{
    private static IEnumerable<string> Names => Definitions.All.Keys;

    [TestCaseSource(nameof(Names))]
    [Property("Requirement", "A1")]
    public async Task Definition_ByDefault_SendsNothingForTheCluster(string name)
    {
        var sent = await Definitions.SentAsync(name, HaMode.Disabled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("haMode"), Is.EqualTo("Disabled"));
            Assert.That(new[] { "primitive", "group", "clone", "bundle", "orders", "colocations", "locations" }.Where(sent.ContainsKey), Is.Empty);
        }
    }

    [TestCase("rabbitmq", "Promotable", "ocf:heartbeat:rabbitmq-server-ha", "ocf:heartbeat:rabbitmq-server-ha")]
    [TestCase("rabbitmq-plain", "ActiveActive", "ocf:heartbeat:rabbitmq-cluster", "ocf:heartbeat:rabbitmq-cluster")]
    [TestCase("galera", "Promotable", "ocf:heartbeat:galera", "ocf:heartbeat:galera")]
    [TestCase("redis", "Promotable", "ocf:heartbeat:redis", "ocf:heartbeat:redis")]
    [TestCase("haproxy", "ActiveActive", "systemd:haproxy", "systemd:haproxy")]
    [TestCase("memcached", "ActiveActive", "systemd:memcached", "systemd:memcached")]
    [TestCase("ntp", "ActiveActive", "systemd:chrony", "systemd:chronyd")]
    [TestCase("dns", "ActiveActive", "systemd:named", "systemd:named")]
    [TestCase("conntrackd", "Promotable", "ocf:heartbeat:conntrackd", "ocf:heartbeat:conntrackd")]
    [TestCase("vrouter", "ActiveActive", "systemd:frr", "systemd:frr")]
    [TestCase("ovn", "Promotable", "ocf:ovn:ovndb-servers", "ocf:ovn:ovndb-servers")]
    [TestCase("ceilometer-central", "ActivePassive", "systemd:ceilometer-agent-central", "systemd:openstack-ceilometer-central")]
    [TestCase("aodh-evaluator", "ActivePassive", "systemd:aodh-evaluator", "systemd:openstack-aodh-evaluator")]
    [TestCase("cinder-volume", "ActivePassive", "systemd:cinder-volume", "systemd:openstack-cinder-volume")]
    [TestCase("cinder-backup", "ActivePassive", "systemd:cinder-backup", "systemd:openstack-cinder-backup")]
    [TestCase("manila-share", "ActivePassive", "systemd:manila-share", "systemd:openstack-manila-share")]
    [TestCase("ceph-nfs", "ActivePassive", "systemd:ceph-nfs@pacemaker", "systemd:ceph-nfs@pacemaker")]
    [TestCase("heat-engine", "ActiveActive", "systemd:heat-engine", "systemd:openstack-heat-engine")]
    [TestCase("neutron-openvswitch", "ActiveActive", "systemd:neutron-openvswitch-agent", "systemd:neutron-openvswitch-agent")]
    [TestCase("neutron-dhcp", "ActiveActive", "systemd:neutron-dhcp-agent", "systemd:neutron-dhcp-agent")]
    [TestCase("neutron-l3", "ActiveActive", "systemd:neutron-l3-agent", "systemd:neutron-l3-agent")]
    [TestCase("neutron-metadata", "ActiveActive", "systemd:neutron-metadata-agent", "systemd:neutron-metadata-agent")]
    [Property("Requirement", "R1")]
    [Property("Requirement", "A3")]
    [Property("Requirement", "A4")]
    public async Task Definition_Recommended_HasItsModeAndAgent(string name, string mode, string onDebian, string onRedHat)
    {
        var debian = await Definitions.SentAsync(name, HaMode.Recommended);
        var redHat = await Definitions.SentAsync(name, HaMode.Recommended, Distribution.RedHat);
        var inside = mode == "ActivePassive" ? "primitive" : "clone.primitive";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(debian.At("haMode"), Is.EqualTo(mode));
            Assert.That(debian.At($"{inside}.agent"), Is.EqualTo(onDebian));
            Assert.That(redHat.At($"{inside}.agent"), Is.EqualTo(onRedHat));
            Assert.That(debian.At($"{inside}.cibId"), Is.EqualTo(name));
            Assert.That(debian.At("clone.promotable"), Is.EqualTo(mode == "Promotable" ? true : null));
        }
    }

    [TestCase("rabbitmq", "Promotable", 3122, 1)]
    [TestCase("galera", "Promotable", 3123, 3)]
    [TestCase("redis", "Promotable", 3124, 1)]
    [TestCase("ovn", "Promotable", 3125, 1)]
    [TestCase("haproxy", "ActiveActive", null, null)]
    [TestCase("cinder-volume", "ActivePassive", null, null)]
    [TestCase("cinder-backup", "ActivePassive", null, null)]
    [TestCase("manila-share", "ActivePassive", null, null)]
    [TestCase("ceph-nfs", "ActivePassive", null, null)]
    [Property("Requirement", "R2")]
    public async Task Definition_WithImage_IsABundle(string name, string mode, int? port, int? promoted)
    {
        var sent = await Definitions.SentAsync(name, HaMode.Recommended, image: "registry.example/it:1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("haMode"), Is.EqualTo(mode));
            Assert.That(sent.At("bundle.cibId"), Is.EqualTo($"{name}-bundle"));
            Assert.That(sent.At("bundle.container.image"), Is.EqualTo("registry.example/it:1"));
            Assert.That(sent.At("bundle.container.network"), Is.EqualTo("host"));
            Assert.That(sent.At("bundle.container.replicas"), Is.EqualTo(mode == "ActivePassive" ? 1 : 3));
            Assert.That(sent.At("bundle.container.promotedMax"), Is.EqualTo(promoted));
            Assert.That(sent.At("bundle.network.controlPort"), Is.EqualTo(port));
            Assert.That(sent.At("bundle.storage"), Is.InstanceOf<ImmutableArray<object>>().And.Not.Empty);
            Assert.That(sent.At("bundle.primitive.meta.container-attribute-target"), Is.EqualTo(port is null ? null : "host"));
            Assert.That(sent.At("clone"), Is.Null);
            Assert.That(sent.At("primitive"), Is.Null);
        }
    }

    [Test]
    [Property("Requirement", "R2")]
    public async Task Definition_WithImage_KeepsTheValuesOfItsAgent()
    {
        var sent = await Definitions.SentAsync("galera", HaMode.Recommended, image: "registry.example/it:1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("bundle.primitive.parameters.wsrep_cluster_address"), Is.EqualTo("gcomm://ctl1,ctl2,ctl3"));
            Assert.That(sent.At("bundle.primitive.meta.migration-threshold"), Is.EqualTo("10"));
            Assert.That(sent.At("bundle.meta.notify"), Is.EqualTo("true"));
        }
    }

    [TestCaseSource(nameof(Names))]
    [Property("Requirement", "R4")]
    public async Task Definition_Recommended_InterleavesAndHasNoGroup(string name)
    {
        var sent = await Definitions.SentAsync(name, HaMode.Recommended);

        Assert.That(sent.At("group"), Is.Null);
        if (sent.ContainsKey("clone"))
        {
            // The instances of Galera are one database; those of all others stand for themselves.
            Assert.That(sent.At("clone.meta.interleave"), Is.EqualTo(name == "galera" ? "false" : "true"));
        }
    }

    [Test]
    [Property("Requirement", "R4")]
    public async Task Definition_StartingAfterWhatIsNotInTheDeployment_HasNoOrder()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var database = new HaIac.SharedServices.Galera("galera");
            _ = new HaIac.OpenStack.CinderVolume("cinder-volume", new() { HaMode = HaMode.Recommended, StartAfter = { database } });
        });

        Assert.That(mocks.Inputs("haiac:services:Service", "cinder-volume").At("orders"), Is.Null);
    }

    [Test]
    [Property("Requirement", "R4")]
    public async Task Definition_StartingAfterADatabase_WaitsForItsPromotionButIsNotStoppedWithIt()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var database = Definitions.All["galera"](HaMode.Recommended, Distribution.Debian, null);
            _ = new HaIac.OpenStack.CinderVolume("cinder-volume", new() { HaMode = HaMode.Recommended, StartAfter = { database } });
        });
        var sent = mocks.Inputs("haiac:services:Service", "cinder-volume");

        Assert.That(sent.At("orders[0].first"), Is.EqualTo("galera-clone"));
        Assert.That(sent.At("orders[0].firstAction"), Is.EqualTo("promote"));
        Assert.That(sent.At("orders[0].thenAction"), Is.EqualTo("start"));
        Assert.That(sent.At("orders[0].kind"), Is.EqualTo("Optional"));
    }

    [TestCase("ceilometer-central")]
    [TestCase("aodh-evaluator")]
    public async Task Definition_WithCoordination_RunsOnEveryNode(string name)
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = name == "aodh-evaluator"
            ? (IOrdered)new HaIac.OpenStack.AodhEvaluator(name, new() { HaMode = HaMode.Recommended, Coordinated = true })
            : new HaIac.OpenStack.CeilometerCentral(name, new() { HaMode = HaMode.Recommended, Coordinated = true }));

        Assert.That(mocks.Inputs("haiac:services:Service", name).At("haMode"), Is.EqualTo("ActiveActive"));
    }

    [Test]
    public async Task Definition_WithAddress_KeepsItWithThePromotedInstance()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var vip = new HaIac.SharedServices.VirtualIp("redis-vip", new() { Ip = "192.0.2.11" });
            _ = new HaIac.SharedServices.Redis("redis", new() { HaMode = HaMode.Recommended, Addresses = { vip } });
        });
        var sent = mocks.Inputs("haiac:services:Service", "redis");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("colocations[0].dependent"), Is.EqualTo("redis-vip"));
            Assert.That(sent.At("colocations[0].primary"), Is.EqualTo("redis-clone"));
            Assert.That(sent.At("colocations[0].primaryRole"), Is.EqualTo("Promoted"));
            Assert.That(sent.At("orders[0].first"), Is.EqualTo("redis-clone"));
            Assert.That(sent.At("orders[0].firstAction"), Is.EqualTo("promote"));
            Assert.That(sent.At("orders[0].then"), Is.EqualTo("redis-vip"));
        }
    }
}
