namespace HaIac.Cib.Rules;

/// <summary>A condition on an attribute of the node: <c>#uname eq ctl1</c>, <c>defined pingd</c>, <c>cpu gte number 8</c>.</summary>
/// <remarks>
/// Pacemaker itself gives every node #uname, #id, #kind (cluster, container, remote), #is_dc, #cluster-name, #site-name, #ra-version and
/// #role. Texts compare without regard to case. Where a node lacks the attribute, only not_defined and ne hold. In sets of attributes
/// of resource and operation defaults there is no node, so no attribute is defined.
/// Source: Pacemaker Explained, Rules, Node Attribute Expressions; rule-3.9.rng expression.
/// </remarks>
public sealed record NodeAttributeExpression : RuleExpression
{
    /// <summary>The name of the attribute; <c>%0</c> to <c>%9</c> in it stand for what the pattern of a location caught.</summary>
    public required string Attribute { get; init; }

    /// <summary>How it is compared.</summary>
    public required AttributeComparison Comparison { get; init; }

    /// <summary>What it is compared with; null for defined and not_defined.</summary>
    public string? Value { get; init; }

    /// <summary>What both sides are taken for.</summary>
    /// <value>Null means text for eq and ne; for the others whole numbers, or numbers where one side holds a dot.</value>
    public AttributeValueType? Type { get; init; }

    /// <summary>Where the right side comes from; null means <see cref="AttributeValueSource.Literal"/>.</summary>
    public AttributeValueSource? Source { get; init; }
}
