using System.Text.Json.Nodes;
using HaIac.Cib.Documents;
using HaIac.Cli.Cibs.Reading;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>A configuration, or some objects of it, for programs.</summary>
internal static class ConfigurationJson
{
    /// <summary>The document.</summary>
    /// <param name="input">What was read.</param>
    /// <param name="chosen">Only these objects; null for all.</param>
    /// <param name="showSecrets">Whether secrets are shown.</param>
    public static string Write(CibInput input, IReadOnlyList<CibElement>? chosen, bool showSecrets)
    {
        var cib = input.Document;
        var document = new JsonObject
        {
            ["source"] = input.Name,
            ["version"] = $"{cib.Version}",
            ["schema"] = cib.ValidateWith,
            ["featureSet"] = cib.FeatureSet,
            ["lastWritten"] = new JsonObject
            {
                ["time"] = cib.LastWriter.Time,
                ["user"] = cib.LastWriter.User,
                ["client"] = cib.LastWriter.Client,
                ["node"] = cib.LastWriter.Origin,
            },
        };
        if (chosen is not null)
        {
            document["objects"] = new JsonArray([.. chosen.Select(item => Object(item, showSecrets))]);
        }
        else
        {
            // Of two sections with one tag, which only a refused document has, both are there.
            foreach (var sections in SectionOrder.Of(cib).GroupBy(section => section.Name, StringComparer.Ordinal))
                document[sections.Key] = new JsonArray([.. sections.SelectMany(section => section.Elements).Select(item => Object(item, showSecrets))]);
        }

        return document.ToJsonString(JsonStyle.Indented) + "\n";
    }

    /// <summary>An object: its tag, its attributes by their own names, sets of pairs as maps, and everything else inside in the order of the document.</summary>
    private static JsonNode Object(CibElement element, bool showSecrets)
    {
        var shown = showSecrets ? element : SecretMask.Apply(element);
        var json = new JsonObject { ["tag"] = element.Name };
        foreach (var attribute in shown.Attributes)
            json[attribute.Name] = attribute.Value;
        if (ConstraintText.Of(element) is { } words)
            json["words"] = words;
        if (element.Name == "rule")
            json["words"] = RuleLine.Of(element);
        if (OperatorState.IsMove(element))
            json["operatorState"] = true;
        if (AttributeSetText.IsSet(element))
            json["pairs"] = new JsonObject(AttributeSetText.PairsOf(shown).DistinctBy(pair => pair.Name).Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value)));
        var inside = shown.Elements.Where(child => child.Name != "nvpair" || !AttributeSetText.IsSet(element)).ToList();
        if (inside.Count > 0)
            json["inside"] = new JsonArray([.. inside.Select(child => Object(child, showSecrets))]);
        return json;
    }
}
