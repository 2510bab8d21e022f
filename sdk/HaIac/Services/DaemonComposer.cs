using HaIac.Cib;
using Pulumi;

namespace HaIac;

/// <summary>Composes one daemon: a primitive, or a clone with the primitive inside, as the mode says.</summary>
internal static class DaemonComposer
{
    private static readonly (string Name, ParameterKind Kind)[] PrimitiveMeta =
    [
        ("allow-migrate", ParameterKind.Boolean), ("critical", ParameterKind.Boolean), ("failure-timeout", ParameterKind.Duration),
        ("migration-threshold", ParameterKind.Score), ("multiple-active", ParameterKind.Text), ("priority", ParameterKind.Score),
        ("requires", ParameterKind.Text), ("resource-stickiness", ParameterKind.Score),
    ];

    private static readonly (string Name, ParameterKind Kind)[] CloneMeta =
    [
        ("clone-max", ParameterKind.Count), ("clone-min", ParameterKind.Count), ("clone-node-max", ParameterKind.Count),
        ("globally-unique", ParameterKind.Boolean), ("interleave", ParameterKind.Boolean), ("notify", ParameterKind.Boolean),
        ("ordered", ParameterKind.Boolean),
    ];

    private static readonly (string Name, ParameterKind Kind)[] PromotableMeta =
        [("promoted-max", ParameterKind.Count), ("promoted-node-max", ParameterKind.Count)];

    public static Composition Compose(ServiceContext service, string agent, bool takesParameters)
    {
        var parameters = service.Parameters;
        var cloned = service.Mode != HaMode.ActivePassive;
        var promotable = service.Mode == HaMode.Promotable;
        var primitive = new PrimitiveArgs { CibId = service.PrimitiveId, Agent = agent, Meta = Meta(parameters), Operations = Operations(parameters, promotable) };
        var cloneMeta = cloned ? Take(parameters, CloneMeta) : [];
        if (cloned && !cloneMeta.ContainsKey("interleave"))
        {
            // Without it a dependent clone waits for every instance of its predecessor and restarts when any of them does.
            cloneMeta["interleave"] = "true";
        }

        if (promotable)
        {
            foreach (var (name, value) in Take(parameters, PromotableMeta))
            {
                cloneMeta[name] = value;
            }
        }

        if (takesParameters)
        {
            foreach (var (name, value) in parameters.TakeRest())
            {
                primitive.Parameters.Add(name, value);
            }
        }

        if (!cloned)
        {
            return new Composition { Primitive = primitive, OuterId = service.PrimitiveId, AgentName = agent };
        }

        var clone = new CloneArgs { CibId = $"{service.PrimitiveId}-clone", Primitive = primitive, Meta = ToMap(cloneMeta) };
        if (promotable)
        {
            clone.Promotable = true;
        }

        return new Composition { Cloned = clone, OuterId = $"{service.PrimitiveId}-clone", AgentName = agent };
    }

    private static InputMap<string> Meta(ParameterReader parameters)
    {
        var meta = Take(parameters, PrimitiveMeta);
        meta.TryAdd("migration-threshold", DaemonDefaults.MigrationThreshold);
        meta.TryAdd("failure-timeout", DaemonDefaults.FailureTimeout);
        return ToMap(meta);
    }

    private static InputList<OperationArgs> Operations(ParameterReader parameters, bool promotable)
    {
        var monitor = new OperationArgs
        {
            Name = "monitor",
            Interval = parameters.Take("monitor-interval", ParameterKind.Duration) ?? DaemonDefaults.MonitorInterval,
            Timeout = parameters.Take("monitor-timeout", ParameterKind.Duration) ?? DaemonDefaults.MonitorTimeout,
            OnFail = parameters.Take("monitor-on-fail"),
        };
        var operations = new List<OperationArgs> { monitor };
        if (promotable)
        {
            // Each role has a monitor of its own, and two monitors of one resource may not share an interval.
            monitor.Role = "Unpromoted";
            operations.Add(new OperationArgs
            {
                Name = "monitor",
                Interval = parameters.Take("promoted-monitor-interval", ParameterKind.Duration) ?? "20s",
                Timeout = parameters.Take("promoted-monitor-timeout", ParameterKind.Duration) ?? DaemonDefaults.MonitorTimeout,
                Role = "Promoted",
            });
            operations.Add(Lasting("promote", parameters, DaemonDefaults.StartTimeout));
            operations.Add(Lasting("demote", parameters, DaemonDefaults.StopTimeout));
        }

        operations.Add(Lasting("start", parameters, DaemonDefaults.StartTimeout));
        operations.Add(Lasting("stop", parameters, DaemonDefaults.StopTimeout));
        return operations.ToArray();
    }

    private static OperationArgs Lasting(string name, ParameterReader parameters, string timeout) => new()
    {
        Name = name,
        Interval = "0s",
        Timeout = parameters.Take($"{name}-timeout", ParameterKind.Duration) ?? timeout,
        OnFail = parameters.Take($"{name}-on-fail"),
    };

    private static SortedDictionary<string, Input<string>> Take(ParameterReader parameters, (string Name, ParameterKind Kind)[] names)
    {
        var taken = new SortedDictionary<string, Input<string>>(StringComparer.Ordinal);
        foreach (var (name, kind) in names)
        {
            if (parameters.Take(name, kind) is { } value)
            {
                taken[name] = value;
            }
        }

        return taken;
    }

    private static InputMap<string> ToMap(SortedDictionary<string, Input<string>> values)
    {
        var map = new InputMap<string>();
        foreach (var (name, value) in values)
        {
            map.Add(name, value);
        }

        return map;
    }
}
