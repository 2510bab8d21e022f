using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>A resource: a primitive, or something that holds primitives.</summary>
public abstract record CibResource : CibObject
{
    private protected CibResource()
    {
    }

    /// <summary>Settings for the cluster (target-role, resource-stickiness, migration-threshold, clone-max, ...).</summary>
    /// <value>Default: none; only what stands here is ours, what others set survives.</value>
    public AttributeMap MetaAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Meta attributes that have a score, hold only while a rule does, or stand elsewhere.</summary>
    public ValueList<CibAttributeSet> FurtherMetaAttributes { get; init; } = [];
}
