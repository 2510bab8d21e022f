using HaIac.Cib.Documents;
using HaIac.Cib.Nodes;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;

namespace HaIac.Operating.Lifecycle;

/// <summary>Reloads and restarts services whose agents run a unit of the init system, by that init system, on the node itself (rules I9, I10).</summary>
/// <remarks>
/// A reload keeps the process, so the cluster's monitor sees nothing of it and no maintenance is needed. For a restart the node is in maintenance. Agents of
/// other kinds are reloaded by the cluster itself, and only when a parameter changes that they declare reloadable; asked for without such a change, the
/// cluster has nothing to reload. Source: Pacemaker Explained, Agent Parameters and reload-agent; systemctl(1), reload.
/// </remarks>
internal sealed class NativeRestart(OperatorParts parts)
{
    /// <summary>Beside <c>maintenance</c> on a node: which service's restart set it.</summary>
    public const string Mark = "haiac-maintenance";

    private const string Maintenance = "maintenance";

    /// <summary>Reloads the service in place on each node.</summary>
    /// <returns>False if it cannot be reloaded, so that it has to be restarted; why is told.</returns>
    public async Task<bool> ReloadAsync(ReportInputs seen, ValueList<NodeName> nodes, OperationLog log, CancellationToken cancellationToken)
    {
        if (Units(seen) is not { Count: > 0 } names)
        {
            log.Did("reload", $"{seen.Service.Target.Id} is restarted: its agent reloads only when one of its reloadable parameters changes", changed: false);
            return false;
        }

        var units = new List<(NodeName Node, UnitState Unit)>();
        try
        {
            foreach (var node in nodes)
            {
                units.AddRange((await parts.Transport.Nodes.UnitsAsync(node, names, cancellationToken).ConfigureAwait(false))
                    .Where(unit => unit.Installed).DistinctBy(unit => unit.Name).Select(unit => (node, unit)));
            }
        }
        catch (TransportException fault) when (fault.Kind == TransportFailure.NeedsNode)
        {
            log.Did("reload", $"{seen.Service.Target.Id} is restarted by the cluster: {fault.What}", changed: false);
            return false;
        }

        if (units.Count < nodes.Count * names.Count || units.Exists(place => !place.Unit.CanReload))
        {
            log.Did("reload", $"{string.Join(", ", names)} cannot reload; it is restarted", changed: false);
            return false;
        }

        foreach (var (node, unit) in units)
        {
            await parts.Transport.Nodes.ChangeUnitAsync(node, unit, UnitAction.Reload, cancellationToken).ConfigureAwait(false);
            log.Did("reload", $"reloaded {unit.Name} on {node}");
        }

        return true;
    }

    /// <summary>Restarts the service by the init system while the node is in maintenance, which is left on if that fails.</summary>
    /// <exception cref="FindingException">HAI3409: its agent runs no unit. The unit did not come up again.</exception>
    public async Task RestartAsync(ServiceProfile profile, NodeName node, OperationLog log, CancellationToken cancellationToken)
    {
        var seen = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
        if (Units(seen) is not { Count: > 0 } names)
        {
            throw new FindingException(NoUnit(seen));
        }

        var entry = seen.Cib.FindNode(node) ?? throw new FindingException(new(FindingCode.NoSuchNode, $"{node} is no member of the cluster.", $"service {profile.Name}",
            "Only members have an entry in the configuration, which holds their maintenance.", "Restart it by the cluster instead: restart.inMaintenance = false."));
        var foreign = IsForeign(entry, profile);
        if (!foreign)
        {
            await parts.Writer.WriteAsync(cib => Begin(cib, node, profile), cancellationToken).ConfigureAwait(false);
        }

        log.Did("maintenance", foreign ? $"{node} is in maintenance already, which is not ours to end" : $"{node} is in maintenance", changed: !foreign);
        foreach (var name in names)
        {
            await RestartUnitAsync(seen, node, name, cancellationToken).ConfigureAwait(false);
            log.Did("restart", $"restarted {name} on {node} by its init system");
        }

        if (!foreign)
        {
            await parts.Writer.WriteAsync(cib => End(cib, node), CancellationToken.None).ConfigureAwait(false);
            log.Did("maintenance", $"{node} is out of maintenance");
        }
    }

    private async Task RestartUnitAsync(ReportInputs seen, NodeName node, string name, CancellationToken cancellationToken)
    {
        try
        {
            var unit = (await parts.Transport.Nodes.UnitsAsync(node, [name], cancellationToken).ConfigureAwait(false)).FirstOrDefault(unit => unit.Installed)
                ?? throw new FindingException(NoUnit(seen));
            var after = await parts.Transport.Nodes.ChangeUnitAsync(node, unit, UnitAction.Restart, cancellationToken).ConfigureAwait(false);
            if (!after.IsActive)
            {
                throw new FindingException(NotUp(seen, node, $"{name} is {after.ActiveState} on {node} after its restart.", $"Its last run ended with: {after.Result}."));
            }
        }
        catch (TransportException fault)
        {
            throw new FindingException(NotUp(seen, node, fault.What, fault.Why));
        }
    }

    /// <summary>Units that the service's agents run; none if any agent is of another kind.</summary>
    private static ValueList<string> Units(ReportInputs seen)
    {
        var agents = seen.Agents;
        return agents.All(agent => seen.Profile.Takeover.NativeStandards.Contains(agent.Standard)) ? [.. agents.Select(agent => agent.Type)] : [];
    }

    /// <summary>Maintenance that is on without our mark is somebody else's.</summary>
    private static bool IsForeign(ClusterNode node, ServiceProfile profile) =>
        node.Attributes.Find(Maintenance) is { } set && EffectiveSettings.Says(set, true) && node.Attributes.Find(Mark) != profile.Name;

    private static IReadOnlyList<CibEdit> Begin(CibDocument cib, NodeName name, ServiceProfile profile)
    {
        var node = cib.FindNode(name)!;
        return [new PutObject(Attributes(node, AttributeMap.Of((Maintenance, "true"), (Mark, profile.Name))), Attributes(node, Present(node)))];
    }

    private static IReadOnlyList<CibEdit> End(CibDocument cib, NodeName name) =>
        cib.FindNode(name) is { } node && node.Attributes.ContainsKey(Mark) ? [new PutObject(Attributes(node, AttributeMap.Empty), Attributes(node, Present(node)))] : [];

    private static AttributeMap Present(ClusterNode node) =>
        AttributeMap.Of(node.Attributes.Where(pair => pair.Key is Maintenance or Mark));

    private static NodeAttributes Attributes(ClusterNode node, AttributeMap values) => new() { Id = node.Id, Attributes = values };

    private static Finding NotUp(ReportInputs seen, NodeName node, string what, string why) => new(FindingCode.NoNativeRestart,
        what, $"service {seen.Profile.Name}, node {node}", why,
        $"Mend it on {node} and restart the service again; until then the node is left in maintenance, so that the cluster does not act on a half restarted service.");

    private static Finding NoUnit(ReportInputs seen) => new(FindingCode.NoNativeRestart,
        $"{seen.Profile.Name} cannot be restarted by the init system: {string.Join(", ", seen.Agents)} runs no unit.",
        $"service {seen.Profile.Name}; CIB resource {seen.Service.Target.Id}",
        $"Only agents of {string.Join(", ", seen.Profile.Takeover.NativeStandards)} run a unit of the init system.",
        "Restart it by the cluster: restart.inMaintenance = false.");
}
