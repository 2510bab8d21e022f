using HaIac.OpenStack;
using HaIac.SharedServices;

namespace HaIac.Tests.Catalog;

/// <summary>Every ready definition, declared under one name with a mode, a distribution and an image.</summary>
internal static class Definitions
{
    public static IReadOnlyDictionary<string, Func<HaMode, Distribution, string?, IOrdered>> All { get; } = new Dictionary<string, Func<HaMode, Distribution, string?, IOrdered>>
    {
        ["rabbitmq"] = (mode, on, image) => new RabbitMq("rabbitmq", new() { HaMode = mode, Distribution = on, Image = image }),
        ["rabbitmq-plain"] = (mode, on, image) => new RabbitMq("rabbitmq-plain", new() { HaMode = mode, Distribution = on, Image = image, Agent = RabbitMqAgent.Cluster }),
        ["galera"] = (mode, on, image) => new Galera("galera", new() { HaMode = mode, Distribution = on, Image = image, Members = { "ctl1", "ctl2", "ctl3" } }),
        ["redis"] = (mode, on, image) => new Redis("redis", new() { HaMode = mode, Distribution = on, Image = image }),
        ["haproxy"] = (mode, on, image) => new LoadBalancer("haproxy", new() { HaMode = mode, Distribution = on, Image = image }),
        ["memcached"] = (mode, on, _) => new Memcached("memcached", new() { HaMode = mode, Distribution = on }),
        ["ntp"] = (mode, on, _) => new NtpServer("ntp", new() { HaMode = mode, Distribution = on }),
        ["dns"] = (mode, on, _) => new DnsServer("dns", new() { HaMode = mode, Distribution = on }),
        ["conntrackd"] = (mode, on, _) => new Conntrackd("conntrackd", new() { HaMode = mode, Distribution = on }),
        ["vrouter"] = (mode, on, _) => new VirtualRouter("vrouter", new() { HaMode = mode, Distribution = on }),
        ["ovn"] = (mode, on, image) => new OvnDatabases("ovn", new() { HaMode = mode, Distribution = on, Image = image }),
        ["ceilometer-central"] = (mode, on, _) => new CeilometerCentral("ceilometer-central", new() { HaMode = mode, Distribution = on }),
        ["aodh-evaluator"] = (mode, on, _) => new AodhEvaluator("aodh-evaluator", new() { HaMode = mode, Distribution = on }),
        ["cinder-volume"] = (mode, on, image) => new CinderVolume("cinder-volume", new() { HaMode = mode, Distribution = on, Image = image }),
        ["cinder-backup"] = (mode, on, image) => new CinderBackup("cinder-backup", new() { HaMode = mode, Distribution = on, Image = image }),
        ["manila-share"] = (mode, on, image) => new ManilaShare("manila-share", new() { HaMode = mode, Distribution = on, Image = image }),
        ["ceph-nfs"] = (mode, on, image) => new CephNfs("ceph-nfs", new() { HaMode = mode, Distribution = on, Image = image }),
        ["heat-engine"] = (mode, on, _) => new Heat("heat", new() { HaMode = mode, Distribution = on }),
        ["neutron-openvswitch"] = Agent,
        ["neutron-dhcp"] = Agent,
        ["neutron-l3"] = Agent,
        ["neutron-metadata"] = Agent,
    };

    /// <summary>Declares one definition and gives what was sent for the daemon of its name.</summary>
    public static async Task<System.Collections.Immutable.ImmutableDictionary<string, object>> SentAsync(
        string name, HaMode mode, Distribution distribution = Distribution.Debian, string? image = null)
    {
        var mocks = await ProgramRunner.RunAsync(() => All[name](mode, distribution, image));
        return mocks.Inputs("haiac:services:Service", name);
    }

    private static NeutronAgents Agent(HaMode mode, Distribution on, string? image) => new("neutron", new() { HaMode = mode, Distribution = on });
}
