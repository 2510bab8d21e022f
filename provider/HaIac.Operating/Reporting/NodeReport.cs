using HaIac.Cib.Values;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>A service on one node (rules G and P1 of the requirements).</summary>
internal sealed record NodeReport
{
    /// <summary>The node.</summary>
    public required NodeName Node { get; init; }

    /// <summary>How the service is there.</summary>
    public required NodeState State { get; init; }

    /// <summary>Why the node cannot run anything now: offline, in standby, in maintenance, ...; empty if it can.</summary>
    public string NodeNote { get; init; } = "";

    /// <summary>True if operations failed there and that is not cleaned up.</summary>
    public bool Failed { get; init; }

    /// <summary>True if the cluster does not manage it there: the setting of the resource, or maintenance of node or cluster.</summary>
    public bool Unmanaged { get; init; }

    /// <summary>True if it is stopped by <c>target-role</c>.</summary>
    public bool Disabled { get; init; }

    /// <summary>True if a failure keeps the cluster from touching it.</summary>
    public bool Blocked { get; init; }

    /// <summary>What is being done right now in Pacemaker's word (<c>Starting</c>); null: nothing.</summary>
    public string? Pending { get; init; }

    /// <summary>Whether there is a location constraint that allows it there; null where nothing asks for one (not an opt-in cluster, not switched on).</summary>
    public bool? LocationPresent { get; init; }

    /// <summary>Ids of constraints that forbid the node to it.</summary>
    public ValueList<string> Bans { get; init; } = [];

    /// <summary>Failed operations with code and reason.</summary>
    public ValueList<OperationFailure> Failures { get; init; } = [];

    /// <summary>How often it failed there since the last cleanup.</summary>
    public int FailCount { get; init; }

    /// <summary>The operations that led to the state, oldest first (rule P3).</summary>
    public ValueList<HistoryEntry> History { get; init; } = [];
}
