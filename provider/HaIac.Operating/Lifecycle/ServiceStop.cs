using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;

namespace HaIac.Operating.Lifecycle;

/// <summary>Stops a service, in this order (section I of the requirements): cleaned up if asked for, managed if it was not, stopped, waited for.</summary>
/// <remarks>
/// As a whole by target-role=Stopped. A clone, or a bundle of several containers, on one node by a ban with our mark, which holds until the service is started
/// there again. A member of a group stops those after it, as groups do; in a cloned group one node is left by the whole instance.
/// </remarks>
internal sealed class ServiceStop(OperatorParts parts, ServiceStart start)
{
    /// <summary>Stops it.</summary>
    public async Task RunAsync(ServiceProfile profile, NodeName? node, OperationLog log, CancellationToken cancellationToken)
    {
        var seen = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
        var before = ServiceReporter.Of(seen, node);
        await parts.Cleanup.IfAsync(profile.Cleanup.OnStop, seen, node, log, cancellationToken).ConfigureAwait(false);
        await start.ManageAsync(profile, log, cancellationToken).ConfigureAwait(false);
        if (profile.Takeover.OnStop)
        {
            await start.TakeOverAsync(seen, node, log, cancellationToken).ConfigureAwait(false);
        }

        if (node is not null && !seen.Service.IsCloned && !before.RunningOn.Contains(node))
        {
            log.Did("target-role", $"{seen.Service.Target.Id} does not run on {node}; nothing to stop there", changed: false);
            return;
        }

        if (node is not null && seen.Service.IsCloned)
        {
            await OnNodeAsync(seen, node, log, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await EverywhereAsync(seen, log, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task OnNodeAsync(ReportInputs seen, NodeName node, OperationLog log, CancellationToken cancellationToken)
    {
        var profile = seen.Profile;
        var wrote = await parts.Writer.WriteAsync(cib => PlanOnNode(cib, profile, node), cancellationToken).ConfigureAwait(false);
        var what = seen.Service.GroupAround is null ? seen.Service.Outer.Id.Value : $"{seen.Service.Outer.Id}, of which {seen.Service.Target.Id} is a member,";
        log.Did("ban", wrote ? $"{what} is kept off {node} by {MarkedIds.Ban(seen.Service.Outer.Id, node)}" : $"{what} was kept off {node} already", wrote);
        await parts.Waits.ForAsync(profile, new Expectation(seen.Service.Awaited, Gone: false) { Aim = Aim.Stopped, Node = node }, log, cancellationToken).ConfigureAwait(false);
    }

    private async Task EverywhereAsync(ReportInputs seen, OperationLog log, CancellationToken cancellationToken)
    {
        var profile = seen.Profile;
        var wrote = await parts.Writer.WriteAsync(cib => MetaPlan.Stop(cib, profile), cancellationToken).ConfigureAwait(false);
        log.Did("target-role", wrote ? $"{MetaPlan.StopsAt(seen.Service).Id} is to be stopped" : $"{MetaPlan.StopsAt(seen.Service).Id} was to be stopped already", wrote);
        if (seen.Service.LaterMembers.Select(member => member.Id.Value).ToList() is { Count: > 0 } later)
        {
            log.Did("target-role", $"{string.Join(", ", later)} after it in group {seen.Service.GroupAround!.Id} {(later.Count == 1 ? "stops" : "stop")} with it", changed: wrote);
        }

        await parts.Waits.ForAsync(profile, new Expectation(MetaPlan.StopsAt(seen.Service), Gone: false) { Aim = Aim.Stopped }, log, cancellationToken).ConfigureAwait(false);
    }

    private static IReadOnlyList<CibEdit> PlanOnNode(CibDocument cib, ServiceProfile profile, NodeName node)
    {
        var service = ServiceResolver.Resolve(profile, cib);
        var forbid = OptInLocations.Forbid(cib, service, node, profile.OptIn);
        var ours = Bans.Ours(cib, service, node).FirstOrDefault();
        var lasting = Bans.Lasting(service.Outer.Id, node);
        return ours is null ? [.. forbid, new PutObject(lasting, null)]
            : Bans.EndsByItself(ours) ? [.. forbid, new PutObject(lasting, ours)]
            : forbid;
    }
}
