using HaIac.Operating.Findings;

namespace HaIac.Provider.Checking;

/// <summary>Rules about constraints.</summary>
internal static class ConstraintRules
{
    /// <summary>A constraint is about two resources.</summary>
    public static void NotTheSame(ObjectUnderCheck constraint, string one, string other)
    {
        if (constraint.Text(one) is { } id && id == constraint.Text(other) && constraint.Text(one + "Action") == constraint.Text(other + "Action"))
        {
            constraint.Report(FindingCode.SelfReference, other, $"{one} and {other} are both \"{id}\".", "A resource cannot be placed or ordered by itself.",
                $"Name another resource as {one} or {other}.");
        }
    }

    /// <summary>A location says which nodes it is about: one by its name, or those that a rule matches.</summary>
    public static void NodeOrRule(ObjectUnderCheck location)
    {
        if (location.Has("node") == location.Has("rule"))
        {
            location.Report(FindingCode.ExactlyOne, "node", location.Has("node") ? "Both node and rule are set." : "Neither node nor rule is set.",
                "A location is about one node, or about the nodes that a rule matches.", "Set one of node and rule.");
        }
    }

    /// <summary>A rule has conditions.</summary>
    public static void Rule(ObjectUnderCheck rule)
    {
        if (rule.Fields.TryGetValue("conditions", out var conditions) && conditions.TryGetArray(out var list) && list.Length == 0)
        {
            rule.Report(FindingCode.MissingProperty, "conditions", "The rule has no conditions.", "A rule without conditions is no valid CIB.", "Give it at least one condition.");
        }
    }

    /// <summary>What is compared needs something to be compared with.</summary>
    public static void Condition(ObjectUnderCheck condition)
    {
        var bare = condition.Text("comparison") is "defined" or "not_defined";
        if (condition.Text("comparison") is { } comparison && bare == condition.Has("value"))
        {
            condition.Report(bare ? FindingCode.NotAccepted : FindingCode.MissingProperty, "value",
                bare ? $"value is set, but comparison is {comparison}." : $"comparison is {comparison}, but value is not set.",
                bare ? "Whether a node has an attribute is asked without a value." : "There is nothing to compare the attribute with.",
                bare ? "Take value out, or compare with eq." : "Set value, or ask with defined.");
        }
    }
}
