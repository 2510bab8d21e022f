using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>The state of a service on one node: what the cluster says comes first, the operation history refines it and stands in for it.</summary>
internal sealed class InstanceStates(ReportInputs inputs)
{
    private readonly Dictionary<string, List<HistoryEntry>> _history = inputs.Service.Primitives.ToDictionary(
        primitive => primitive.Id.Value,
        primitive => OperationHistory.Of(inputs.Cib, primitive, inputs.Now, FailureTimeout(inputs, primitive)).ToList(),
        StringComparer.Ordinal);

    /// <summary>The operations that the cluster remembers of the service on a node, oldest first.</summary>
    public IEnumerable<HistoryEntry> History(NodeName node) => HistoryRules.InOrder(_history.Values.SelectMany(entries => entries).Where(entry => entry.Node == node || IsInside(entry.Node, node)));

    /// <summary>The state on a node. Of a group it is that of its worst member, once any member is active there.</summary>
    public NodeState On(NodeName node)
    {
        var states = inputs.Service.Primitives.Select(primitive => Of(primitive, node)).ToList();
        if (states.Count == 0)
        {
            return OfContainers(node);
        }

        return states.Any(state => state.IsRunning()) ? states.Min() : NodeStates.Best(states);
    }

    /// <summary>The instances of the service that are active on a node, or wait to be.</summary>
    public IEnumerable<ResourceInstance> Instances(NodeName node) =>
        All().Where(instance => instance.Nodes.Any(place => place == node || IsInside(place, node)));

    /// <summary>All instances of the service's primitives.</summary>
    public IEnumerable<ResourceInstance> All() =>
        (inputs.Status?.Resources ?? []).SelectMany(resource => resource.Instances).Where(instance => _history.ContainsKey(instance.Resource));

    /// <summary>Whether a node of the report is a container that runs on this host.</summary>
    public bool IsInside(NodeName container, NodeName host) =>
        inputs.Status?.Resources.Where(resource => resource.Kind == ResourceKind.Bundle).SelectMany(resource => resource.Instances)
            .Any(instance => instance.Resource == container.Value && instance.Nodes.Contains(host)) == true;

    private NodeState Of(CibPrimitive primitive, NodeName node)
    {
        var entries = _history[primitive.Id.Value].Where(entry => entry.Node == node || IsInside(entry.Node, node)).ToList();
        var remembered = HistoryRules.StateAfter(entries);
        if (inputs.Status is not { } status)
        {
            return remembered;
        }

        var there = Instances(node).Where(instance => instance.Resource == primitive.Id.Value).ToList();
        if (there.FirstOrDefault(instance => instance.Active) is { } active)
        {
            return OfActive(active, primitive, node, remembered);
        }

        var fault = status.Failures.Any(failure => failure.Resource == primitive.Id.Value && (failure.Node == node || IsInside(failure.Node, node)))
            || there.Any(instance => instance.Failed);
        return status.FindNode(node) switch
        {
            { Unclean: true } => NodeState.Unknown,
            { Online: false } => NodeState.Absent,
            _ when fault => NodeState.Failed,
            // What is inside a container ends with it, and its history too.
            _ when remembered is NodeState.Absent && inputs.Service.Outer is CibBundle => NodeState.Stopped,
            _ when remembered is NodeState.Absent or NodeState.Unknown => remembered,
            _ => NodeState.Stopped,
        };
    }

    private NodeState OfActive(ResourceInstance active, CibPrimitive primitive, NodeName node, NodeState remembered)
    {
        if (inputs.Profile.Status.FailuresCount && ((active.Failed && !active.FailureIgnored) || HasFailures(primitive, node)))
        {
            return NodeState.RunningFailed;
        }

        var promoted = active.Role == ResourceRole.Promoted;
        return (promoted, remembered) switch
        {
            (true, NodeState.PromotedDegraded) => NodeState.PromotedDegraded,
            (true, _) => NodeState.Promoted,
            (false, NodeState.Degraded) => NodeState.Degraded,
            _ => NodeState.Running,
        };
    }

    private bool HasFailures(CibPrimitive primitive, NodeName node) =>
        inputs.Status!.Failures.Any(failure => failure.Resource == primitive.Id.Value && (failure.Node == node || IsInside(failure.Node, node)))
        || inputs.Status.FailCounts.Any(count => count.Resource == primitive.Id.Value && (count.Node == node || IsInside(count.Node, node)));

    /// <summary>A bundle without a primitive is what its containers are.</summary>
    private NodeState OfContainers(NodeName node)
    {
        var containers = (inputs.Status?.Resources ?? []).Where(resource => resource.Id == inputs.Service.Outer.Id.Value)
            .SelectMany(resource => resource.Instances)
            .Where(instance => instance.Agent is "ocf:heartbeat:podman" or "ocf:heartbeat:docker" or "ocf:heartbeat:rkt").ToList();
        var there = containers.Where(instance => instance.Nodes.Contains(node)).ToList();
        return there.Any(instance => instance.Active && instance.Failed) ? NodeState.RunningFailed
            : there.Any(instance => instance.Active) ? NodeState.Running
            : inputs.Status?.FindNode(node) is null or { Online: false } ? NodeState.Absent
            : NodeState.Stopped;
    }

    private static TimeSpan? FailureTimeout(ReportInputs inputs, CibPrimitive primitive) =>
        EffectiveSettings.Find(inputs.Cib, inputs.Service.ChainTo(primitive), "failure-timeout") is { } set && CibDuration.TryParse(set.Value, out var limit, out _)
            ? limit.Value
            : null;
}
