using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>One operation of a primitive: monitor, start, stop, promote, ...</summary>
/// <remarks>Source: Pacemaker Explained, Resource Operations; resources-3.9.rng element-operations.</remarks>
public sealed record CibOperation
{
    /// <summary>The action of the agent.</summary>
    public required string Name { get; init; }

    /// <summary>How often it recurs.</summary>
    /// <value>Default: zero, which means that it does not recur.</value>
    public CibDuration Interval { get; init; } = CibDuration.Zero;

    /// <summary>How long it may take; null leaves the cluster's default (20 s).</summary>
    public CibDuration? Timeout { get; init; }

    /// <summary>Run a recurring operation only where the resource has this role; null means Started.</summary>
    public ResourceRole? Role { get; init; }

    /// <summary>What the cluster does when it fails; null leaves its default (restart; for stop: fence, without fencing block).</summary>
    public FailureAction? OnFail { get; init; }

    /// <summary>Other XML attributes of the operation by their CIB names (start-delay, enabled, record-pending, ...).</summary>
    public AttributeMap OtherAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Parameters for the agent in this operation only (OCF_CHECK_LEVEL).</summary>
    public AttributeMap InstanceAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Parameters for the agent in this operation that have a score, hold only while a rule does, or stand elsewhere. Default: none.</summary>
    public ValueList<CibAttributeSet> FurtherInstanceAttributes { get; init; } = [];

    /// <summary>Properties of the operation that are written as pairs (timeout, on-fail, ...); where an XML attribute says the same, the pair counts.</summary>
    public AttributeMap MetaAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Properties of the operation that have a score, hold only while a rule does, or stand elsewhere. Default: none.</summary>
    public ValueList<CibAttributeSet> FurtherMetaAttributes { get; init; } = [];
}
