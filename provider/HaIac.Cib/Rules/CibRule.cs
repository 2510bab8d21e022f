using HaIac.Cib.Values;

namespace HaIac.Cib.Rules;

/// <summary>
/// A rule: conditions with one word between them. In a location it says on which nodes the score applies; in a set of attributes when
/// its pairs hold; in a <c>lifetime</c> when its constraint does.
/// </summary>
/// <remarks>
/// Records are equal when they say the same in the same order, ids included; <see cref="Means"/> compares what they do.
/// Source: Pacemaker Explained, Rules, Rule Properties; rule-3.9.rng element-rule.
/// </remarks>
public sealed record CibRule : RuleExpression
{
    /// <summary>Its id; null takes one of pcs's scheme, <c>OWNER-rule</c>.</summary>
    public CibId? Id { get; init; }

    /// <summary>The id of a rule elsewhere in the CIB that holds here too; then nothing else may be set. Default: null.</summary>
    public CibId? IdRef { get; init; }

    /// <summary>What a node gets where the rule matches; of no meaning in sets of attributes, in <c>lifetime</c> and inside another rule.</summary>
    /// <value>Score, −1 000 000 to 1 000 000; null in a location counts as 0. Not together with <see cref="ScoreAttribute"/>.</value>
    public Score? Score { get; init; }

    /// <summary>The node attribute whose value is the score of that node; locations only. Default: null.</summary>
    public string? ScoreAttribute { get; init; }

    /// <summary>In a location: applies to instances in this role only. Default: null, any.</summary>
    public ResourceRole? Role { get; init; }

    /// <summary>The word between the conditions; null means <see cref="RuleOperator.And"/>.</summary>
    public RuleOperator? Operator { get; init; }

    /// <summary>The conditions, at least one unless <see cref="IdRef"/> is set.</summary>
    public ValueList<RuleExpression> Expressions { get; init; } = [];

    /// <summary>Whether both rules do the same in the cluster: ids, the order of conditions and spellings do not count.</summary>
    public bool Means(CibRule? other) => other is not null && RuleText.Canonical(this) == RuleText.Canonical(other);
}
