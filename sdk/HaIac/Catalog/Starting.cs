namespace HaIac.Catalog;

/// <summary>Values from which definitions start.</summary>
/// <remarks>Source: requirements R3, R4; the service table of the design, sections 1.1, 1.4, 2.2 to 2.4.</remarks>
internal static class Starting
{
    /// <summary>An API or agent daemon.</summary>
    public static ResourceHash Daemon => new()
    {
        ["interleave"] = true,
        ["resource-stickiness"] = 1,
        ["migration-threshold"] = 3,
        ["monitor-interval"] = "20s",
        ["monitor-timeout"] = "30s",
        ["start-timeout"] = "60s",
        ["stop-timeout"] = "60s",
    };

    /// <summary>A daemon that keeps state: it may fail more often, is forgiven sooner, and is not moved for nothing.</summary>
    public static ResourceHash Stateful => new()
    {
        ["resource-stickiness"] = 100,
        ["migration-threshold"] = 10,
        ["failure-timeout"] = "30s",
    };

    /// <summary>An address.</summary>
    public static ResourceHash Address => new()
    {
        ["resource-stickiness"] = 1,
        ["migration-threshold"] = 3,
        ["failure-timeout"] = "60s",
        ["monitor-timeout"] = "20s",
        ["start-timeout"] = "30s",
        ["stop-timeout"] = "30s",
    };

    /// <summary>A check that runs on every node and only writes what it sees into attributes of the node.</summary>
    public static ResourceHash Check => new()
    {
        ["interleave"] = true,
        ["monitor-interval"] = "20s",
        ["monitor-timeout"] = "30s",
        ["start-timeout"] = "60s",
        ["stop-timeout"] = "60s",
    };

    /// <summary>These values with others over them.</summary>
    /// <param name="values">The values below.</param>
    /// <param name="others">The values that win.</param>
    public static ResourceHash With(this ResourceHash values, ResourceHash others)
    {
        ResourceHash both = [];
        foreach (var (name, value) in values.Concat(others))
        {
            both[name] = value;
        }

        return both;
    }
}
