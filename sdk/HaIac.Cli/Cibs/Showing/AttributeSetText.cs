using HaIac.Cib.Documents;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>Sets of pairs: parameters, meta attributes, utilization, cluster options.</summary>
internal static class AttributeSetText
{
    /// <summary>Whether an element is such a set.</summary>
    public static bool IsSet(CibElement element) => element.Name is "instance_attributes" or "meta_attributes" or "utilization" or "cluster_property_set";

    /// <summary>Writes a set behind its label, and what an operator set apart.</summary>
    /// <param name="page">Takes the text.</param>
    /// <param name="indent">Blanks before it.</param>
    /// <param name="set">The set.</param>
    /// <param name="isOperatorState">Whether a name is operator state here.</param>
    /// <param name="label">What it is called here; null for the word that goes with its tag.</param>
    public static void Write(Page page, int indent, CibElement set, Func<string, bool> isOperatorState, string? label = null)
    {
        label ??= Label(set);
        if (set["id-ref"] is { } shared)
        {
            page.Detail(indent, label, $"those of {shared}");
            return;
        }

        if (Condition(set) is { Length: > 0 } condition)
            page.Detail(indent, label, condition, Ink.Faint);
        var inner = Condition(set).Length > 0 ? indent + 2 : indent;
        var pairs = PairsOf(set).ToLookup(pair => isOperatorState(pair.Name));
        page.Pairs(inner, Condition(set).Length > 0 ? "" : label, pairs[false]);
        page.Pairs(inner, "operator", pairs[true], Ink.Operator);
        foreach (var other in set.Elements.Where(child => child.Name is not ("nvpair" or "rule") || (child.Name == "nvpair" && child["id-ref"] is null && child["name"] is null)))
            page.Unknown(inner, other);
    }

    /// <summary>The pairs of a set; one that points to another set's has no value of its own.</summary>
    /// <param name="set">The set.</param>
    public static IEnumerable<(string Name, string Value)> PairsOf(CibElement set) =>
        from pair in set.Elements
        where pair.Name == "nvpair" && (pair["name"] ?? pair["id-ref"]) is not null
        select pair["id-ref"] is { } shared ? (pair["name"] ?? shared, $"(as {shared})") : (pair["name"]!, pair["value"] ?? "");

    /// <summary>When a set applies, and how much it counts; empty for a plain one.</summary>
    /// <param name="set">The set.</param>
    public static string Condition(CibElement set)
    {
        var parts = new List<string>();
        if (set["score"] is { } score)
            parts.Add($"score {score}");
        parts.AddRange(set.Elements.Where(child => child.Name == "rule").Select(rule => $"when {RuleLine.Of(rule)}"));
        return string.Join(", ", parts);
    }

    private static string Label(CibElement set) => set.Name switch
    {
        "instance_attributes" => "parameters",
        "meta_attributes" => "meta",
        "cluster_property_set" => "options",
        _ => set.Name,
    };
}
