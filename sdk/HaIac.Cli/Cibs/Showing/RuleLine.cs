using HaIac.Cib.Documents;
using HaIac.Cib.Rules;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>A rule in one line, in the words that operators know from pcs; of one that no record can hold, its words as they stand.</summary>
internal static class RuleLine
{
    /// <summary>The line.</summary>
    /// <param name="rule">The element <c>rule</c>.</param>
    public static string Of(CibElement rule) => rule switch
    {
        _ when rule["id-ref"] is { } shared => $"as in rule {shared}",
        _ when RuleReader.Read(rule) is { } known => RuleText.Of(known),
        _ => string.Join($" {rule["boolean-op"] ?? "and"} ", rule.Elements.Select(Expression).DefaultIfEmpty("(nothing)")),
    };

    private static string Expression(CibElement element)
    {
        if (element.Name == "rule")
            return $"({Of(element)})";
        var attributes = element.Attributes.Where(attribute => attribute.Name != "id").Select(attribute => $"{attribute.Name}={attribute.Value}");
        return string.Join(' ', attributes.Concat(element.Elements.Select(Expression)).Prepend(element.Name));
    }
}
