namespace HaIac.Cib.Rules;

/// <summary>One condition of a rule: a comparison, or a rule inside the rule.</summary>
/// <remarks>Source: Pacemaker Explained, Rules; rule-3.9.rng.</remarks>
public abstract record RuleExpression
{
    private protected RuleExpression()
    {
    }

    /// <summary>The condition in the words that operators know from pcs: <c>#uname eq ctl1 and date gt 2026-01-01</c>.</summary>
    public sealed override string ToString() => RuleText.Of(this);
}
