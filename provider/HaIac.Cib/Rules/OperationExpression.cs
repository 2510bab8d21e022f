using HaIac.Cib.Values;

namespace HaIac.Cib.Rules;

/// <summary>A condition on the operation that runs: <c>op monitor interval=10s</c>.</summary>
/// <remarks>
/// For rules in operation defaults; anywhere else it never matches. Source: Pacemaker Explained, Rules, Operation Expressions;
/// rule-3.9.rng op_expression, from schema 3.4.
/// </remarks>
public sealed record OperationExpression : RuleExpression
{
    /// <summary>The action: monitor, start, ...</summary>
    public required string Name { get; init; }

    /// <summary>How often it recurs; zero: once. Default: null, any.</summary>
    public CibDuration? Interval { get; init; }
}
