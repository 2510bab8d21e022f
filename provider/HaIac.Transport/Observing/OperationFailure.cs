using HaIac.Cib.Values;

namespace HaIac.Transport.Observing;

/// <summary>A failed operation that the cluster remembers.</summary>
public sealed record OperationFailure
{
    /// <summary>Id of the primitive, without instance number.</summary>
    public required string Resource { get; init; }

    /// <summary>The node it failed on.</summary>
    public required NodeName Node { get; init; }

    /// <summary>The operation: start, stop, monitor, promote, ...</summary>
    public required string Operation { get; init; }

    /// <summary>The time between two runs; zero for operations that are run once.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>The agent's exit code, with its meaning.</summary>
    public required AgentExit Exit { get; init; }

    /// <summary>What became of the operation, in Pacemaker's words: <c>complete</c>, <c>Timed Out</c>, <c>Error</c>, <c>Not installed</c>, ...</summary>
    public string Status { get; init; } = "";

    /// <summary>The reason the agent gave; empty if it gave none.</summary>
    public string ExitReason { get; init; } = "";

    /// <summary>When the result changed last; null if not reported.</summary>
    public DateTimeOffset? LastChange { get; init; }

    /// <summary>Number of the call on its node: a later call has a higher one.</summary>
    public int? CallId { get; init; }
}
