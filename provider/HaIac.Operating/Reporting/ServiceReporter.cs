using HaIac.Cib.Constraints;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>Makes the report on a service. A pure function of its inputs.</summary>
internal static class ServiceReporter
{
    /// <summary>The report.</summary>
    /// <param name="inputs">CIB and status.</param>
    /// <param name="node">The node that is asked about; null: all.</param>
    /// <param name="scope">Where it must run; null: as the settings say for its kind (rule G3).</param>
    /// <exception cref="FindingException">HAI1252: the cluster has no such node.</exception>
    public static ServiceReport Of(ReportInputs inputs, NodeName? node = null, StatusScope? scope = null)
    {
        if (node is not null && !inputs.Nodes.Contains(node))
        {
            throw new FindingException(NoSuchNode(inputs, node));
        }

        var service = inputs.Service;
        var states = new InstanceStates(inputs);
        var managed = EffectiveSettings.Managed(inputs.Cib, service.Chain);
        var target = EffectiveSettings.TargetRole(inputs.Cib, service.Chain);
        var nodes = inputs.Nodes.Select(name => OfNode(inputs, states, name, managed, target)).ToValueList();
        var asked = scope ?? Scope(inputs);
        return new()
        {
            Name = inputs.Profile.Name,
            Kind = service.Kind,
            Id = service.Target.Id,
            Outer = service.Outer.Id,
            Agents = [.. inputs.Agents.Select(agent => agent.ToString()).Distinct(StringComparer.Ordinal)],
            Scope = asked,
            State = asked == StatusScope.Local && node is not null
                ? nodes.First(report => report.Node == node).State
                : NodeStates.Best(nodes.Select(report => report.State)),
            Nodes = nodes,
            Managed = managed,
            TargetRole = target,
            MissingLocations = inputs.Profile.Status.LocationCounts ? [.. nodes.Where(report => report.LocationPresent == false).Select(report => report.Node)] : [],
            Notes =
            [
                .. inputs.Status is null ? ["The cluster's own report could not be had; the states are from the operation history."] : (string[])[],
                .. EffectiveSettings.Conditional(inputs.Cib, service.Chain, "is-managed"),
                .. EffectiveSettings.Conditional(inputs.Cib, service.Chain, "target-role"),
            ],
        };
    }

    /// <summary>Whether a constraint allows a service on a node: by itself, at all times.</summary>
    public static bool Allows(LocationConstraint location, ReportInputs inputs, NodeName node) =>
        location.Resource is { } resource && inputs.Service.AllIds.Contains(resource) && location.Node == node && location.Score is { Value: >= 0 } && location.Role is null;

    private static StatusScope Scope(ReportInputs inputs) => inputs.Service.Kind switch
    {
        ServiceKind.Promotable => inputs.Profile.Status.Promotable,
        ServiceKind.Cloned => inputs.Profile.Status.Cloned,
        _ => inputs.Profile.Status.Simple,
    };

    private static NodeReport OfNode(ReportInputs inputs, InstanceStates states, NodeName node, EffectiveValue managed, EffectiveValue target)
    {
        var status = inputs.Status;
        var ids = inputs.Service.AllIds.Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        var there = states.Instances(node).ToList();
        var failures = (status?.Failures ?? []).Where(failure => ids.Contains(failure.Resource) && (failure.Node == node || states.IsInside(failure.Node, node))).ToValueList();
        var history = states.History(node).ToValueList();
        var seen = status?.FindNode(node);
        return new()
        {
            Node = node,
            State = states.On(node),
            NodeNote = NoteOf(seen, status),
            Failed = status is null ? history.Any(HistoryRules.IsFailure) : failures.Count > 0 || there.Any(instance => instance.Failed),
            Unmanaged = !managed.IsTrue || seen?.Maintenance == true || there.Any(instance => !instance.Managed),
            Disabled = target.Value == nameof(ResourceRole.Stopped),
            Blocked = there.Any(instance => instance.Blocked),
            Pending = there.Select(instance => instance.Pending).FirstOrDefault(pending => pending is not null),
            LocationPresent = Wants(inputs, node) ? inputs.Cib.Constraints.OfType<LocationConstraint>().Any(location => Allows(location, inputs, node)) : null,
            Bans = [.. (status?.Bans ?? []).Where(ban => ban.Node == node && ids.Contains(ban.Resource)).Select(ban => ban.ConstraintId).Distinct(StringComparer.Ordinal)],
            Failures = failures,
            FailCount = (status?.FailCounts ?? []).Where(count => ids.Contains(count.Resource) && (count.Node == node || states.IsInside(count.Node, node)))
                .Select(count => count.Count).DefaultIfEmpty(0).Max(),
            History = history,
        };
    }

    /// <summary>Whether a location constraint is expected for the node: opt-in is switched on, or the cluster runs nothing that is not allowed.</summary>
    private static bool Wants(ReportInputs inputs, NodeName node) =>
        (inputs.Profile.OptIn.Enabled || (inputs.Cib.Properties.Properties.Find("symmetric-cluster") is { } symmetric && EffectiveSettings.Says(symmetric, false)))
        && (inputs.Profile.Nodes.Count == 0 || inputs.Profile.Nodes.Contains(node));

    private static string NoteOf(NodeStatus? node, ClusterStatus? status) => node switch
    {
        null => "",
        { Unclean: true } => "unclean",
        { Online: false } => "offline",
        { Pending: true } => "joining",
        { ShuttingDown: true } => "shutting down",
        { Standby: true } => "in standby",
        { Maintenance: true } => "in maintenance",
        _ => status?.MaintenanceMode == true ? "cluster in maintenance" : "",
    };

    private static Finding NoSuchNode(ReportInputs inputs, NodeName node) => new(FindingCode.NoSuchNode,
        $"The cluster has no node \"{node}\".", $"service {inputs.Profile.Name}, node {node}",
        "Nodes are known by the names that the cluster gives them, which need not be those of the hosts.",
        $"Use one of {string.Join(", ", inputs.Nodes)}.");
}
