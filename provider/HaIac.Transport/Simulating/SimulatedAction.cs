using HaIac.Cib.Values;

namespace HaIac.Transport.Simulating;

/// <summary>One thing the scheduler would do.</summary>
public sealed record SimulatedAction
{
    /// <summary>What it would do.</summary>
    public required ActionKind Kind { get; init; }

    /// <summary>The scheduler's own word for it.</summary>
    public string Word { get; init; } = "";

    /// <summary>Id of the primitive, without instance number; null for an action on a node.</summary>
    public string? Resource { get; init; }

    /// <summary>Number of the instance in the scheduler's count; null for a resource that is no clone.</summary>
    public int? Instance { get; init; }

    /// <summary>The node it would happen on; of a move the one that is left. Null if not stated.</summary>
    public NodeName? Node { get; init; }

    /// <summary>The node a moved resource would go to; null for other actions.</summary>
    public NodeName? Destination { get; init; }

    /// <summary>The role before; null if not stated.</summary>
    public ResourceRole? FromRole { get; init; }

    /// <summary>The role afterwards; null if not stated.</summary>
    public ResourceRole? ToRole { get; init; }

    /// <summary>The scheduler's reason, for example the action that cannot run; null if it gives none.</summary>
    public string? Reason { get; init; }

    /// <summary>True if the action cannot run, because of <see cref="Reason"/>.</summary>
    public bool Blocked { get; init; }
}
