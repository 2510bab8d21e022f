using HaIac.Cib;
using HaIac.Findings;
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

    public static Composition Compose(
        ServiceContext service, string agent, bool takesParameters, IReadOnlyDictionary<string, Input<string>>? parameters = null, OperationSet? operations = null)
    {
        var primitive = Primitive(service, agent, operations);
        var composed = service.Mode == HaMode.ActivePassive ? Simple(service, primitive) : Cloned(service, primitive);
        Tell(service, primitive, takesParameters, parameters ?? new Dictionary<string, Input<string>>());
        return composed with { AgentName = agent };
    }

    /// <summary>The primitive without what its agent is told, which is known only after all wrappers have taken theirs.</summary>
    public static PrimitiveArgs Primitive(ServiceContext service, string agent, OperationSet? operations = null)
    {
        var primitive = new PrimitiveArgs { CibId = service.PrimitiveId, Agent = agent, Operations = new OperationComposer(service).Compose(operations) };
        var meta = Meta(service.Parameters, "meta.", PrimitiveMeta);
        meta.TryAdd("migration-threshold", DaemonDefaults.MigrationThreshold);
        meta.TryAdd("failure-timeout", DaemonDefaults.FailureTimeout);
        Fill(primitive.Meta, meta);
        return primitive;
    }

    /// <summary>What the agent is told: what the class says, and what nobody else has taken.</summary>
    public static void Tell(ServiceContext service, PrimitiveArgs primitive, bool takesParameters, IReadOnlyDictionary<string, Input<string>> parameters)
    {
        var told = new SortedDictionary<string, Input<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters.Concat(takesParameters ? service.Parameters.TakeRest() : []))
        {
            told[name] = value;
        }

        if (told.Count > 0)
        {
            Fill(primitive.Parameters, told);
        }
    }

    private static Composition Simple(ServiceContext service, PrimitiveArgs primitive)
    {
        RefuseWrapperMeta(service);
        return new Composition { Primitive = primitive, OuterId = service.PrimitiveId };
    }

    private static Composition Cloned(ServiceContext service, PrimitiveArgs primitive)
    {
        var promotable = service.Mode == HaMode.Promotable;
        var meta = Meta(service.Parameters, "wrapper.", promotable ? [.. CloneMeta, .. PromotableMeta] : CloneMeta);

        // Without it a dependent clone waits for every instance of its predecessor and restarts when any of them does.
        meta.TryAdd("interleave", "true");

        var id = $"{service.PrimitiveId}-clone";
        var clone = new CloneArgs { CibId = id, Primitive = primitive };
        Fill(clone.Meta, meta);
        if (promotable)
        {
            clone.Promotable = true;
        }

        return new Composition { Cloned = clone, OuterId = id };
    }

    /// <summary>Meta attributes of a wrapper must not end up at the primitive, or at the agent, when there is no wrapper.</summary>
    private static void RefuseWrapperMeta(ServiceContext service)
    {
        var names = CloneMeta.Concat(PromotableMeta).Select(m => ParameterName.Plain(m.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in service.Parameters.OpenNames.Where(n => n.StartsWith("wrapper.", StringComparison.Ordinal) || names.Contains(ParameterName.Plain(n))))
        {
            service.Parameters.Drop(name);
            service.Parameters.Report(SdkFinding.WrapperMetadataWithoutWrapper(service.Name, name, service.Mode.ToString()));
        }
    }

    /// <summary>Meta attributes by their short names, and behind the prefix by any name.</summary>
    private static SortedDictionary<string, Input<string>> Meta(ParameterReader parameters, string prefix, (string Name, ParameterKind Kind)[] names)
    {
        var taken = new SortedDictionary<string, Input<string>>(StringComparer.Ordinal);
        foreach (var (name, kind) in names)
        {
            var below = parameters.Take(name, kind);
            if ((parameters.TakeExact(prefix + name, kind) ?? below) is { } value)
            {
                taken[name] = value;
            }
        }

        foreach (var (name, value) in parameters.TakeGroup(prefix))
        {
            taken[name] = value;
        }

        return taken;
    }

    private static void Fill(InputMap<string> map, SortedDictionary<string, Input<string>> values)
    {
        foreach (var (name, value) in values)
        {
            map.Add(name, value);
        }
    }
}
