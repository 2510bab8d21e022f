using System.Text.Json.Nodes;
using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Values;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Cibs.Differing;

/// <summary>What differs between two CIBs, for programs.</summary>
internal static class ComparisonJson
{
    /// <summary>The document.</summary>
    /// <param name="before">Where the earlier one is from.</param>
    /// <param name="after">Where the later one is from.</param>
    /// <param name="comparison">What differs.</param>
    /// <param name="showSecrets">Whether secrets are shown.</param>
    public static string Write(string before, string after, DocumentComparison comparison, bool showSecrets) => new JsonObject
    {
        ["before"] = before,
        ["after"] = after,
        ["equal"] = comparison.IsEmpty,
        ["objects"] = new JsonArray([.. comparison.Objects.Select(item => (JsonNode)new JsonObject
        {
            ["id"] = item.Id,
            ["tag"] = item.Tag,
            ["section"] = item.Section,
            ["change"] = item.Kind.ToString().ToLowerInvariant(),
            ["holder"] = item.Holder,
            ["from"] = item.From?.ToString(),
            ["to"] = item.To?.ToString(),
            ["operatorStateOnly"] = item.IsOperatorStateOnly,
            ["attributes"] = Values(item.Attributes, showSecrets),
            ["operatorState"] = Values(item.OperatorState, showSecrets),
        })]),
    }.ToJsonString(JsonStyle.Indented) + "\n";

    private static JsonArray Values(ValueList<AttributeDifference> values, bool showSecrets) => new([.. values.Select(value => (JsonNode)new JsonObject
    {
        ["path"] = value.Path,
        ["old"] = ShownValue.Raw(value.Path, value.Old, showSecrets),
        ["new"] = ShownValue.Raw(value.Path, value.New, showSecrets),
    })]);
}
