using HaIac.Cib.Values;

namespace HaIac.Transport.Observing;

/// <summary>A cluster as it is at one moment: nodes, resources, failures, quorum. Read from <c>crm_mon --output-as=xml</c>.</summary>
/// <remarks>Two states are equal when nothing that HaIac looks at differs, so waiting code can see whether anything moved.</remarks>
public sealed record ClusterStatus
{
    /// <summary>True if the partition that answered may run resources.</summary>
    public required bool HasQuorum { get; init; }

    /// <summary>The elected controller; null if none is elected yet (or none is known).</summary>
    public NodeName? DesignatedController { get; init; }

    /// <summary>True if the whole cluster is in maintenance mode: nothing is started, stopped or monitored.</summary>
    public bool MaintenanceMode { get; init; }

    /// <summary>True if the cluster may fence nodes (<c>stonith-enabled</c>).</summary>
    public bool FencingEnabled { get; init; }

    /// <summary>What happens to resources without quorum (<c>no-quorum-policy</c>), in Pacemaker's word; empty if not reported.</summary>
    public string NoQuorumPolicy { get; init; } = "";

    /// <summary>Pacemaker's version on the controller, for example <c>2.1.5-a3f44794f94</c>; empty if not reported.</summary>
    public string PacemakerVersion { get; init; } = "";

    /// <summary>The nodes in the order of the report.</summary>
    public ValueList<NodeStatus> Nodes { get; init; } = [];

    /// <summary>The outermost resources (primitives, groups, clones, bundles) in the order of the report.</summary>
    public ValueList<ResourceStatus> Resources { get; init; } = [];

    /// <summary>Failed operations that the cluster still remembers.</summary>
    public ValueList<OperationFailure> Failures { get; init; } = [];

    /// <summary>Failure counts that are not zero, per resource and node.</summary>
    public ValueList<FailCount> FailCounts { get; init; } = [];

    /// <summary>Constraints that forbid a node to a resource, as far as the report names them.</summary>
    public ValueList<NodeBan> Bans { get; init; } = [];

    /// <summary>The node of this name, or null.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The node, or null if the cluster has none of this name.</returns>
    public NodeStatus? FindNode(NodeName name) => Nodes.FirstOrDefault(n => n.Name == name);

    /// <summary>The instances of a resource: of a primitive its own, of a group, clone or bundle those of everything inside it.</summary>
    /// <param name="resource">Id of a primitive, group, clone or bundle; inner ids are found too.</param>
    /// <returns>The instances; empty if the cluster shows no such resource.</returns>
    public IEnumerable<ResourceInstance> InstancesOf(string resource) =>
        Resources.FirstOrDefault(r => r.Id == resource)?.Instances
        ?? Resources.SelectMany(r => r.Instances).Where(i => i.Resource == resource || i.Group == resource);

    /// <summary>The nodes on which a resource, or anything inside it, is active; of what runs in a container the node that holds it.</summary>
    /// <param name="resource">Id of a primitive, group, clone or bundle.</param>
    /// <returns>Each node once, ordered by name.</returns>
    public ValueList<NodeName> RunningOn(string resource) =>
        InstancesOf(resource).Where(i => i.Active).SelectMany(i => i.Places).Distinct().Order().ToValueList();
}
