using System.Globalization;
using HaIac.Cib.Constraints;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Reporting;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Awaiting;

/// <summary>How many instances of a resource can run now (rule H8 of the requirements): what its numbers, bans and usable nodes allow. A pure function.</summary>
/// <remarks>Source: Pacemaker Explained, Clones, Clone Options; Deciding Which Nodes a Resource Can Run On, opt-in clusters.</remarks>
internal static class ExpectedInstances
{
    /// <summary>The nodes that may run it now.</summary>
    public static IReadOnlyList<NodeName> Nodes(Expectation expectation, ClusterPicture picture)
    {
        var ids = expectation.AllIds.ToHashSet(StringComparer.Ordinal);
        var containers = picture.Status.Resources.Where(resource => resource.Kind == ResourceKind.Bundle).SelectMany(resource => resource.Instances)
            .Select(instance => instance.Resource).ToHashSet(StringComparer.Ordinal);
        var bans = picture.Status.Bans.Where(ban => !ban.PromotedOnly && ids.Contains(ban.Resource)).Select(ban => ban.Node).ToHashSet();
        var optIn = picture.Cib.Properties.Properties.Find("symmetric-cluster") is { } symmetric && EffectiveSettings.Says(symmetric, false);
        var locations = picture.Cib.Constraints.OfType<LocationConstraint>().Where(location => location.Resource is { } resource && ids.Contains(resource.Value)).ToList();
        return
        [
            .. picture.Status.Nodes
                .Where(node => node.CanRunResources && !containers.Contains(node.Name.Value) && !bans.Contains(node.Name))
                .Select(node => node.Name)
                .Where(node => (expectation.Node is null || node == expectation.Node) && (!optIn || locations.Any(location => MayAllow(location, node)))),
        ];
    }

    /// <summary>The number of instances.</summary>
    public static int Count(Expectation expectation, ClusterPicture picture)
    {
        var nodes = Nodes(expectation, picture).Count;
        var holder = Outermost(expectation, picture);
        return holder switch
        {
            CibBundle bundle => Math.Min(bundle.ReplicaCount, nodes * (bundle.Container.ReplicasPerHost ?? 1)),
            CibClone or CibMaster when expectation.Node is not null => Math.Min(nodes, 1),
            CibClone or CibMaster => Math.Min(Number(holder, "clone-max") ?? nodes * PerNode(holder), nodes * PerNode(holder)),
            _ => Math.Min(1, nodes),
        };
    }

    private static CibResource Outermost(Expectation expectation, ClusterPicture picture) =>
        expectation.Around.Select(id => CibId.TryParse(id, out var parsed, out _) ? picture.Cib.Find(parsed) as CibResource : null)
            .FirstOrDefault(resource => resource is CibClone or CibMaster or CibBundle) ?? expectation.Resource;

    private static int PerNode(CibResource clone) => Number(clone, "clone-node-max") ?? 1;

    private static int? Number(CibResource resource, string name) =>
        int.TryParse(EffectiveSettings.Own(resource, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool MayAllow(LocationConstraint location, NodeName node) =>
        location.Rules.Count > 0 || (location.Node == node && location.Score is { Value: >= 0 });
}
