using System.Collections.Immutable;
using HaIac.SharedServices;

namespace HaIac.Tests.Catalog;

/// <summary>The values that definitions start from, and that each can be overridden.</summary>
[TestFixture]
[Property("Requirement", "R3")]
public sealed class StartingValueTests
{
    [TestCase("heat-engine")]
    [TestCase("memcached")]
    [TestCase("neutron-l3")]
    public async Task Daemon_Recommended_HasTheUsualValues(string name)
    {
        var sent = await Definitions.SentAsync(name, HaMode.Recommended);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("clone.meta.interleave"), Is.EqualTo("true"));
            Assert.That(sent.At("clone.primitive.meta.resource-stickiness"), Is.EqualTo("1"));
            Assert.That(sent.At("clone.primitive.meta.migration-threshold"), Is.EqualTo("3"));
            Assert.That(Operations(sent, "clone.primitive"), Is.EqualTo(["monitor 20s 30s", "start 0s 60s", "stop 0s 60s"]));
        }
    }

    [Test]
    public async Task Address_Always_HasItsValues()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new VirtualIp("vip", new() { Ip = "192.0.2.10" }));
        var sent = mocks.Inputs("haiac:cib:Primitive", "vip");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("meta.resource-stickiness"), Is.EqualTo("1"));
            Assert.That(sent.At("meta.migration-threshold"), Is.EqualTo("3"));
            Assert.That(sent.At("meta.failure-timeout"), Is.EqualTo("60s"));
            Assert.That(Operations(sent, ""), Is.EqualTo(["monitor 5s 20s", "start 0s 30s", "stop 0s 30s"]));
        }
    }

    [Test]
    public async Task LoadBalancer_Recommended_HasItsValues()
    {
        var sent = await Definitions.SentAsync("haproxy", HaMode.Recommended);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("clone.meta.interleave"), Is.EqualTo("true"));
            Assert.That(sent.At("clone.primitive.meta.migration-threshold"), Is.EqualTo("3"));
            Assert.That(sent.At("clone.primitive.meta.failure-timeout"), Is.EqualTo("120s"));
            Assert.That(Operations(sent, "clone.primitive"), Does.Contain("monitor 30s 60s"));
        }
    }

    [Test]
    public async Task RabbitMq_Recommended_HasItsValues()
    {
        var sent = await Definitions.SentAsync("rabbitmq", HaMode.Recommended);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("clone.meta"), Is.EqualTo(Map("interleave", "true", "notify", "true", "ordered", "false", "promoted-max", "1", "promoted-node-max", "1")));
            Assert.That(sent.At("clone.primitive.meta"), Is.EqualTo(Map("failure-timeout", "30s", "migration-threshold", "10", "resource-stickiness", "100")));
            Assert.That(Operations(sent, "clone.primitive"), Is.EqualTo(
            [
                "demote 0s 120s", "monitor 27s 120s Promoted", "monitor 30s 120s Unpromoted", "notify 0s 120s", "promote 0s 120s", "start 0s 120s", "stop 0s 120s",
            ]));
        }
    }

    [Test]
    public async Task Galera_Recommended_BlocksAFailedPromotion()
    {
        var sent = await Definitions.SentAsync("galera", HaMode.Recommended);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("clone.primitive.meta"), Is.EqualTo(Map("failure-timeout", "30s", "migration-threshold", "10", "resource-stickiness", "100")));
            Assert.That(sent.At("clone.meta.promoted-max"), Is.EqualTo("3"));
            Assert.That(Operations(sent, "clone.primitive"), Is.EqualTo(
                ["demote 0s 120s", "monitor 10s 30s Promoted", "monitor 30s 30s Unpromoted", "promote 0s 300s block", "start 0s 120s", "stop 0s 120s"]));
            Assert.That(sent.At("clone.primitive.parameters.binary"), Is.EqualTo("/usr/bin/mysqld_safe"));
        }
    }

    [Test]
    public async Task Galera_AsPlainCloneOfAnotherAgent_HasTheLineagesTimes()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Galera("mysql", new()
        {
            HaMode = HaMode.ActiveActive,
            PacemakerClass = PacemakerClass.Agent("ocf:example:mysql-wss"),
        }));
        var sent = mocks.Inputs("haiac:services:Service", "mysql");

        Assert.That(Operations(sent, "clone.primitive"), Is.EqualTo(["monitor 60s 55s", "start 0s 330s", "stop 0s 120s"]));
        Assert.That(sent.At("clone.primitive.parameters"), Is.Null, "another agent is told nothing of this one's");
    }

    [Test]
    public async Task Galera_OnRedHat_LeavesThePathsToTheAgent()
    {
        var sent = await Definitions.SentAsync("galera", HaMode.Recommended, Distribution.RedHat);

        Assert.That(sent.At("clone.primitive.parameters.binary"), Is.Null);
    }

    [Test]
    public async Task Galera_WithOtherNames_TellsTheAgentWhoIsWho()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Galera("galera", new()
        {
            HaMode = HaMode.Recommended, Members = { "ctl1", "ctl2" }, GaleraNames = { ["ctl2"] = "db2", ["ctl1"] = "db1" },
        }));
        var sent = mocks.Inputs("haiac:services:Service", "galera");

        Assert.That(sent.At("clone.primitive.parameters.wsrep_cluster_address"), Is.EqualTo("gcomm://db1,db2"));
        Assert.That(sent.At("clone.primitive.parameters.cluster_host_map"), Is.EqualTo("ctl1:db1;ctl2:db2"));
    }

    [Test]
    public async Task ResourceHash_OverEveryStartingValue_Wins()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new RabbitMq("rabbitmq", new()
        {
            HaMode = HaMode.Recommended,
            ResourceHash =
            {
                ["resource-stickiness"] = 7, ["migration-threshold"] = 8, ["failure-timeout"] = "9s", ["interleave"] = false, ["ordered"] = true, ["notify"] = false,
                ["promoted-max"] = 2, ["promoted-node-max"] = 2, ["monitor-interval"] = "11s", ["monitor-timeout"] = "12s", ["promoted-monitor-interval"] = "13s",
                ["promoted-monitor-timeout"] = "14s", ["start-timeout"] = "15s", ["stop-timeout"] = "16s", ["promote-timeout"] = "17s", ["demote-timeout"] = "18s",
                ["op.notify.timeout"] = "19s",
            },
        }));
        var sent = mocks.Inputs("haiac:services:Service", "rabbitmq");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.At("clone.meta"), Is.EqualTo(Map("interleave", "false", "notify", "false", "ordered", "true", "promoted-max", "2", "promoted-node-max", "2")));
            Assert.That(sent.At("clone.primitive.meta"), Is.EqualTo(Map("failure-timeout", "9s", "migration-threshold", "8", "resource-stickiness", "7")));
            Assert.That(Operations(sent, "clone.primitive"), Is.EqualTo(
                ["demote 0s 18s", "monitor 11s 12s Unpromoted", "monitor 13s 14s Promoted", "notify 0s 19s", "promote 0s 17s", "start 0s 15s", "stop 0s 16s"]));
        }
    }

    private static IEnumerable<string> Operations(ImmutableDictionary<string, object> sent, string path) =>
        ((ImmutableArray<object>)sent.At(path.Length == 0 ? "operations" : $"{path}.operations")!)
            .Cast<ImmutableDictionary<string, object>>()
            .Select(operation => string.Join(' ', new[] { "name", "interval", "timeout", "role", "onFail" }.Select(name => operation.GetValueOrDefault(name)).OfType<string>()))
            .Order(StringComparer.Ordinal);

    private static Dictionary<string, object> Map(params string[] pairs) => pairs.Chunk(2).ToDictionary(pair => pair[0], pair => (object)pair[1]);
}
