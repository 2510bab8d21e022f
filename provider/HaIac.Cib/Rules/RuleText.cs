using System.Globalization;
using System.Text.RegularExpressions;

namespace HaIac.Cib.Rules;

/// <summary>Rules in one line, in the words that operators know from pcs; and the same with all that has no meaning taken out, to compare rules.</summary>
public static partial class RuleText
{
    /// <summary>The conditions of a rule, without score and role: <c>#uname eq ctl1 and (date gt 2026-01-01 or defined pingd)</c>.</summary>
    public static string Of(RuleExpression expression) => expression switch
    {
        CibRule { IdRef: { } shared } => $"rule {shared}",
        CibRule rule => string.Join(Between(rule), rule.Expressions.Select(part => part is CibRule { IdRef: null } ? $"({Of(part)})" : Of(part))),
        NodeAttributeExpression attribute => Attribute(attribute),
        DateExpression date => Date(date, static date => date.Text),
        ResourceExpression resource => $"resource {Part(resource.Standard)}:{Part(resource.Provider)}:{Part(resource.Type)}",
        OperationExpression operation => $"op {Quoted(operation.Name)}" + (operation.Interval is { } interval ? $" interval={interval}" : ""),
        _ => throw new ArgumentException("bug in HaIac: an expression without text", nameof(expression)),
    };

    /// <summary>A rule with its settings before the conditions: <c>score=100 role=Promoted #uname eq ctl1</c>.</summary>
    public static string WithSettings(CibRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Settings(rule) + Of(rule);
    }

    /// <summary>
    /// One text for all rules that do the same: without ids, with the conditions in alphabetical order and each but once, rules inside
    /// without need for it dissolved, defaults left out. Scores of rules inside do not count.
    /// </summary>
    internal static string Canonical(CibRule rule) => rule.IdRef is null ? Settings(rule) + CanonicalBody(rule) : Of(rule);

    private static string CanonicalBody(CibRule rule)
    {
        var between = Between(rule);
        var parts = CanonicalParts(rule, between).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return string.Join(between, parts);
    }

    /// <summary>The parts of a rule; a rule inside that has the same word, or one part only, adds its parts to them.</summary>
    private static IEnumerable<string> CanonicalParts(CibRule rule, string between) => rule.Expressions.SelectMany(part => part switch
    {
        CibRule { IdRef: null } inner when inner.Expressions.Count == 1 || Between(inner) == between => CanonicalParts(inner, between),
        CibRule { IdRef: null } inner => [$"({CanonicalBody(inner)})"],
        DateExpression date => [Date(date, static date => date.Canonical)],
        NodeAttributeExpression attribute => [Attribute(attribute with
        {
            Source = attribute.Source == AttributeValueSource.Literal ? null : attribute.Source,
            Type = attribute is { Type: AttributeValueType.String, Comparison: AttributeComparison.Equal or AttributeComparison.NotEqual } ? null : attribute.Type,
        })],
        OperationExpression { Interval: { } interval } operation =>
            [string.Create(CultureInfo.InvariantCulture, $"op {Quoted(operation.Name)} interval={interval.Value.TotalMilliseconds}ms")],
        _ => (IEnumerable<string>)[Of(part)],
    });

    private static string Settings(CibRule rule) =>
        (rule.Score is { } score ? $"score={score} " : "")
        + (rule.ScoreAttribute is { } attribute ? $"score-attribute={Quoted(attribute)} " : "")
        + (rule.Role is { } role ? $"role={role} " : "");

    private static string Between(CibRule rule) => rule.Operator == RuleOperator.Or ? " or " : " and ";

    private static string Attribute(NodeAttributeExpression expression)
    {
        var operation = RuleWords.Comparisons.WordOf(expression.Comparison);
        var words = expression.Value is { } value
            ? [Quoted(expression.Attribute), operation, RuleWords.Types.WordOf(expression.Type), RuleWords.Sources.WordOf(expression.Source), Quoted(value)]
            : new[] { operation, RuleWords.Types.WordOf(expression.Type), RuleWords.Sources.WordOf(expression.Source), Quoted(expression.Attribute) };
        return string.Join(' ', words.OfType<string>());
    }

    private static string Date(DateExpression expression, Func<RuleDate, string> textOf)
    {
        var start = expression.Start is null ? null : textOf(expression.Start);
        var end = expression.End is null ? null : textOf(expression.End);
        if (expression.Comparison == DateComparison.Calendar)
        {
            return "date-spec" + string.Concat(expression.Spec?.Parts.Select(part => $" {part.Name}={part.Range}") ?? []) + Extra(start) + Extra(end);
        }

        var operation = RuleWords.DateComparisons.WordOf(expression.Comparison);
        var duration = expression.Duration is null
            ? ""
            : " duration" + string.Concat(expression.Duration.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $" {part.Name}={part.Count}")));
        return expression.Comparison == DateComparison.InRange
            ? $"date {operation}{Extra(start)} to{Extra(end)}{duration}"
            : $"date {operation}{Extra(start)}{Extra(end)}{duration}";
    }

    private static string Extra(string? date) => date is null ? "" : " " + Quoted(date);

    private static string Part(string? agentPart) =>
        agentPart is null ? "" : agentPart.Contains(':', StringComparison.Ordinal) ? InQuotes(agentPart) : Quoted(agentPart);

    /// <summary>A word as it is where it cannot be taken for anything else, else in quotes.</summary>
    private static string Quoted(string text) => text.Length == 0 || Special().IsMatch(text) ? InQuotes(text) : text;

    private static string InQuotes(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("""[\s()="\\]|^(and|or|rule|date|date-spec|duration|to|op|resource|eq|ne|lte?|gte?|defined|not_defined|string|integer|number|version|literal|param|meta)$""")]
    private static partial Regex Special();
}
