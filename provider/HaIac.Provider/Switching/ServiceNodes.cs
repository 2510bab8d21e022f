using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Provider.Applying;
using HaIac.Transport.Failing;

namespace HaIac.Provider.Switching;

/// <summary>The nodes that a service is placed on.</summary>
/// <param name="All">All of them.</param>
/// <param name="Online">Those that can be worked on now.</param>
internal sealed record ServiceNodes(ValueList<NodeName> All, ValueList<NodeName> Online)
{
    /// <summary>Those that cannot be worked on now.</summary>
    public ValueList<NodeName> Offline { get; } = [.. All.Except(Online)];

    /// <summary>The declared nodes of a service; without any, every full member of the cluster.</summary>
    /// <exception cref="FindingException">A declared node is none of the cluster.</exception>
    public static async Task<ServiceNodes> OfAsync(ServiceProfile profile, ClusterSession session, string subject, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(session, cancellationToken).ConfigureAwait(false);
        var unknown = profile.Nodes.Where(node => !known.Any(each => each.Node == node)).ToList();
        if (unknown.Count > 0)
        {
            var names = known.Select(each => each.Node.Value).ToList();
            var near = NearestName.Find(unknown[0].Value, names);
            throw new FindingException(new(FindingCode.NoNodes, $"{string.Join(", ", unknown)} {(unknown.Count == 1 ? "is no node" : "are no nodes")} of the cluster.", $"{subject}, property nodes",
                $"Its nodes are {string.Join(", ", names)}.", near is null ? "Name nodes as the cluster names them, not as their hosts are called." : $"Did you mean {near}?") { Property = "nodes" });
        }

        var placed = known.Where(each => profile.Nodes.Count == 0 ? each.Member : profile.Nodes.Contains(each.Node)).ToList();
        return placed.Count == 0
            ? throw new FindingException(new(FindingCode.NoNodes, "The cluster has no members yet.", subject, "A service is placed on members of the cluster.", "Let the nodes join, and run it again."))
            : new([.. placed.Select(each => each.Node).Order()], [.. placed.Where(each => each.Online).Select(each => each.Node).Order()]);
    }

    private static async Task<IReadOnlyList<(NodeName Node, bool Member, bool Online)>> KnownAsync(ClusterSession session, CancellationToken cancellationToken)
    {
        try
        {
            var status = await session.Status.GetAsync(cancellationToken).ConfigureAwait(false);
            return [.. status.Nodes.Select(node => (node.Name, node.Kind is "" or "member", node.Online))];
        }
        catch (TransportException exception) when (exception.Kind == TransportFailure.ToolMissing && session.Transport.IsVirtual)
        {
            // A virtual cluster keeps its configuration without Pacemaker's tools too.
            return [.. (await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false)).Nodes.Select(node => (node, true, true))];
        }
    }
}
