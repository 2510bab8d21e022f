using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;

namespace HaIac.Operating.Reporting;

/// <summary>Finds what was set by hand. The same names are left alone by every comparison (architecture 3.6).</summary>
internal static class OperatorMarks
{
    private static readonly string[] s_cluster = ["maintenance-mode", "stop-all-resources"];
    private static readonly string[] s_resource = ["target-role", "is-managed", "maintenance"];
    private static readonly string[] s_node = ["standby", "maintenance"];

    /// <summary>The marks: cluster first, then nodes, resources, constraints.</summary>
    public static IEnumerable<OperatorMark> In(CibDocument cib)
    {
        var cluster = Pairs(cib.Properties.Properties, s_cluster).Where(pair => !IsOff(pair)).Select(pair => new OperatorMark("", $"{pair.Key}={pair.Value}"));
        var nodes = cib.NodeEntries.SelectMany(node => Pairs(node.Attributes, s_node).Where(pair => !IsOff(pair)).Select(pair => new OperatorMark(node.Name.Value, $"{pair.Key}={pair.Value}")));
        var resources = cib.Resources.OfType<CibResource>().SelectMany(resource => resource.SelfAndInside())
            .SelectMany(resource => Pairs(resource.MetaAttributes, s_resource).Select(pair => new OperatorMark(resource.Id.Value, $"{pair.Key}={pair.Value}")));
        var moves = cib.Constraints.OfType<LocationConstraint>().Where(IsMove).Select(move => new OperatorMark(move.Resource?.Value ?? move.ResourcePattern ?? "", $"{Liking(move)} ({move.Id})"));
        return [.. cluster, .. nodes, .. resources, .. moves];
    }

    /// <summary>Whether a constraint was made by moving or banning a resource by hand.</summary>
    public static bool IsMove(LocationConstraint constraint) =>
        constraint.Id.Value.StartsWith("cli-ban-", StringComparison.Ordinal) || constraint.Id.Value.StartsWith("cli-prefer-", StringComparison.Ordinal);

    private static string Liking(LocationConstraint move)
    {
        var away = move.Id.Value.StartsWith("cli-ban-", StringComparison.Ordinal);
        var role = move.Role == ResourceRole.Promoted ? "promoted role " : "";
        var place = move.Node?.Value ?? string.Join(" or ", move.Rules.Select(Place));
        return $"{role}{(away ? "kept away from" : "moved to")} {place}";
    }

    // A move that ends by itself asks for the node's name and the time; any other rule is shown as it is.
    private static string Place(CibRule rule) =>
        rule.Expressions is [NodeAttributeExpression { Attribute: "#uname", Comparison: AttributeComparison.Equal } node, DateExpression { Comparison: DateComparison.Before, End: { } end }]
            ? $"{node.Value} until {end}"
            : $"nodes where {rule}";

    private static IEnumerable<KeyValuePair<string, string>> Pairs(AttributeMap attributes, string[] names) => attributes.Where(pair => names.Contains(pair.Key));

    // standby=off says no more than no standby at all.
    private static bool IsOff(KeyValuePair<string, string> pair) => CibBoolean.TryParse(pair.Value, out var value, out _) && !value;
}
