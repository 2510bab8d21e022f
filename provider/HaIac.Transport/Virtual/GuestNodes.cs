using HaIac.Cib.Documents;

namespace HaIac.Transport.Virtual;

/// <summary>
/// The nodes inside the containers of bundles. On a real cluster the controller enters them as guests when their containers start, and strikes
/// them out when they are gone; crm_simulate enters them among the members, where they would never be online and would count for quorum.
/// </summary>
internal static class GuestNodes
{
    /// <summary>The document after a transition, with guests that are no members, and without the state of guests whose bundle is gone.</summary>
    /// <param name="before">The document before the transition: nobody joined or left the members in it.</param>
    /// <param name="after">The document after it.</param>
    public static CibDocument Settle(CibDocument before, CibDocument after)
    {
        var configuration = after.Configuration;
        var nodes = configuration?.Find("nodes");
        var members = before.Configuration?.Find("nodes");
        if (configuration is null || nodes is null || members is null || after.Status is not { } status)
        {
            return after;
        }

        var root = after.Root;
        if (nodes.Elements.Count() != members.Elements.Count())
        {
            root = root.Replace(configuration, configuration.Replace(nodes, members));
        }

        var bundles = BundleIds(configuration);
        var settled = status;
        foreach (var state in status.Elements.Where(state => state.Name == "node_state"))
        {
            settled = members.Elements.Any(member => member.Id == state.Id) ? settled.Replace(state, WithoutOldConnections(state, bundles))
                : IsOf(state.Id ?? "", bundles) ? settled.Replace(state, state.With("remote_node", "true"))
                : settled.Remove(state);
        }

        return ReferenceEquals(root, after.Root) && ReferenceEquals(settled, status) ? after : after.WithRoot(root.Replace(status, settled));
    }

    /// <summary>The state of the member that holds the container of a guest; null when the node is no guest or its container does not run.</summary>
    public static CibElement? HostOf(CibElement guest, CibElement status) => guest["remote_node"] != "true"
        ? null
        : status.Elements.FirstOrDefault(state => (state.Find("lrm")?.Find("lrm_resources")?.Elements ?? []).Any(entry =>
            entry.Id == guest.Id && PromotionWishes.IsActive(entry)));

    // A connection that was closed for good is deleted from the history; as long as it stands there, the scheduler takes its guest for a node.
    private static CibElement WithoutOldConnections(CibElement state, HashSet<string> bundles)
    {
        if (state.Find("lrm") is not { } lrm || lrm.Find("lrm_resources") is not { } entries)
        {
            return state;
        }

        var old = entries.Elements.Where(entry => entry["provider"] == "pacemaker" && entry["type"] == "remote" && !IsOf(entry.Id ?? "", bundles) && !PromotionWishes.IsActive(entry)).ToList();
        return old.Count == 0 ? state : state.Replace(lrm, lrm.Replace(entries, old.Aggregate(entries, (left, entry) => left.Remove(entry))));
    }

    private static HashSet<string> BundleIds(CibElement configuration) =>
        [.. (configuration.Find("resources")?.Elements ?? []).Where(resource => resource.Name == "bundle").Select(bundle => bundle.Id).OfType<string>()];

    private static bool IsOf(string node, HashSet<string> bundles) => node.LastIndexOf('-') is > 0 and var dash && bundles.Contains(node[..dash]);
}
