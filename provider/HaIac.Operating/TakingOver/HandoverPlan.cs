using HaIac.Cib.Values;

namespace HaIac.Operating.TakingOver;

/// <summary>In which order a service goes from the init system to the cluster.</summary>
internal sealed record HandoverPlan
{
    /// <summary>The nodes on which the init system's instance stops before the cluster gets the service.</summary>
    public ValueList<NodeName> StopBefore { get; init; } = [];

    /// <summary>The nodes that are banned at first and freed one after the other, each when its own instance has stopped and the one before it runs.</summary>
    public ValueList<NodeName> Roll { get; init; } = [];

    /// <summary>Nodes whose running instance the cluster takes as its own.</summary>
    public ValueList<NodeName> Adopted { get; init; } = [];

    /// <summary>Whether the service is gone for a moment: nothing of it runs between the stop and the cluster's start.</summary>
    public bool HasGap { get; init; }
}
