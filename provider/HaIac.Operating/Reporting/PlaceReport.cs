using HaIac.Cib.Values;

namespace HaIac.Operating.Reporting;

/// <summary>How a resource is on one node.</summary>
/// <param name="Node">The node.</param>
/// <param name="State">What it is there.</param>
internal sealed record PlaceReport(NodeName Node, PlaceState State)
{
    /// <summary>How many of its primitives run there.</summary>
    public int Running { get; init; }

    /// <summary>How many of its primitives there could be: the members of a group; otherwise 1.</summary>
    public int Members { get; init; } = 1;

    /// <summary>Something of it failed there.</summary>
    public bool Failed { get; init; }

    /// <summary>A failure keeps the cluster from touching it there.</summary>
    public bool Blocked { get; init; }

    /// <summary>The cluster does not manage it there.</summary>
    public bool Unmanaged { get; init; }

    /// <summary>A location constraint allows or prefers the node (requirement P1: location present).</summary>
    public bool Allowed { get; init; }

    /// <summary>A constraint keeps it off the node.</summary>
    public bool Banned { get; init; }

    /// <summary>Whether something of it runs there.</summary>
    public bool Active => State is not PlaceState.Stopped;
}
