namespace HaIac.Cib.Rules;

/// <summary>A condition on the time: <c>date gt 2026-01-01</c>, <c>date in_range 2026-01-01 to duration days=3</c>, <c>date-spec hours=9-17</c>.</summary>
/// <remarks>
/// Pacemaker looks at the clock again when something happens in the cluster, at the latest after cluster-recheck-interval, so a change by
/// a rule can be that late. Source: Pacemaker Explained, Rules, Date/Time Expressions; rule-3.9.rng date_expression.
/// </remarks>
public sealed record DateExpression : RuleExpression
{
    /// <summary>How the time is compared.</summary>
    public required DateComparison Comparison { get; init; }

    /// <summary>The beginning: for in_range and gt. Default: null.</summary>
    public RuleDate? Start { get; init; }

    /// <summary>The end: for in_range and lt. Default: null.</summary>
    public RuleDate? End { get; init; }

    /// <summary>How long after the start an in_range ends; of no meaning where <see cref="End"/> is set. Default: null.</summary>
    public DateDuration? Duration { get; init; }

    /// <summary>The calendar of a date_spec; null for every other comparison.</summary>
    public DateSpec? Spec { get; init; }
}
