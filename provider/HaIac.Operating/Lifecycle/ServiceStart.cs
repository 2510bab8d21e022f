using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;

namespace HaIac.Operating.Lifecycle;

/// <summary>Starts a service, in this order (section H of the requirements):</summary>
/// <remarks>
/// 1. managed, if it was not; 2. the init system's own instance taken out of the way; 3. failures cleaned up, if settings and failures ask for it;
/// 4. allowed on the nodes, where that is switched on; 5. bans on the node cleared; 6. what stops it taken away; 7. waited for as the settings say.
/// Steps 4 to 6 are one write.
/// </remarks>
internal sealed class ServiceStart(OperatorParts parts)
{
    /// <summary>Starts it.</summary>
    public async Task RunAsync(ServiceProfile profile, NodeName? node, OperationLog log, CancellationToken cancellationToken)
    {
        var seen = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
        if (node is not null)
        {
            _ = ServiceReporter.Of(seen, node); // Refuses a node that the cluster does not have before anything is written.
        }

        await ManageAsync(profile, log, cancellationToken).ConfigureAwait(false);
        if (profile.Takeover.OnStart)
        {
            await TakeOverAsync(seen, node, log, cancellationToken).ConfigureAwait(false);
        }

        await parts.Cleanup.IfAsync(profile.Cleanup.OnStart, seen, node, log, cancellationToken).ConfigureAwait(false);
        var told = new List<OperationStep>();
        await parts.Writer.WriteAsync(cib => PlanStart(cib, profile, Places(seen, node), node, told), cancellationToken).ConfigureAwait(false);
        told.ForEach(step => log.Did(step.Name, step.Text, step.Changed));
        await WaitAsync(seen, node, log, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the cluster manage it (rule F2).</summary>
    public async Task ManageAsync(ServiceProfile profile, OperationLog log, CancellationToken cancellationToken)
    {
        var wrote = await parts.Writer.WriteAsync(cib => MetaPlan.Manage(cib, profile), cancellationToken).ConfigureAwait(false);
        if (wrote)
        {
            log.Did("managed", $"{profile.Name} is managed by the cluster again");
        }
    }

    /// <summary>Takes the init system's instance out of the way on the nodes (rule E1).</summary>
    public async Task TakeOverAsync(ReportInputs seen, NodeName? node, OperationLog log, CancellationToken cancellationToken)
    {
        if (parts.Takeover is not { } takeover || !seen.Profile.Takeover.Enabled)
        {
            return;
        }

        foreach (var change in await takeover.TakeAsync(seen.Profile, seen.Agents, [.. Online(seen, node)], cancellationToken).ConfigureAwait(false))
        {
            log.Did("takeover", change);
        }
    }

    private async Task WaitAsync(ReportInputs seen, NodeName? node, OperationLog log, CancellationToken cancellationToken)
    {
        var profile = seen.Profile;
        if (profile.Waits.Instances == WaitFor.None)
        {
            return;
        }

        await parts.Waits.ForAsync(profile, Started(seen.Service, profile) with { Node = node }, log, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a start of the service waits for.</summary>
    public static Expectation Started(ResolvedService service, ServiceProfile profile) => new(service.Awaited, Gone: false)
    {
        Aim = Aim.Started,
        Instances = profile.Waits.Instances,
        NeedsPromoted = service.HasPromoted && profile.Waits.Promoted,
        Around = [.. service.Chain.TakeWhile(resource => resource.Id != service.Awaited.Id).Select(resource => resource.Id.Value)],
    };

    private static IReadOnlyList<CibEdit> PlanStart(CibDocument cib, ServiceProfile profile, IReadOnlyList<NodeName> places, NodeName? node, List<OperationStep> told)
    {
        told.Clear();
        var service = ServiceResolver.Resolve(profile, cib);
        var allow = OptInLocations.Allow(cib, service, places, profile.OptIn);
        var clear = Bans.Clear(cib, service, node);
        var start = MetaPlan.Start(cib, profile);

        // The role is stopped by a pause too, and by whatever is left of one.
        var resume = Pauses.End(service);
        told.AddRange(allow.Select(edit => new OperationStep("location", $"allowed on {((Cib.Constraints.LocationConstraint)((PutObject)edit).Wanted).Node} ({edit.Id})", true)));
        told.AddRange(clear.Select(edit => new OperationStep("ban", $"cleared {edit.Id}", true)));
        if (start.Count > 0 || resume.Count > 0)
        {
            told.Add(new("target-role", $"{service.Target.Id} is to run", true));
        }

        return [.. allow, .. clear, .. start, .. resume];
    }

    /// <summary>The nodes that it is allowed on: the one asked for, those declared, else every member.</summary>
    private static IReadOnlyList<NodeName> Places(ReportInputs seen, NodeName? node) =>
        node is not null ? [node] : seen.Profile.Nodes.Count > 0 ? seen.Profile.Nodes : seen.Nodes;

    private static IEnumerable<NodeName> Online(ReportInputs seen, NodeName? node) =>
        Places(seen, node).Where(place => seen.Status?.FindNode(place) is null or { Online: true });
}
