using HaIac.Cib.Constraints;
using HaIac.Cib.Rules;
using HaIac.Provider.Checking;
using HaIac.Provider.Composing;

namespace HaIac.Provider.Shapes;

/// <summary>Constraints.</summary>
/// <remarks>Source: Pacemaker Explained, Resource Constraints; constraints-3.9.rng.</remarks>
internal static class ConstraintShapes
{
    private static readonly TextShape s_action = Texts.Word<OrderAction>();

    private static readonly ObjectShape s_condition = new("a condition on a node",
    [
        new("attribute", Texts.Any) { Required = true },
        new("comparison", Texts.OneOf([.. Enum.GetValues<AttributeComparison>().Select(NodeRules.WordOf)])) { Required = true },
        new("value", Texts.Any),
        new("type", Texts.Word<AttributeValueType>()),
    ]) { Rules = ConstraintRules.Condition };

    private static readonly ObjectShape s_rule = new("a rule about nodes",
    [
        new("operator", Texts.OneOf("and", "or")),
        new("conditions", new ListShape("conditions", s_condition, Key, Ordered: false)) { Required = true },
    ]) { Rules = ConstraintRules.Rule };

    /// <summary>Where a resource runs.</summary>
    public static ObjectShape Location { get; } = new("a location constraint",
    [
        new("cibId", Texts.Id) { Replaces = true },
        new("resource", Texts.Id) { Required = true },
        new("node", Texts.Node),
        new("rule", s_rule),
        new("score", Texts.Score) { Required = true },
        new("role", Texts.Role),
        new("discovery", Texts.Word<ResourceDiscovery>()),
    ]) { Rules = ConstraintRules.NodeOrRule };

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

    private static string Key(System.Collections.Immutable.ImmutableDictionary<string, Pulumi.Experimental.PropertyValue> condition) =>
        string.Join(' ', new[] { "attribute", "comparison" }.Select(name => condition.TryGetValue(name, out var value) ? TextShape.AsText(value) : ""));
}
