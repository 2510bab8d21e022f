namespace HaIac.Operating.Reporting;

/// <summary>What can be said about a <see cref="NodeState"/>.</summary>
internal static class NodeStates
{
    /// <summary>Whether the service runs, well or not.</summary>
    public static bool IsRunning(this NodeState state) => state >= NodeState.RunningFailed;

    /// <summary>Whether it is promoted.</summary>
    public static bool IsPromoted(this NodeState state) => state >= NodeState.PromotedDegraded;

    /// <summary>The state in words for an operator.</summary>
    public static string InWords(this NodeState state) => state switch
    {
        NodeState.Absent => "not looked for",
        NodeState.Unknown => "unknown",
        NodeState.Stopped => "stopped",
        NodeState.Failed => "failed",
        NodeState.RunningFailed => "running, failed",
        NodeState.Degraded => "running, degraded",
        NodeState.Running => "running",
        NodeState.PromotedDegraded => "promoted, degraded",
        _ => "promoted",
    };

    /// <summary>The state of the whole: the best of all nodes; a node that nothing is known of does not count (rule G7).</summary>
    public static NodeState Best(IEnumerable<NodeState> states) => states.DefaultIfEmpty(NodeState.Absent).Max();
}
