namespace HaIac.Catalog;

/// <summary>Infrastructure that OpenStack stands on.</summary>
/// <remarks>Source: requirements R1 to R4; the service table of the design, sections 1.4, 2 and 4.3. Units: the packages of both families.</remarks>
internal static class SharedDaemons
{
    /// <summary>RabbitMQ under the agent that elects one instance to build the cluster.</summary>
    public static DaemonFacts RabbitMq { get; } = DaemonFacts.Of("rabbitmq-server", ServiceKind.Stateful, HaMode.Promotable) with
    {
        Agent = "ocf:heartbeat:rabbitmq-server-ha",
        Values = Starting.Stateful.With(new()
        {
            ["promoted-max"] = 1,
            ["promoted-node-max"] = 1,
            ["notify"] = true,
            ["interleave"] = true,
            ["ordered"] = false,
            ["monitor-interval"] = "30s",
            ["monitor-timeout"] = "120s",
            ["promoted-monitor-interval"] = "27s",
            ["promoted-monitor-timeout"] = "120s",
            ["start-timeout"] = "120s",
            ["stop-timeout"] = "120s",
            ["promote-timeout"] = "120s",
            ["demote-timeout"] = "120s",
            ["op.notify.timeout"] = "120s",
        }),
        Bundle = RabbitMqBundle,
    };

    /// <summary>RabbitMQ under the agent whose instances find each other without a promoted one.</summary>
    public static DaemonFacts RabbitMqCluster { get; } = DaemonFacts.Of("rabbitmq-server", ServiceKind.Stateful, HaMode.ActiveActive) with
    {
        Agent = "ocf:heartbeat:rabbitmq-cluster",
        Values = Starting.Stateful.With(new()
        {
            ["notify"] = true,
            ["interleave"] = true,
            ["ordered"] = true,
            ["monitor-interval"] = "10s",
            ["monitor-timeout"] = "40s",
            ["start-timeout"] = "200s",
            ["stop-timeout"] = "200s",
            ["op.notify.timeout"] = "120s",
        }),
        Bundle = RabbitMqBundle,
    };

    /// <summary>
    /// MariaDB with Galera. Only a promoted instance serves, and a failed join must not bounce the database (promote blocks). The distances of the monitors
    /// differ by role, because the cluster tells operations apart by them. As a plain clone under another agent, a start may take a state transfer.
    /// </summary>
    public static DaemonFacts Galera { get; } = DaemonFacts.Of("mariadb", ServiceKind.Stateful, HaMode.Promotable) with
    {
        Agent = "ocf:heartbeat:galera",
        Values = Starting.Stateful.With(new()
        {
            ["interleave"] = false,
            ["ordered"] = true,
            ["notify"] = true,
            ["param.enable_creation"] = true,
            ["monitor-interval"] = "30s",
            ["monitor-timeout"] = "30s",
            ["promoted-monitor-interval"] = "10s",
            ["promoted-monitor-timeout"] = "30s",
            ["start-timeout"] = "120s",
            ["stop-timeout"] = "120s",
            ["demote-timeout"] = "120s",
            ["promote-timeout"] = "300s",
            ["promote-on-fail"] = "block",
        }),
        ValuesOn = GaleraPaths,
        Bundle = new(3123)
        {
            PromotesAll = true,
            Storage = [new("/var/lib/mysql"), new("/var/log/mariadb"), new("/etc/mysql", "ro")],
        },
    };

    /// <summary>Values of a database that runs as a plain clone: as the lineage's own agent was used.</summary>
    public static ResourceHash PlainDatabase => new()
    {
        ["monitor-interval"] = "60s",
        ["monitor-timeout"] = "55s",
        ["start-timeout"] = "330s",
        ["stop-timeout"] = "120s",
        ["interleave"] = true,
    };

