using HaIac.Cib.Constraints;
using HaIac.Cib.Values;

namespace HaIac.Provider.Composing;

/// <summary>Makes constraints of checked inputs.</summary>
internal static class ConstraintComposer
{
    /// <summary>Where a resource runs.</summary>
    public static LocationConstraint Location(Inputs inputs) => new()
    {
        Id = inputs.Id(),
        Resource = inputs.Id("resource"),
        Node = inputs.Text("node") is { } node ? NodeName.Parse(node) : null,
        Score = inputs.Object("rule") is null ? Score.Parse(inputs.Needed("score")) : null,
        Rules = inputs.Object("rule") is { } rule ? [NodeRules.Of(rule, Score.Parse(inputs.Needed("score")))] : [],
        Role = inputs.Role("role"),
        Discovery = inputs.Word<ResourceDiscovery>("discovery"),
    };

    /// <summary>What runs beside what.</summary>
    public static ColocationConstraint Colocation(Inputs inputs) => new()
    {
        Id = inputs.Id(),
        Dependent = inputs.Id("dependent"),
        Primary = inputs.Id("primary"),
        Score = Score.Parse(inputs.Needed("score")),
        DependentRole = inputs.Role("dependentRole"),
        PrimaryRole = inputs.Role("primaryRole"),
    };

    /// <summary>What comes before what.</summary>
    public static OrderConstraint Order(Inputs inputs) => new()
    {
        Id = inputs.Id(),
        First = inputs.Id("first"),
        Then = inputs.Id("then"),
        FirstAction = inputs.Word<OrderAction>("firstAction"),
        ThenAction = inputs.Word<OrderAction>("thenAction"),
        Kind = inputs.Word<OrderKind>("kind"),
        Symmetrical = inputs.Flag("symmetrical"),
        RequireAll = inputs.Flag("requireAll"),
    };
}
