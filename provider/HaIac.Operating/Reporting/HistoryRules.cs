using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>What the operations that the cluster remembers say about a resource on a node. Pure functions.</summary>
/// <remarks>
/// Rules (G6, G8 of the requirements): entries in the order of their call ids; pending ones say nothing; a start, promotion, demotion, stop or migration
/// that went well sets the state, one that did not makes it failed; a monitor sets it by its code: 0 running, 7 stopped, 8 promoted, 9 failed while
/// promoted, 190 and 191 degraded but running, any other failed; the last one that says something counts.
/// Source: Pacemaker Explained, Resource Operations; OCF resource agent API, return codes; pcmk_exec_status in Pacemaker's results_internal.h.
/// </remarks>
internal static class HistoryRules
{
    private const int Done = 0;
    private const int Cancelled = 1;
    private const int Error = 4;

    /// <summary>The state after all entries; <see cref="NodeState.Unknown"/> where none says anything, <see cref="NodeState.Absent"/> without entries.</summary>
    public static NodeState StateAfter(IEnumerable<HistoryEntry> entries)
    {
        var ordered = InOrder(entries).ToList();
        return ordered.Count == 0 ? NodeState.Absent : ordered.Select(Says).LastOrDefault(state => state is not null) ?? NodeState.Unknown;
    }

    /// <summary>Entries in the order in which they happened: by call id, those under way last.</summary>
    public static IEnumerable<HistoryEntry> InOrder(IEnumerable<HistoryEntry> entries) =>
        entries.OrderBy(entry => entry.Pending).ThenBy(entry => entry.CallId);

    /// <summary>Whether an entry is a failure (rule G8).</summary>
    public static bool IsFailure(HistoryEntry entry) => entry.Operation switch
    {
        _ when entry.Status is -1 or Cancelled => false,
        "start" or "stop" or "promote" or "demote" or "migrate_to" or "migrate_from" => entry.Status != Done || entry.Exit.Code != 0,
        "monitor" => Says(entry) is NodeState.Failed,
        _ => false,
    };

    /// <summary>The state that an entry alone tells; null when it tells none.</summary>
    public static NodeState? Says(HistoryEntry entry) => entry switch
    {
        { Status: -1 or Cancelled } => null,
        { Operation: "monitor", Status: Done or Error } => OfMonitor(entry.Exit),
        { Operation: "monitor" } => NodeState.Failed,
        { Operation: "start" or "demote" or "migrate_from", Status: Done, Exit.Code: 0 } => NodeState.Running,
        { Operation: "promote", Status: Done, Exit.Code: 0 } => NodeState.Promoted,
        { Operation: "stop" or "migrate_to", Status: Done, Exit.Code: 0 } => NodeState.Stopped,
        { Operation: "start" or "demote" or "migrate_from" or "promote" or "stop" or "migrate_to" } => NodeState.Failed,
        _ => null,
    };

    private static NodeState OfMonitor(AgentExit exit) => exit.Code switch
    {
        0 => NodeState.Running,
        7 => NodeState.Stopped,
        8 => NodeState.Promoted,
        190 => NodeState.Degraded,
        191 => NodeState.PromotedDegraded,
        _ => NodeState.Failed,
    };
}
