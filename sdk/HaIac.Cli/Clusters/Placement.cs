using System.Collections.Immutable;
using HaIac.Transport.Observing;

namespace HaIac.Cli.Clusters;

/// <summary>Where resources run, and what moved between two states of a cluster.</summary>
internal static class Placement
{
    /// <summary>What moved, one text for each resource: <c>public-vip: ctl1 -> ctl2</c>.</summary>
    /// <param name="before">State before.</param>
    /// <param name="after">State after.</param>
    public static ImmutableArray<string> Moves(ClusterStatus before, ClusterStatus after)
    {
        var old = Of(before);
        var now = Of(after);
        return
        [
            .. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
                .Select(id => (Id: id, Old: old.GetValueOrDefault(id) ?? "", New: now.GetValueOrDefault(id) ?? ""))
                .Where(move => move.Old != move.New)
                .Select(move => $"{move.Id}: {Shown(move.Old)} -> {Shown(move.New)}"),
        ];
    }

    /// <summary>Nodes of each resource, as text.</summary>
    /// <param name="status">State of the cluster.</param>
    public static Dictionary<string, string> Of(ClusterStatus status) =>
        status.Resources.ToDictionary(resource => resource.Id, NodesOf, StringComparer.Ordinal);

    /// <summary>Nodes that a resource runs on, promoted ones marked.</summary>
    /// <param name="resource">The resource.</param>
    public static string NodesOf(ResourceStatus resource)
    {
        var promoted = resource.Instances.Where(instance => instance.Active && IsPromoted(instance)).SelectMany(instance => instance.Nodes).ToHashSet();
        var nodes = resource.Instances.Where(instance => instance.Active).SelectMany(instance => instance.Nodes).Distinct().Order();
        return string.Join(' ', nodes.Select(node => promoted.Contains(node) ? $"{node} (promoted)" : $"{node}"));
    }

    private static bool IsPromoted(ResourceInstance instance) => instance.Role == Cib.Values.ResourceRole.Promoted;

    private static string Shown(string nodes) => nodes.Length == 0 ? "(stopped)" : nodes;
}
