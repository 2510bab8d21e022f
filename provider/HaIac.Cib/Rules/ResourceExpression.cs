namespace HaIac.Cib.Rules;

/// <summary>A condition on the agent of the resource: <c>resource ocf:pacemaker:Dummy</c>; parts that are not set do not count.</summary>
/// <remarks>
/// For rules in resource and operation defaults; anywhere else it never matches. Source: Pacemaker Explained, Rules, Resource
/// Expressions; rule-3.9.rng rsc_expression, from schema 3.4.
/// </remarks>
public sealed record ResourceExpression : RuleExpression
{
    /// <summary>The standard (<c>class</c>): ocf, systemd, ... Default: null, any.</summary>
    public string? Standard { get; init; }

    /// <summary>The vendor's folder of an OCF agent. Default: null, any; agents of other standards have none.</summary>
    public string? Provider { get; init; }

    /// <summary>The agent's own name. Default: null, any.</summary>
    public string? Type { get; init; }
}
