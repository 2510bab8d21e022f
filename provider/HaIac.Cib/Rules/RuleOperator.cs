namespace HaIac.Cib.Rules;

/// <summary>What stands between the conditions of a rule (<c>boolean-op</c>).</summary>
public enum RuleOperator
{
    /// <summary>All conditions must hold; Pacemaker's default.</summary>
    And,

    /// <summary>One is enough.</summary>
    Or,
}
