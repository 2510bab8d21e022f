using HaIac.Cib.Documents;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>A rule in one line.</summary>
internal static class RuleText
{
    /// <summary>The rule in the words that operators know from pcs.</summary>
    /// <param name="rule">The element <c>rule</c>.</param>
    public static string Of(CibElement rule) =>
        rule["id-ref"] is { } shared ? $"as in rule {shared}" : string.Join($" {rule["boolean-op"] ?? "and"} ", rule.Elements.Select(Expression));

    private static string Expression(CibElement element) => element.Name switch
    {
        "rule" => $"({Of(element)})",
        "expression" when element["operation"] is "defined" or "not_defined" => Joined(element["operation"], element["attribute"]),
        "expression" => Joined(element["attribute"], element["operation"], element["value"]),
        _ => Joined([element.Name, .. element.Attributes.Where(attribute => attribute.Name != "id").Select(attribute => $"{attribute.Name}={attribute.Value}"), .. element.Elements.Select(Expression)]),
    };

    private static string Joined(params IEnumerable<string?> words) => string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
}
