using HaIac.Cib.Values;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>One operation that the cluster remembers of a resource on a node.</summary>
internal sealed record HistoryEntry
{
    /// <summary>Id of the primitive, without instance number.</summary>
    public required string Resource { get; init; }

    /// <summary>The node.</summary>
    public required NodeName Node { get; init; }

    /// <summary>The operation: <c>start</c>, <c>monitor</c>, ...</summary>
    public required string Operation { get; init; }

    /// <summary>How often it recurs; zero for a single run or a probe.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>Its number on the node: a later one is higher. −1 while it is under way.</summary>
    public int CallId { get; init; }

    /// <summary>What became of it in Pacemaker's number: −1 pending, 0 done, 4 error, 2 timed out, ...</summary>
    public int Status { get; init; }

    /// <summary>The exit code of the agent.</summary>
    public AgentExit Exit { get; init; }

    /// <summary>The reason the agent gave; empty if it gave none.</summary>
    public string ExitReason { get; init; } = "";

    /// <summary>When the result was first seen; null if not recorded.</summary>
    public DateTimeOffset? LastChange { get; init; }

    /// <summary>Whether it is still under way.</summary>
    public bool Pending => Status == -1;

    /// <summary>Operation, result and reason in one line.</summary>
    public override string ToString() =>
        Pending
            ? $"{Operation} under way"
            : $"{Operation}{(Interval > TimeSpan.Zero ? $" every {Interval.TotalSeconds:0.###} s" : "")}: {Exit}{(ExitReason.Length > 0 ? $", \"{ExitReason}\"" : "")}";
}
