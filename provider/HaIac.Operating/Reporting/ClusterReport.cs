using HaIac.Cib.Values;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>A cluster at one moment, as an operator wants to see it (requirements P1-P3).</summary>
internal sealed record ClusterReport
{
    /// <summary>The address of the cluster, as the user wrote it.</summary>
    public required string Address { get; init; }

    /// <summary>Whether the partition that answered may run resources.</summary>
    public required bool HasQuorum { get; init; }

    /// <summary>The elected controller; null if none is elected.</summary>
    public NodeName? Controller { get; init; }

    /// <summary>Pacemaker's version on the controller; empty if not reported.</summary>
    public string PacemakerVersion { get; init; } = "";

    /// <summary>The options that decide whether anything runs at all, with the values in force.</summary>
    public ValueList<ReportedOption> Options { get; init; } = [];

    /// <summary>The nodes; guests, which are resources, are not among them.</summary>
    public ValueList<NodeStatus> Nodes { get; init; } = [];

    /// <summary>The outermost resources in the cluster's order.</summary>
    public ValueList<ResourceReport> Resources { get; init; } = [];

    /// <summary>Failed operations that the cluster remembers.</summary>
    public ValueList<OperationFailure> Failures { get; init; } = [];

    /// <summary>Failure counts that are not zero.</summary>
    public ValueList<FailCount> FailCounts { get; init; } = [];

    /// <summary>Constraints that keep a resource off a node.</summary>
    public ValueList<NodeBan> Bans { get; init; } = [];

    /// <summary>What was set by hand.</summary>
    public ValueList<OperatorMark> OperatorMarks { get; init; } = [];

    /// <summary>The operations behind it all, by resource and node, oldest first.</summary>
    public ValueList<HistoryEntry> History { get; init; } = [];

    /// <summary>Whether the whole cluster is in maintenance.</summary>
    public bool MaintenanceMode { get; init; }
}
