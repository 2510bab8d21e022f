using HaIac.Cib.Documents;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays a rule out as a part of its set or constraint: score and role are attributes, the expressions are one value.</summary>
internal static class RuleShapes
{
    /// <summary>The rule as a part; none when there is no rule.</summary>
    public static IEnumerable<ObjectShape> Of(CibRule? rule) => rule is null ? [] : [Part(rule)];

    /// <summary>What the expressions of a rule mean, as text; score and role apart.</summary>
    public static string TextOf(CibElement rule) =>
        RuleReader.Read(rule) is { IdRef: null } read
            ? RuleText.Canonical(read with { Score = null, ScoreAttribute = null, Role = null })
            : TreeText.Of(rule);

    private static ObjectShape Part(CibRule rule) => new("rule", rule.Id?.Value ?? "", Map(
        ("id-ref", rule.IdRef?.Value),
        ("boolean-op", rule.Expressions.Count > 1 ? CibWord.Format(rule.Operator ?? RuleOperator.And) : null),
        ("role", Role(rule.Role)),
        ("score", rule.Score?.ToString()),
        ("score-attribute", rule.ScoreAttribute)))
    {
        Tree = (owner, ids) => RuleWriter.Write(rule, owner, ids),
    };
}
