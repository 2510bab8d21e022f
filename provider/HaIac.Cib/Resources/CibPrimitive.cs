using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>One service that the cluster runs on one node.</summary>
/// <remarks>Source: Pacemaker Explained, Cluster Resources; resources-3.9.rng element-primitive.</remarks>
public sealed record CibPrimitive : CibResource
{
    /// <summary>The agent that starts, stops and checks it. A change replaces the resource.</summary>
    public required AgentName Agent { get; init; }

    /// <summary>Parameters for the agent.</summary>
    public AttributeMap InstanceAttributes { get; init; } = AttributeMap.Empty;

    /// <summary>What the agent is called for, and when. No two may have the same name and interval.</summary>
    public ValueList<CibOperation> Operations { get; init; } = [];

    /// <summary>How much of each capacity of a node one instance takes, whole numbers.</summary>
    public AttributeMap Utilization { get; init; } = AttributeMap.Empty;

    /// <summary>Parameters for the agent that have a score, hold only while a rule does, or stand elsewhere.</summary>
    public ValueList<CibAttributeSet> FurtherInstanceAttributes { get; init; } = [];

    /// <summary>Utilization that has a score, holds only while a rule does, or stands elsewhere.</summary>
    public ValueList<CibAttributeSet> FurtherUtilization { get; init; } = [];

    /// <inheritdoc/>
    public override string Tag => "primitive";
}
