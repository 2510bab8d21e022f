using HaIac.Cib.Values;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>One operation that a node ran for a resource, as the status section of the CIB remembers it.</summary>
/// <param name="Resource">Id of the primitive, without instance number.</param>
/// <param name="Node">The node.</param>
/// <param name="CallId">Number of the call on its node; a later one is higher. -1: it was never run.</param>
/// <param name="Operation">start, stop, monitor, promote, demote, notify, ...</param>
internal sealed record OperationRecord(string Resource, NodeName Node, int CallId, string Operation)
{
    /// <summary>The time between two runs; zero for operations that are run once, such as a probe.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>The agent's exit code; null while it is pending.</summary>
    public AgentExit? Exit { get; init; }

    /// <summary>The exit code that the cluster expected; null if not recorded.</summary>
    public AgentExit? Expected { get; init; }

    /// <summary>Whether its result is still awaited.</summary>
    public bool Pending => Exit is null;

    /// <summary>The reason the agent gave; empty if it gave none.</summary>
    public string ExitReason { get; init; } = "";

    /// <summary>When the result changed last; null if not recorded.</summary>
    public DateTimeOffset? LastChange { get; init; }

    /// <summary>How long it took; null if not recorded.</summary>
    public TimeSpan? Took { get; init; }
}
