namespace HaIac.Catalog;

/// <summary>Daemons of OpenStack that have a definition of their own.</summary>
/// <remarks>Source: requirements R1 to R3; the service table of the design, sections 1.2, 1.3 and 4.3. Units: the packages of both families.</remarks>
internal static class OpenStackDaemons
{
    /// <summary>heat-api.</summary>
    public static DaemonFacts HeatApi { get; } = Stateless("heat-api");

    /// <summary>heat-api-cfn.</summary>
    public static DaemonFacts HeatApiCfn { get; } = Stateless("heat-api-cfn");

    /// <summary>heat-engine: instances share their work through the message bus.</summary>
    public static DaemonFacts HeatEngine { get; } = Stateless("heat-engine");

    /// <summary>The agent that programs Open vSwitch.</summary>
    public static DaemonFacts OpenVSwitchAgent { get; } = NeutronAgent("neutron-openvswitch-agent");

    /// <summary>The DHCP agent; several may serve one network.</summary>
    public static DaemonFacts DhcpAgent { get; } = NeutronAgent("neutron-dhcp-agent");

    /// <summary>The router agent; with l3_ha or DVR routers survive their agent.</summary>
    public static DaemonFacts L3Agent { get; } = NeutronAgent("neutron-l3-agent");

    /// <summary>The metadata agent.</summary>
    public static DaemonFacts MetadataAgent { get; } = NeutronAgent("neutron-metadata-agent");

    /// <summary>The northbound and southbound databases of OVN with one promoted instance.</summary>
    public static DaemonFacts OvnDatabases { get; } = new("ovn-central", "ovn-northd", ServiceKind.Stateful, HaMode.Promotable)
    {
        Agent = "ocf:ovn:ovndb-servers",
        Values = Starting.Daemon.With(new()
        {
            ["promoted-max"] = 1,
            ["notify"] = true,
            ["param.nb_master_port"] = 6641,
            ["param.sb_master_port"] = 6642,
            ["param.manage_northd"] = "yes",
            ["param.inactive_probe_interval"] = 180000,
            ["monitor-interval"] = "30s",
            ["monitor-timeout"] = "60s",
            ["promoted-monitor-interval"] = "10s",
            ["promoted-monitor-timeout"] = "60s",
            ["start-timeout"] = "200s",
            ["stop-timeout"] = "200s",
            ["promote-timeout"] = "200s",
            ["demote-timeout"] = "200s",
            ["op.notify.timeout"] = "60s",
        }),
        Bundle = new(3125) { Storage = [new("/var/lib/openvswitch/ovn"), new("/run/openvswitch"), new("/var/log/openvswitch"), new("/lib/modules", "ro")] },
    };

    /// <summary>ceilometer-agent-central. Its start waits for every pollster, so it may take long.</summary>
    public static DaemonFacts CeilometerCentral { get; } = new("ceilometer-agent-central", "openstack-ceilometer-central", ServiceKind.SingleInstance, HaMode.ActivePassive)
    {
        Values = Starting.Daemon.With(new() { ["start-timeout"] = "360s", ["stop-timeout"] = "360s" }),
    };

    /// <summary>aodh-evaluator.</summary>
    public static DaemonFacts AodhEvaluator { get; } = Single("aodh-evaluator");

    /// <summary>cinder-volume.</summary>
    public static DaemonFacts CinderVolume { get; } = Single("cinder-volume") with { Bundle = CinderBundle };

    /// <summary>cinder-backup.</summary>
    public static DaemonFacts CinderBackup { get; } = Single("cinder-backup") with { Bundle = CinderBundle };

    /// <summary>manila-share.</summary>
    public static DaemonFacts ManilaShare { get; } = Single("manila-share") with
    {
        Bundle = new(null) { Storage = [new("/etc/manila", "ro"), new("/var/lib/manila"), new("/var/log/manila"), new("/etc/ceph", "ro")] },
    };

    /// <summary>NFS-Ganesha for manila; the instance of the unit says that the cluster runs it.</summary>
    public static DaemonFacts CephNfs { get; } = DaemonFacts.Of("ceph-nfs@pacemaker", ServiceKind.SingleInstance, HaMode.ActivePassive) with
    {
        Values = Starting.Daemon.With(new() { ["start-timeout"] = "200s", ["stop-timeout"] = "200s" }),
        Bundle = new(null) { Storage = [new("/etc/ganesha", "ro"), new("/etc/ceph", "ro"), new("/var/lib/nfs/ganesha"), new("/run/dbus/system_bus_socket")] },
    };

    private static BundleFacts CinderBundle => new(null)
    {
        Storage = [new("/etc/cinder", "ro"), new("/var/lib/cinder"), new("/var/log/cinder"), new("/etc/ceph", "ro"), new("/etc/iscsi"), new("/dev"), new("/run"), new("/lib/modules", "ro")],
    };

    private static DaemonFacts Stateless(string name) => new(name, $"openstack-{name}", ServiceKind.Stateless, HaMode.ActiveActive);

    private static DaemonFacts Single(string name) => new(name, $"openstack-{name}", ServiceKind.SingleInstance, HaMode.ActivePassive);

    // Red Hat's packages have no prefix before neutron's daemons.
    private static DaemonFacts NeutronAgent(string name) => DaemonFacts.Of(name, ServiceKind.Stateless, HaMode.ActiveActive);
}
