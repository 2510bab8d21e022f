using HaIac;
using HaIac.OpenStack;
using HaIac.SharedServices;
using Pulumi;

namespace EndToEnd.Program;

/// <summary>Every ready definition in one control plane.</summary>
internal static class Catalog
{
    private static readonly List<string> s_controllers = ["ctl1", "ctl2", "ctl3"];

    /// <summary>The daemons run on the nodes.</summary>
    public static void OnNodes(Config config) => Declare(image: null);

    /// <summary>Those that have a form in containers run there.</summary>
    public static void InContainers(Config config) => Declare(image: "registry.example/it:1");

    private static void Declare(string? image)
    {
        var on = HaMode.Recommended;
        var ping = new ConnectivityPing("gateways", new() { Hosts = { "192.0.2.1" } });
        _ = new HostHealth("health", new() { Checks = { HealthCheck.IoWait, HealthCheck.Smart } });
        var vip = new VirtualIp("public-vip", new() { Ip = "192.0.2.10", CidrNetmask = 24 });
        var publicV6 = new VirtualIp("public-vip6", new() { Ip = "2001:db8::10", CidrNetmask = 128, Nic = "eth1", NoOutgoing = true });
        ping.KeepConnected(publicV6);

        var proxy = new LoadBalancer("haproxy", new() { HaMode = on, Image = image, Addresses = { vip, publicV6 } });
        var queue = new RabbitMq("rabbitmq", new() { HaMode = on, Image = image });
        var database = new Galera("galera", new() { HaMode = on, Image = image, Members = s_controllers });
        var cache = new Memcached("memcached", new() { HaMode = on });
        var redis = new Redis("redis", new() { HaMode = on, Image = image, Addresses = { new VirtualIp("redis-vip", new() { Ip = "192.0.2.11" }) } });
        var ntp = new NtpServer("ntp", new() { HaMode = on });
        _ = new DnsServer("dns", new() { HaMode = on, StartAfter = { ntp } });
        var tables = new Conntrackd("conntrackd", new() { HaMode = on });
        _ = new VirtualRouter("vrouter", new() { HaMode = on, Conntrackd = tables, Addresses = { new VirtualIp("gateway-vip", new() { Ip = "192.0.2.12" }) } });

        _ = new OvnDatabases("ovn", new()
        {
            HaMode = on, Image = image, ResourceHash = { ["param.master_ip"] = "192.0.2.13" }, Addresses = { new VirtualIp("ovn-vip", new() { Ip = "192.0.2.13" }) },
        });
        _ = new NeutronAgents("neutron", new() { HaMode = on, StartAfter = { queue } });
        _ = new Heat("heat", new() { HaMode = on, Behind = proxy, StartAfter = { database, queue, cache } });
        _ = new CeilometerCentral("ceilometer-central", new() { HaMode = on, Coordinated = true, StartAfter = { redis } });
        _ = new AodhEvaluator("aodh-evaluator", new() { HaMode = on, StartAfter = { database } });
        _ = new CinderVolume("cinder-volume", new() { HaMode = on, Image = image, StartAfter = { database, queue } });
        _ = new CinderBackup("cinder-backup", new() { HaMode = on, Image = image });
        var nfs = new CephNfs("ceph-nfs", new() { HaMode = on, Image = image, Addresses = { new VirtualIp("nfs-vip", new() { Ip = "192.0.2.14" }) } });
        _ = new ManilaShare("manila-share", new() { HaMode = on, Image = image, StartAfter = { nfs } });
    }
}
