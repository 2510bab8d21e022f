namespace HaIac.Cib.Rules;

/// <summary>Finds rules that can never match, whatever the node, the time, the resource and the operation.</summary>
/// <remarks>
/// It says so only where it is sure: what it does not understand may match. Where numbers are compared it takes the attribute for a
/// number, as the rule does. Dates in the past are not looked at: this library has no clock.
/// </remarks>
public static class RuleAnalysis
{
    /// <summary>Rules with more alternatives than this are not looked at in whole.</summary>
    private const int MostAlternatives = 256;

    /// <summary>Why a rule never matches, as a phrase for a message; null when it may match.</summary>
    /// <param name="rule">The rule, without those that it refers to by id.</param>
    public static string? NeverMatches(CibRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (Reason(Certain(rule)) is { } certain)
        {
            return certain;
        }

        if (Alternatives(rule) is not { Count: > 0 } alternatives)
        {
            return null;
        }

        var reasons = alternatives.ConvertAll(Reason);
        return reasons.TrueForAll(reason => reason is not null)
            ? string.Join("; ", reasons.Distinct(StringComparer.Ordinal))
            : null;
    }

    private static string? Reason(IReadOnlyList<RuleExpression> allOf) =>
        AttributeContradiction.Find(allOf) ?? DateContradiction.Find(allOf) ?? AgentContradiction.Find(allOf);

    /// <summary>What must hold in any case, without a look into alternatives.</summary>
    private static List<RuleExpression> Certain(RuleExpression expression) => expression switch
    {
        CibRule { IdRef: not null } => [],
        CibRule { Operator: RuleOperator.Or, Expressions.Count: > 1 } => [],
        CibRule rule => [.. rule.Expressions.SelectMany(Certain)],
        _ => [expression],
    };

    /// <summary>The ways to match: lists of what must hold together. Null when there are too many.</summary>
    private static List<IReadOnlyList<RuleExpression>>? Alternatives(RuleExpression expression)
    {
        if (expression is not CibRule { IdRef: null } rule)
        {
            return [[expression]];
        }

        var either = rule.Operator == RuleOperator.Or;
        List<IReadOnlyList<RuleExpression>> found = either ? [] : [[]];
        foreach (var part in rule.Expressions)
        {
            if (Alternatives(part) is not { } inside)
            {
                return null;
            }

            found = either
                ? [.. found, .. inside]
                : [.. found.SelectMany(_ => inside, (one, other) => (IReadOnlyList<RuleExpression>)[.. one, .. other])];
            if (found.Count > MostAlternatives)
            {
                return null;
            }
        }

        return found;
    }
}
