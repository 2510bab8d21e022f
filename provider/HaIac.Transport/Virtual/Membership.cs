using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Transport.Virtual;

/// <summary>Who is in the cluster, by the status of its CIB: what corosync and the election do on real nodes.</summary>
internal static class Membership
{
    /// <summary>The configured nodes with their ids, in order.</summary>
    public static IReadOnlyList<(string Id, NodeName Name)> Nodes(CibDocument cib) =>
    [
        .. from node in cib.Configuration?.Find("nodes")?.Elements ?? []
           where node.Name == "node" && node["type"] is null or "member" && node.Id is not null
           let name = NodeName.TryParse(node["uname"], out var parsed, out _) ? parsed : null
           where name is not null
           select (node.Id!, name),
    ];

    /// <summary>Whether a node is in the membership.</summary>
    public static bool IsOnline(CibDocument cib, NodeName node) =>
        (cib.Status?.Elements ?? []).Any(state =>
            state.Name == "node_state"
            && NodeName.TryParse(state["uname"], out var name, out _) && name == node
            && state["in_ccm"] == "true"
            && state["crmd"] == "online");

    /// <summary>
    /// Whether so many nodes have quorum: more than half of all; of two nodes one is enough, as with corosync's two_node.
    /// Source: votequorum(5).
    /// </summary>
    public static bool HasQuorum(int online, int all) => all == 2 ? online >= 1 : online * 2 > all;

    /// <summary>The document with the elected controller: the one it has if that is online, otherwise the first online node.</summary>
    public static CibDocument Elect(CibDocument cib)
    {
        var online = Nodes(cib).Where(n => IsOnline(cib, n.Name)).Select(n => n.Id).ToList();
        var current = cib.Root["dc-uuid"];
        var elected = current is not null && online.Contains(current) ? current : online.FirstOrDefault();
        return cib.WithRoot(cib.Root.With("dc-uuid", elected));
    }

    /// <summary>The document with more nodes; their ids follow the highest one there is.</summary>
    public static CibDocument AddNodes(CibDocument cib, IEnumerable<NodeName> names)
    {
        var configuration = cib.Configuration ?? new CibElement("configuration", []);
        var section = configuration.Find("nodes") ?? new CibElement("nodes", []);
        var highest = section.Elements.Select(n => int.TryParse(n.Id, CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty().Max();
        var grown = section;
        foreach (var name in names)
        {
            highest++;
            grown = grown.Append(new CibElement("node", [("id", highest.ToString(CultureInfo.InvariantCulture)), ("uname", name.Value)]));
        }

        var changed = configuration.Find("nodes") is null ? configuration.Append(grown) : configuration.Replace(section, grown);
        return cib.WithRoot(cib.Configuration is null ? cib.Root.Append(changed) : cib.Root.Replace(configuration, changed));
    }
}
