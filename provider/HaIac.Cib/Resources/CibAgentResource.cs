using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>What a primitive and a template have in common: an agent, what it is called for, and what an instance takes of a node.</summary>
public abstract record CibAgentResource : CibResource
{
    private protected CibAgentResource()
    {
    }

    /// <summary>What the agent is called for, and when. No two may have the same name and interval. Default: none, the cluster calls start, stop and a probe.</summary>
    public ValueList<CibOperation> Operations { get; init; } = [];

    /// <summary>The id of the list of operations, by which others can share it (<see cref="OperationsFrom"/>). Default: null, none.</summary>
    public CibId? OperationsId { get; init; }

    /// <summary>The id of a list of operations elsewhere that holds here too (<c>operations id-ref</c>). Default: null, its own only.</summary>
    public CibId? OperationsFrom { get; init; }

    /// <summary>How much of each capacity of a node one instance takes, whole numbers. Default: nothing.</summary>
    public AttributeMap Utilization { get; init; } = AttributeMap.Empty;

    /// <summary>Utilization that has a score, holds only while a rule does, or stands elsewhere. Default: none.</summary>
    public ValueList<CibAttributeSet> FurtherUtilization { get; init; } = [];
}