    /// <summary>Redis with one promoted instance.</summary>
    public static DaemonFacts Redis { get; } = new("redis-server", "redis", ServiceKind.Stateful, HaMode.Promotable)
    {
        Agent = "ocf:heartbeat:redis",
        Values = Starting.Stateful.With(new()
        {
            ["promoted-max"] = 1,
            ["notify"] = true,
            ["ordered"] = true,
            ["interleave"] = true,
            ["param.wait_last_known_master"] = true,
            ["monitor-interval"] = "60s",
            ["monitor-timeout"] = "60s",
            ["promoted-monitor-interval"] = "20s",
            ["promoted-monitor-timeout"] = "60s",
            ["start-timeout"] = "120s",
            ["stop-timeout"] = "120s",
            ["promote-timeout"] = "120s",
            ["demote-timeout"] = "120s",
            ["op.notify.timeout"] = "90s",
        }),
        Bundle = new(3124) { Storage = [new("/var/lib/redis"), new("/var/log/redis"), new("/run/redis"), new("/etc/redis", "ro")] },
    };

    /// <summary>HAProxy in front of the APIs.</summary>
    public static DaemonFacts LoadBalancer { get; } = DaemonFacts.Of("haproxy", ServiceKind.Stateful, HaMode.ActiveActive) with
    {
        Values = Starting.Daemon.With(new() { ["failure-timeout"] = "120s", ["monitor-interval"] = "30s", ["monitor-timeout"] = "60s" }),
        Bundle = new(null) { Storage = [new("/etc/haproxy", "ro"), new("/var/lib/haproxy"), new("/etc/pki", "ro"), new("/etc/ssl", "ro")] },
    };

    /// <summary>memcached: each instance for itself.</summary>
    public static DaemonFacts Memcached { get; } = DaemonFacts.Of("memcached", ServiceKind.Stateless, HaMode.ActiveActive);

    /// <summary>The time daemon, chrony.</summary>
    public static DaemonFacts Ntp { get; } = new("chrony", "chronyd", ServiceKind.Stateless, HaMode.ActiveActive);

    /// <summary>The name server, BIND.</summary>
    public static DaemonFacts Dns { get; } = DaemonFacts.Of("named", ServiceKind.Stateless, HaMode.ActiveActive);

    /// <summary>The daemon that keeps the connection tables of routers alike.</summary>
    public static DaemonFacts Conntrackd { get; } = DaemonFacts.Of("conntrackd", ServiceKind.Stateful, HaMode.Promotable) with
    {
        Agent = "ocf:heartbeat:conntrackd",
        Values = Starting.Daemon.With(new()
        {
            ["promoted-max"] = 1,
            ["notify"] = true,
            ["monitor-interval"] = "30s",
            ["promoted-monitor-interval"] = "27s",
            ["promoted-monitor-timeout"] = "30s",
            ["promote-timeout"] = "60s",
            ["demote-timeout"] = "60s",
            ["op.notify.timeout"] = "60s",
        }),
    };

    /// <summary>The routing daemon, FRRouting.</summary>
    public static DaemonFacts Router { get; } = DaemonFacts.Of("frr", ServiceKind.Stateless, HaMode.ActiveActive);

    private static BundleFacts RabbitMqBundle => new(3122) { Storage = [new("/var/lib/rabbitmq"), new("/var/log/rabbitmq"), new("/etc/rabbitmq", "ro")] };

    // The agent takes these from a file of mysql-common at run time; its metadata on Debian has them empty, so a preview could not show what will be used.
    private static ResourceHash GaleraPaths(Distribution distribution) => distribution == Distribution.RedHat ? [] : new()
    {
        ["param.binary"] = "/usr/bin/mysqld_safe",
        ["param.datadir"] = "/var/lib/mysql",
        ["param.socket"] = "/run/mysqld/mysqld.sock",
        ["param.pid"] = "/run/mysqld/mysqld.pid",
        ["param.log"] = "/var/log/mysql/error.log",
        ["param.user"] = "mysql",
        ["param.group"] = "mysql",
    };
}
