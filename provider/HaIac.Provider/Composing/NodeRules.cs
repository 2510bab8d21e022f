using System.Collections.Immutable;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using Pulumi.Experimental;

namespace HaIac.Provider.Composing;

/// <summary>Rules that look at attributes of nodes, as a location constraint holds them, and back.</summary>
/// <remarks>Dates, rules inside rules and rules by reference have no property; a location that has them is not taken for one of ours.</remarks>
internal static class NodeRules
{
    private static readonly ImmutableDictionary<AttributeComparison, string> s_comparisons = new Dictionary<AttributeComparison, string>
    {
        [AttributeComparison.Equal] = "eq",
        [AttributeComparison.NotEqual] = "ne",
        [AttributeComparison.Less] = "lt",
        [AttributeComparison.LessOrEqual] = "lte",
        [AttributeComparison.Greater] = "gt",
        [AttributeComparison.GreaterOrEqual] = "gte",
        [AttributeComparison.Defined] = "defined",
        [AttributeComparison.NotDefined] = "not_defined",
    }.ToImmutableDictionary();

    /// <summary>The word for a comparison.</summary>
    public static string WordOf(AttributeComparison comparison) => s_comparisons[comparison];

    /// <summary>The rule of checked inputs.</summary>
    public static CibRule Of(Inputs inputs, Score score) => new()
    {
        Score = score,
        Operator = inputs.Text("operator") == "or" ? RuleOperator.Or : null,
        Expressions = [.. inputs.List("conditions").Select(Condition)],
    };

    /// <summary>The inputs of a rule; null when it says more than they can.</summary>
    public static ImmutableDictionary<string, PropertyValue>? Inputs(CibRule rule)
    {
        if (rule is not { IdRef: null, ScoreAttribute: null, Role: null }
            || !rule.Expressions.All(part => part is NodeAttributeExpression { Source: null or AttributeValueSource.Literal }))
        {
            return null;
        }

        var fields = ImmutableDictionary<string, PropertyValue>.Empty
            .SetItem("conditions", new([.. rule.Expressions.Cast<NodeAttributeExpression>().Select(part => new PropertyValue(Condition(part)))]));
        return rule.Operator == RuleOperator.Or ? fields.SetItem("operator", new("or")) : fields;
    }

    private static NodeAttributeExpression Condition(Inputs inputs) => new()
    {
        Attribute = inputs.Needed("attribute"),
        Comparison = s_comparisons.First(pair => pair.Value == inputs.Needed("comparison")).Key,
        Value = inputs.Text("value"),
        Type = inputs.Word<AttributeValueType>("type"),
    };

    private static ImmutableDictionary<string, PropertyValue> Condition(NodeAttributeExpression expression)
    {
        var texts = new (string Name, string? Value)[]
        {
            ("attribute", expression.Attribute), ("comparison", WordOf(expression.Comparison)), ("value", expression.Value),
            ("type", expression.Type is { } type ? CibWord.Format(type) : null),
        };
        return texts.Where(text => text.Value is not null).ToImmutableDictionary(text => text.Name, text => new PropertyValue(text.Value!), StringComparer.Ordinal);
    }
}
