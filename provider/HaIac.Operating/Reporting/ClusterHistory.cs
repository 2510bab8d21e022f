using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Operating.Reporting;

/// <summary>The operations that the cluster remembers of all resources (requirement P3), orphans' and expired ones too: a report shows what is there.</summary>
internal static class ClusterHistory
{
    /// <summary>The operations, by resource, then node, in the order in which they happened.</summary>
    public static ValueList<HistoryEntry> Of(CibDocument cib) => (
        from state in cib.Status?.Elements ?? []
        where state.Name == "node_state"
        let node = NodeName.TryParse(state["uname"], out var name, out _) ? name : null
        where node is not null
        from resource in state.Find("lrm")?.Find("lrm_resources")?.Elements ?? []
        let id = WithoutNumber(resource.Id ?? "")
        where id.Length > 0
        from operation in resource.Elements
        where operation.Name == "lrm_rsc_op"
        let entry = Read(id, node, operation)
        orderby entry.Resource, entry.Node, entry.Pending, entry.CallId
        select entry).ToValueList();

    private static string WithoutNumber(string id)
    {
        var colon = id.LastIndexOf(':');
        return colon > 0 && int.TryParse(id.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? id[..colon] : id;
    }

    private static HistoryEntry Read(string resource, NodeName node, CibElement operation) => new()
    {
        Resource = resource,
        Node = node,
        Operation = operation["operation"] ?? "",
        Interval = TimeSpan.FromMilliseconds(Number(operation["interval"]) ?? 0),
        CallId = Number(operation["call-id"]) ?? -1,
        Status = Number(operation["op-status"]) ?? 0,
        Exit = new(Number(operation["rc-code"]) ?? 0),
        ExitReason = operation["exit-reason"] ?? "",
        LastChange = Number(operation["last-rc-change"]) is { } seconds and > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
