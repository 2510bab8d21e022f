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
        let id = OperationHistory.WithoutNumber(resource.Id ?? "")
        where id.Length > 0
        from operation in resource.Elements
        where operation.Name == "lrm_rsc_op"
        let entry = OperationHistory.Read(operation, id, node)
        orderby entry.Resource, entry.Node, entry.Pending, entry.CallId
        select entry).ToValueList();
}
