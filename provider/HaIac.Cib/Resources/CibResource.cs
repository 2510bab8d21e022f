using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>A resource: a primitive, or something that holds primitives.</summary>
public abstract record CibResource : CibObject
{
    private protected CibResource()
    {
    }

    /// <summary>A text for people; the cluster makes nothing of it. Default: null, none.</summary>
    public string? Description { get; init; }

    /// <summary>Parameters for the agent. On a group or clone they hold for the resources inside that do not set the same name themselves.</summary>
    /// <value>Default: none; only what stands here is ours, what others set survives.</value>
    public AttributeMap InstanceAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Parameters for the agent that have a score, hold only while a rule does, or stand elsewhere. Default: none.</summary>
    public ValueList<CibAttributeSet> FurtherInstanceAttributes { get; init; } = [];

    /// <summary>Settings for the cluster (target-role, resource-stickiness, migration-threshold, clone-max, ...).</summary>
    /// <value>Default: none; only what stands here is ours, what others set survives.</value>
    public AttributeMap MetaAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>Settings for the cluster that have a score, hold only while a rule does, or stand elsewhere. Default: none.</summary>
    public ValueList<CibAttributeSet> FurtherMetaAttributes { get; init; } = [];

    /// <summary>This resource and every one inside it, from the outside in: clone, group, primitives; the primitive of a bundle.</summary>
    public IEnumerable<CibResource> SelfAndInside() => this switch
    {
        CibClone clone => clone.Inner.SelfAndInside().Prepend(clone),
        CibMaster master => master.Inner.SelfAndInside().Prepend(master),
        CibGroup group => group.Primitives.Prepend<CibResource>(group),
        CibBundle { Primitive: { } primitive } bundle => [bundle, primitive],
        _ => [this],
    };
}
