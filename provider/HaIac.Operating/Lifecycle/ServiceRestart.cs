using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Findings;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;

namespace HaIac.Operating.Lifecycle;

/// <summary>Restarts a service (rules I5-I11 of the requirements).</summary>
/// <remarks>
/// Under a lock; not where it does not run; a reload where that is enough; by the init system under maintenance of the node where that is asked for; else by
/// the cluster: a clone, or a bundle of several containers, node by node, those that are not promoted first, each back before the next is touched; anything
/// else as a whole. What stops it meanwhile is taken out again whatever happens, and would end by itself.
/// </remarks>
internal sealed class ServiceRestart(OperatorParts parts, ServiceStart start, NativeRestart native)
{
    private static readonly TimeSpan s_cleaningUp = TimeSpan.FromMinutes(1);

    /// <summary>Restarts it.</summary>
    public async Task RunAsync(ServiceProfile profile, NodeName? node, bool rolling, OperationLog log, CancellationToken cancellationToken)
    {
        var seen = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
        _ = ServiceReporter.Of(seen, node);
        var held = await RestartLock.TakeAsync(parts.Transport, parts.Committer, parts.Clock, profile, seen.Service, log, cancellationToken).ConfigureAwait(false);
        try
        {
            await LockedAsync(profile, node, rolling, held, log, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            using var limit = new CancellationTokenSource(s_cleaningUp, parts.Clock);
            await held.ReleaseAsync(limit.Token).ConfigureAwait(false);
        }
    }

    private async Task LockedAsync(ServiceProfile profile, NodeName? node, bool rolling, RestartLock held, OperationLog log, CancellationToken cancellationToken)
    {
        // Who held the lock before is gone: what it left in the way is nobody's.
        if (await parts.Writer.WriteAsync(cib => Leftovers(ServiceResolver.Resolve(profile, cib), cib), cancellationToken).ConfigureAwait(false))
        {
            log.Did("ban", "took away what an earlier restart that broke off had left");
        }

        var seen = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
        var report = ServiceReporter.Of(seen, node);
        var running = report.Nodes.Where(place => place.State.IsRunning() && (node is null || place.Node == node)).ToList();
        if (running.Count == 0)
        {
            await NotRunningAsync(profile, node, log, cancellationToken).ConfigureAwait(false);
            return;
        }

        ValueList<NodeName> places = [.. running.OrderBy(place => place.State.IsPromoted()).Select(place => place.Node)];
        if (profile.Restart.PreferReload && await native.ReloadAsync(seen, places, log, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (profile.Restart.InMaintenance)
        {
            await InTurnAsync(profile, places, held, log, place => native.RestartAsync(profile, place, log, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        else if (seen.Service.IsCloned && (rolling || node is not null))
        {
            await InTurnAsync(profile, places, held, log, place => OneNodeAsync(profile, place, log, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await AsAWholeAsync(seen, log, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task NotRunningAsync(ServiceProfile profile, NodeName? node, OperationLog log, CancellationToken cancellationToken)
    {
        var where = node is null ? "anywhere" : $"on {node}";
        if (profile.Restart.OnlyIfRunning)
        {
            log.Did("restart", $"{profile.Name} does not run {where}; it is left so", changed: false);
            return;
        }

        log.Did("restart", $"{profile.Name} does not run {where}; it is started", changed: false);
        await start.RunAsync(profile, node, log, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Node after node. After a failure the others stay as they are, running, unless the settings say to go on.</summary>
    private static async Task InTurnAsync(
        ServiceProfile profile, ValueList<NodeName> places, RestartLock held, OperationLog log, Func<NodeName, Task> restart, CancellationToken cancellationToken)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (i > 0)
            {
                await held.RenewAsync(cancellationToken).ConfigureAwait(false);
            }

            try
            {
                await restart(places[i]).ConfigureAwait(false);
            }
            catch (FindingException fault) when (profile.Restart.GoesOnAfterFailure)
            {
                log.Warn(fault.Finding);
            }
            catch (FindingException fault) when (places.Count > 1)
            {
                throw new FindingException(Stopped(profile, places, i, fault.Finding));
            }
        }
    }

    private async Task OneNodeAsync(ServiceProfile profile, NodeName node, OperationLog log, CancellationToken cancellationToken)
    {
        var before = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
        var running = ServiceReporter.Of(before).RunningOn.ToList();
        var promoted = ServiceReporter.Of(before).State.IsPromoted();
        if (!running.Contains(node))
        {
            log.Did("restart", $"{profile.Name} does not run on {node} any more; it is left so", changed: false);
            return;
        }

        var end = parts.Clock.GetUtcNow() + profile.Waits.Limit + profile.Waits.Limit;
        try
        {
            await parts.Writer.WriteAsync(cib => Ban(ServiceResolver.Resolve(profile, cib), cib, node, end), cancellationToken).ConfigureAwait(false);
            await parts.Waits.ForAsync(profile, new Expectation(before.Service.Awaited, Gone: false) { Aim = Aim.Stopped, Node = node }, log, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Also after a stop that failed: what is allowed to run again is safer than what is kept off.
            await FreeAsync(profile).ConfigureAwait(false);
        }

        log.Did("restart", $"stopped {profile.Name} on {node} and let it run again");
        await parts.Waits.ForAsync(
            profile,
            ServiceStart.Started(before.Service, profile) with { Instances = WaitFor.Some, AtLeast = running.Count, NeedsPromoted = promoted && profile.Waits.Promoted },
            log,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task AsAWholeAsync(ReportInputs seen, OperationLog log, CancellationToken cancellationToken)
    {
        var profile = seen.Profile;
        var running = ServiceReporter.Of(seen).RunningOn.Count();
        var promoted = ServiceReporter.Of(seen).State.IsPromoted();
        var end = parts.Clock.GetUtcNow() + profile.Waits.Limit + profile.Waits.Limit;
        try
        {
            await parts.Writer.WriteAsync(cib => Pauses.Begin(ServiceResolver.Resolve(profile, cib), end), cancellationToken).ConfigureAwait(false);
            await parts.Waits.ForAsync(profile, new Expectation(MetaPlan.StopsAt(seen.Service), Gone: false) { Aim = Aim.Stopped }, log, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await FreeAsync(profile).ConfigureAwait(false);
        }

        log.Did("restart", $"stopped {MetaPlan.StopsAt(seen.Service).Id} and let it run again");
        await parts.Waits.ForAsync(
            profile,
            ServiceStart.Started(seen.Service, profile) with { Instances = WaitFor.Some, AtLeast = seen.Service.IsCloned ? running : 1, NeedsPromoted = promoted && profile.Waits.Promoted },
            log,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes away what this restart put in the way, even if it was cancelled.</summary>
    private async Task FreeAsync(ServiceProfile profile)
    {
        using var limit = new CancellationTokenSource(s_cleaningUp, parts.Clock);
        await parts.Writer.WriteAsync(cib => ServiceResolver.Find(profile, cib) is { } service ? Leftovers(service, cib) : [], limit.Token).ConfigureAwait(false);
    }

    private static IReadOnlyList<CibEdit> Ban(ResolvedService service, Cib.Documents.CibDocument cib, NodeName node, DateTimeOffset end) =>
        Bans.Ours(cib, service, node).FirstOrDefault() is { } there
            ? Bans.EndsByItself(there) ? [new PutObject(Bans.Until(service.Outer.Id, node, end), there)] : []
            : [new PutObject(Bans.Until(service.Outer.Id, node, end), null)];

    private static IReadOnlyList<CibEdit> Leftovers(ResolvedService service, Cib.Documents.CibDocument cib) =>
        [.. Bans.Ours(cib, service).Where(Bans.EndsByItself).Select(ban => new RemoveObject(ban)), .. Pauses.End(service)];

    private static Finding Stopped(ServiceProfile profile, ValueList<NodeName> places, int failed, Finding reason)
    {
        var done = string.Join(", ", places.Take(failed));
        var left = string.Join(", ", places.Skip(failed + 1));
        return new(FindingCode.RolloutStopped,
            $"{profile.Name} failed to restart on {places[failed]}: {reason.What}",
            $"service {profile.Name}, node {places[failed]}",
            $"{(done.Length > 0 ? $"Restarted: {done}. " : "")}{(left.Length > 0 ? $"Not touched, still running: {left}. " : "")}One more node down could take the service down.\n{reason.Why}",
            $"{reason.Mend} To go on after a failure, set restart.goesOnAfterFailure.")
        {
            Report = reason.Report,
        };
    }
}
