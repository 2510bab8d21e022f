using System.Globalization;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>Says how one resource is on each node.</summary>
/// <remarks>
/// The instances inside a bundle run on guests (<c>db-bundle-0</c>), whose containers run on real nodes: what a replica does counts for the node of its
/// container. Source: Pacemaker Explained, Bundles, Limitations of Bundles and Guest Nodes.
/// </remarks>
internal sealed class PlaceReporter(ResourceStatus resource, ClusterStatus status, CibDocument cib)
{
    private readonly HashSet<string> _ids = [resource.Id, .. resource.Instances.Select(instance => instance.Resource), .. resource.Instances.Select(instance => instance.Group).OfType<string>()];

    /// <summary>The place of the resource on a node.</summary>
    public PlaceReport On(NodeName node)
    {
        var here = resource.Instances.Where(instance => HostsOf(instance).Contains(node)).ToList();
        var running = here.Count(instance => instance.Active);
        var failures = status.Failures.Any(failure => failure.Node == node && _ids.Contains(failure.Resource));
        return new(node, StateOf(here))
        {
            Running = running,
            Members = resource.Kind == ResourceKind.Group ? resource.Instances.Count : Math.Max(1, here.Count),
            Failed = failures || here.Any(instance => instance.Failed && !instance.FailureIgnored),
            Blocked = here.Any(instance => instance.Blocked),
            Unmanaged = here.Any(instance => !instance.Managed),
            Allowed = cib.Constraints.OfType<LocationConstraint>().Any(constraint => Names(constraint, node) && constraint.Score is { Value: > 0 }),
            Banned = status.Bans.Any(ban => ban.Node == node && !ban.PromotedOnly && _ids.Contains(ban.Resource)),
        };
    }

    private bool Names(LocationConstraint constraint, NodeName node) =>
        constraint.Node == node && constraint.NamedResources().Any(id => _ids.Contains(id.Value));

    private PlaceState StateOf(List<ResourceInstance> here)
    {
        var active = here.Where(instance => instance.Active).ToList();
        if (active.Count == 0)
        {
            return PlaceState.Stopped;
        }

        if (resource.Kind == ResourceKind.Group && active.Count < resource.Instances.Count)
        {
            return PlaceState.Partly;
        }

        return active.Any(instance => instance.Role == ResourceRole.Promoted) ? PlaceState.Promoted : PlaceState.Running;
    }

    private IEnumerable<NodeName> HostsOf(ResourceInstance instance) => instance.Nodes.SelectMany(node => ReplicaOf(node) is { } replica
        ? resource.Instances.Where(other => other.Number == replica).SelectMany(other => other.Nodes).Where(other => ReplicaOf(other) is null)
        : [node]);

    /// <summary>The number of the replica whose guest this is; null for a real node.</summary>
    private int? ReplicaOf(NodeName node) => resource.Kind == ResourceKind.Bundle ? ReplicaOf(resource.Id, node) : null;

    /// <summary>The number of the replica of a bundle whose guest a node is; null if it is none of them.</summary>
    internal static int? ReplicaOf(string bundle, NodeName node) =>
        node.Value.StartsWith(bundle + "-", StringComparison.Ordinal)
        && int.TryParse(node.Value.AsSpan(bundle.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
