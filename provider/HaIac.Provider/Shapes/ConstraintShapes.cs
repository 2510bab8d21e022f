using HaIac.Cib.Constraints;
using HaIac.Provider.Checking;

namespace HaIac.Provider.Shapes;

/// <summary>Constraints.</summary>
/// <remarks>Source: Pacemaker Explained, Resource Constraints; constraints-3.9.rng.</remarks>
internal static class ConstraintShapes
{
    private static readonly TextShape s_action = Texts.Word<OrderAction>();

    /// <summary>Where a resource runs.</summary>
    public static ObjectShape Location { get; } = new("a location constraint",
    [
        new("cibId", Texts.Id) { Replaces = true },
        new("resource", Texts.Id) { Required = true },
        new("node", Texts.Node) { Required = true },
        new("score", Texts.Score) { Required = true },
        new("role", Texts.Role),
        new("discovery", Texts.Word<ResourceDiscovery>()),
    ]);

    /// <summary>What runs beside what.</summary>
    public static ObjectShape Colocation { get; } = new("a colocation constraint",
    [
        new("cibId", Texts.Id) { Replaces = true },
        new("dependent", Texts.Id) { Required = true },
        new("primary", Texts.Id) { Required = true },
        new("score", Texts.Score) { Default = "INFINITY" },
        new("dependentRole", Texts.Role),
        new("primaryRole", Texts.Role),
    ]) { Rules = target => ConstraintRules.NotTheSame(target, "dependent", "primary") };

    /// <summary>What comes before what.</summary>
    public static ObjectShape Order { get; } = new("an order constraint",
    [
        new("cibId", Texts.Id) { Replaces = true },
        new("first", Texts.Id) { Required = true },
        new("then", Texts.Id) { Required = true },
        new("firstAction", s_action),
        new("thenAction", s_action),
        new("kind", Texts.Word<OrderKind>()),
        new("symmetrical", new FlagShape()),
        new("requireAll", new FlagShape()),
    ]) { Rules = target => ConstraintRules.NotTheSame(target, "first", "then") };
}
