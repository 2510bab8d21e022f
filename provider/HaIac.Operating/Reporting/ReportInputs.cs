using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Naming;
using HaIac.Operating.Services;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>All that a report on a service is made from: one CIB and one status, read one right after the other.</summary>
/// <param name="Profile">The service.</param>
/// <param name="Service">The service as it was found in the CIB.</param>
/// <param name="Cib">The CIB with its status.</param>
/// <param name="Status">The cluster's own report; null where it could not be had (a virtual cluster without Pacemaker's tools).</param>
/// <param name="Now">The moment.</param>
internal sealed record ReportInputs(ServiceProfile Profile, ResolvedService Service, CibDocument Cib, ClusterStatus? Status, DateTimeOffset Now)
{
    /// <summary>The nodes that can run resources of their own accord: members and remote nodes, not the containers of bundles.</summary>
    public ValueList<NodeName> Nodes { get; } = Status is null
        ? [.. Cib.Nodes]
        : [.. Status.Nodes.Select(node => node.Name).Where(node => !IsContainer(Status, node))];

    /// <summary>The agents of the service's primitives, those of their templates included.</summary>
    public ValueList<AgentName> Agents =>
    [
        .. Service.Primitives.Select(primitive => primitive.Agent ?? (primitive.Template is { } template && Cib.Find(template) is CibTemplate shared ? shared.Agent : null))
            .OfType<AgentName>(),
    ];

    private static bool IsContainer(ClusterStatus status, NodeName node) =>
        status.Resources.Any(resource => resource.Kind == ResourceKind.Bundle && resource.Instances.Any(instance => instance.Resource == node.Value));
}
