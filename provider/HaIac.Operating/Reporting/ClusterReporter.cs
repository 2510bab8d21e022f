using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>Puts the facts of a report together. A pure function.</summary>
internal static class ClusterReporter
{
    /// <summary>The report.</summary>
    /// <param name="address">The cluster, as the user wrote it.</param>
    /// <param name="status">Its state.</param>
    /// <param name="cib">Its configuration, read after the state.</param>
    public static ClusterReport Of(string address, ClusterStatus status, CibDocument cib)
    {
        var bundles = status.Resources.Where(resource => resource.Kind == ResourceKind.Bundle).Select(bundle => bundle.Id).ToList();
        var nodes = status.Nodes.Where(node => !bundles.Exists(bundle => PlaceReporter.ReplicaOf(bundle, node.Name) is not null)).ToValueList();
        return new()
        {
            Address = address,
            HasQuorum = status.HasQuorum,
            Controller = status.DesignatedController,
            PacemakerVersion = status.PacemakerVersion,
            MaintenanceMode = status.MaintenanceMode,
            Options = Options(cib).ToValueList(),
            Nodes = nodes,
            Resources = status.Resources.Select(resource => Resource(resource, status, cib, nodes)).ToValueList(),
            Failures = status.Failures,
            FailCounts = status.FailCounts,
            Bans = status.Bans,
            OperatorMarks = OperatorMarks.In(cib).ToValueList(),
            History = ClusterHistory.Of(cib),
        };
    }

    private static ResourceReport Resource(ResourceStatus resource, ClusterStatus status, CibDocument cib, IEnumerable<NodeStatus> nodes)
    {
        var reporter = new PlaceReporter(resource, status, cib);
        var places = nodes.Select(node => reporter.On(node.Name)).ToValueList();
        return new()
        {
            Id = resource.Id,
            Kind = KindWords.Of(resource),
            Places = places,
            Disabled = resource.Disabled || resource.Instances.Any(instance => instance.TargetRole == ResourceRole.Stopped),
            Unmanaged = resource.Instances.Any(instance => !instance.Managed),
            Maintenance = resource.Instances.Any(instance => instance.Maintenance),
            Failed = places.Any(place => place.Failed) || resource.Instances.Any(instance => instance.Failed && !instance.FailureIgnored),
            Blocked = resource.Instances.Any(instance => instance.Blocked),
            Orphaned = resource.Instances.Any(instance => instance.Orphaned),
            Pending = resource.Instances.Select(instance => instance.Pending?.ToLowerInvariant()).OfType<string>().Distinct().ToValueList(),
        };
    }

    // Defaults: Pacemaker Explained, Cluster Options.
    private static IEnumerable<ReportedOption> Options(CibDocument cib)
    {
        (string Name, string Default)[] shown = [("symmetric-cluster", "true"), ("no-quorum-policy", "stop"), ("stonith-enabled", "true"), ("maintenance-mode", "false")];
        var properties = cib.Properties.Properties;
        return shown.Select(option => new ReportedOption(option.Name, properties.Find(option.Name) ?? option.Default, properties.ContainsKey(option.Name)));
    }
}
