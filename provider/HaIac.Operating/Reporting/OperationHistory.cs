using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>Reads the operations that the cluster remembers (requirement P3). What cannot be read is passed over.</summary>
/// <remarks>Source: Pacemaker Explained, Status, Operation History; include/pcmki: op-status -1 and rc-code 193 mean pending.</remarks>
internal static class OperationHistory
{
    private const int PendingStatus = -1;
    private const int UnknownExit = 193;

    /// <summary>The operations, by resource, then node, then call.</summary>
    public static ValueList<OperationRecord> Of(CibDocument cib) => (
        from state in cib.Status?.Elements ?? []
        where state.Name == "node_state" && NodeName.TryParse(state["uname"], out _, out _)
        let node = NodeName.Parse(state["uname"])
        from resource in state.Find("lrm")?.Find("lrm_resources")?.Elements ?? []
        let id = WithoutNumber(resource.Id ?? "")
        where id.Length > 0
        from operation in resource.Elements
        where operation.Name == "lrm_rsc_op"
        let record = Read(id, node, operation)
        orderby record.Resource, record.Node, record.CallId < 0 ? int.MaxValue : record.CallId
        select record).ToValueList();

    /// <summary>The id without the number of an instance: <c>api:1</c> is one of <c>api</c>.</summary>
    private static string WithoutNumber(string id)
    {
        var colon = id.LastIndexOf(':');
        return colon > 0 && int.TryParse(id.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? id[..colon] : id;
    }

    private static OperationRecord Read(string resource, NodeName node, CibElement operation)
    {
        var exit = Number(operation["rc-code"]);
        var pending = Number(operation["op-status"]) == PendingStatus || exit is null or UnknownExit;
        return new(resource, node, Number(operation["call-id"]) ?? -1, operation["operation"] ?? "?")
        {
            Interval = TimeSpan.FromMilliseconds(Number(operation["interval"]) ?? 0),
            Exit = pending ? null : new AgentExit(exit!.Value),
            Expected = ExpectedOf(operation["transition-key"]),
            ExitReason = operation["exit-reason"] is { Length: > 0 } reason && reason != "none" ? reason : "",
            LastChange = Number(operation["last-rc-change"]) is { } seconds and > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            Took = Number(operation["exec-time"]) is { } took ? TimeSpan.FromMilliseconds(took) : null,
        };
    }

    // action number : transition : expected exit : id of the controller
    private static AgentExit? ExpectedOf(string? key) =>
        key?.Split(':') is { Length: >= 4 } parts && Number(parts[2]) is { } code ? new AgentExit(code) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
