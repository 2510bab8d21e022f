using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Values;

namespace HaIac.Cib.Rules;

/// <summary>Makes elements of rules, with ids as pcs gives them: <c>OWNER-rule</c>, <c>RULE-expr</c>, <c>EXPR-datespec</c>, <c>EXPR-duration</c>,
/// <c>RULE-rsc-ocf-pacemaker-Dummy</c>, <c>RULE-op-monitor</c>; numbers behind them where an id is taken.</summary>
internal static class RuleWriter
{
    private static readonly SchemaVersion s_newRoles = new(3, 7);

    /// <summary>The element of a rule.</summary>
    /// <param name="rule">The rule; an id that it declares is the caller's to take, those of rules inside are taken here if they are free.</param>
    /// <param name="parentId">The id of the constraint or set that holds it.</param>
    /// <param name="ids">Where ids come from.</param>
    /// <param name="schema">The schema of the document: roles have other words before 3.7.</param>
    public static CibElement Write(CibRule rule, string parentId, IdPool ids, SchemaVersion? schema = null) =>
        Write(rule, rule.IdRef is not null ? "" : rule.Id?.Value ?? ids.Take(parentId, RuleTags.Rule), rule.Score?.ToString(), ids, schema);

    /// <summary>The element of a rule inside another rule or a lifetime, where its score has no meaning: schemas before 3.9 want one, and pcs writes 0.</summary>
    public static CibElement WriteInside(CibRule rule, string parentId, IdPool ids, SchemaVersion? schema = null) => Write(
        rule,
        rule.IdRef is not null ? "" : rule.Id is { } declared && ids.TryTake(declared.Value) ? declared.Value : ids.Take(parentId, RuleTags.Rule),
        rule.Score?.ToString() ?? (rule.ScoreAttribute is null ? "0" : null),
        ids,
        schema);

    private static CibElement Write(CibRule rule, string id, string? score, IdPool ids, SchemaVersion? schema)
    {
        if (rule.IdRef is { } shared)
        {
            return new CibElement(RuleTags.Rule, [("id-ref", shared.Value)]);
        }

        return new CibElement(
            RuleTags.Rule,
            [
                ("id", id),
                ("boolean-op", RuleWords.Operators.WordOf(rule.Operator)),
                ("role", RoleOf(rule, schema)),
                ("score", score),
                ("score-attribute", rule.ScoreAttribute),
            ],
            [.. rule.Expressions.Select(expression => Write(expression, id, ids, schema))]);
    }

    private static CibElement Write(RuleExpression expression, string ruleId, IdPool ids, SchemaVersion? schema) => expression switch
    {
        CibRule rule => WriteInside(rule, ruleId, ids, schema),
        NodeAttributeExpression attribute => new CibElement(
            RuleTags.Attribute,
            [
                ("id", ids.Take(ruleId, "expr")),
                ("attribute", attribute.Attribute),
                ("operation", RuleWords.Comparisons.WordOf(attribute.Comparison)),
                ("value", attribute.Value),
                ("type", RuleWords.Types.WordOf(attribute.Type)),
                ("value-source", RuleWords.Sources.WordOf(attribute.Source)),
            ]),
        DateExpression date => Date(date, ids.Take(ruleId, "expr"), ids),
        ResourceExpression resource => new CibElement(
            RuleTags.Resource,
            [
                ("id", ids.Take(new[] { ruleId, "rsc", resource.Standard, resource.Provider, resource.Type }.OfType<string>())),
                ("class", resource.Standard),
                ("provider", resource.Provider),
                ("type", resource.Type),
            ]),
        OperationExpression operation => new CibElement(
            RuleTags.Operation,
            [("id", ids.Take(ruleId, "op", operation.Name)), ("name", operation.Name), ("interval", operation.Interval?.ToString())]),
        _ => throw new ArgumentException("bug in HaIac: an expression that cannot be written", nameof(expression)),
    };

    private static CibElement Date(DateExpression date, string id, IdPool ids)
    {
        var inside = new List<CibElement>();
        if (date.Duration is { } duration)
        {
            inside.Add(new CibElement(
                RuleTags.Duration,
                duration.Parts.Select(part => (part.Name, (string?)part.Count.ToString(CultureInfo.InvariantCulture))).Prepend(("id", ids.Take(id, "duration")))));
        }

        if (date.Spec is { } spec)
        {
            inside.Add(new CibElement(
                RuleTags.DateSpec,
                spec.Parts.Select(part => (part.Name, (string?)part.Range.ToString())).Prepend(("id", ids.Take(id, "datespec")))));
        }

        return new CibElement(
            RuleTags.Date,
            [
                ("id", id),
                ("operation", RuleWords.DateComparisons.WordOf(date.Comparison)),
                ("start", date.Start?.Text),
                ("end", date.End?.Text),
            ],
            inside);
    }

    private static string? RoleOf(CibRule rule, SchemaVersion? schema) => rule.Role is not { } role
        ? null
        : schema is { } version && version.CompareTo(s_newRoles) < 0 ? ResourceRoles.FormatOld(role) : ResourceRoles.Format(role);
}
