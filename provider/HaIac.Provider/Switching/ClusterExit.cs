using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Converging;
using HaIac.Operating.Findings;
using HaIac.Operating.TakingOver;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using HaIac.Provider.Serving;

namespace HaIac.Provider.Switching;

/// <summary>Takes a service out of the cluster and gives it back to the init system.</summary>
internal sealed class ClusterExit(ClusterSession session, CallContext call, ResourceLog log)
{
    private readonly NativeTakeover _takeover = new(session.Transport.Nodes);
    private readonly NativeConverger _converger = new(session.Transport.Nodes);

    /// <summary>Takes it out.</summary>
    /// <param name="before">The service as it was declared last.</param>
    /// <param name="last">Its objects.</param>
    /// <param name="after">The service as it is declared now, which the cluster does not run; null if it is not declared any more.</param>
    /// <param name="record">How its units were before they were taken over.</param>
    /// <param name="cancellationToken">Ends it between two nodes.</param>
    /// <exception cref="FindingException">It would not stop, or others still refer to it.</exception>
    public async Task LeaveAsync(DeclaredService before, Composition last, DeclaredService? after, ValueList<NativeRecord> record, CancellationToken cancellationToken)
    {
        var resource = last.Objects.OfType<CibResource>().FirstOrDefault();
        var starts = after?.Profile.Native.Running == true;
        var nodes = starts ? await ServiceNodes.OfAsync(after!.Profile, session, call.Subject, cancellationToken).ConfigureAwait(false) : null;
        if (resource is CibClone { Promotable: not true } && starts)
        {
            using var work = session.WorkOnNodes();
            session.Status.Forget();
            var running = (await session.Status.GetAsync(cancellationToken).ConfigureAwait(false)).RunningOn(resource.Id.Value);
            await new Handover(session.Transport, session.Cib.GetAsync, session.Status.GetAsync, session.CommitAsync, session.Settings, call.Progress).GiveBackAsync(
                after!.Profile, resource, [.. running.Where(node => nodes!.Online.Contains(node))], work.TogetherAsync, ConvergeAsync,
                async back =>
                {
                    await work.LastAsync(cancellationToken).ConfigureAwait(false);
                    await RemoveAsync(last, [.. back.Select(node => TakeoverBans.On(resource.Id, node))], cancellationToken).ConfigureAwait(false);
                }, cancellationToken).ConfigureAwait(false);
        }
        else if (!last.Objects.IsEmpty)
        {
            await RemoveAsync(last, [], cancellationToken).ConfigureAwait(false);
        }

        await RestoreAsync(after, record, cancellationToken).ConfigureAwait(false);
        if (nodes is not null || after?.Profile.Native.IsAsked == true)
        {
            nodes ??= await ServiceNodes.OfAsync(after!.Profile, session, call.Subject, cancellationToken).ConfigureAwait(false);
            await log.AllAsync(await _converger.ApplyAsync(after!.Profile, nodes.Online, changed: false, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }

        await TidyAsync(before, last, cancellationToken).ConfigureAwait(false);

        async Task ConvergeAsync(NodeName node)
        {
            await RestoreAsync(after, [.. record.Where(unit => unit.Node == node)], cancellationToken).ConfigureAwait(false);
            await log.AllAsync(await _converger.ApplyAsync(after!.Profile, [node], changed: false, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>What would happen, a line each.</summary>
    public static IEnumerable<string> Describe(Composition last, DeclaredService after, ValueList<NativeRecord> record)
    {
        var resource = last.Objects.OfType<CibResource>().FirstOrDefault();
        var starts = after.Profile.Native.Running == true;
        if (resource is not null)
        {
            yield return resource is CibClone { Promotable: not true } && starts
                ? $"{resource.Id} would leave the cluster node by node, and the init system start its own on each; it stays available"
                : $"{resource.Id} would stop and leave the cluster{(starts ? "; the init system starts its own then" : "; nothing starts in its place, since running is not declared")}";
        }

        foreach (var unit in record.Where(unit => unit.Enabled && after.Profile.Native.Enabled is null))
        {
            yield return $"{unit.Node}: {unit.Unit}.service would be enabled again, as it was before the cluster had it";
        }
    }

    private async Task RemoveAsync(Composition last, IReadOnlyList<CibObject> bans, CancellationToken cancellationToken)
    {
        var outer = last.Objects.OfType<CibResource>().FirstOrDefault()?.Id;
        var left = outer is null ? [] : TakeoverBans.In(await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false), outer).Where(ban => bans.All(own => own.Id != ban.Id));
        var report = await new ResourceApplier(session).DeleteAsync(last with { Objects = [.. last.Objects, .. bans, .. left] }, call, cancellationToken).ConfigureAwait(false);
        await log.AllWarningsAsync(report.Warnings).ConfigureAwait(false);
        if (report.Findings.FirstOrDefault() is { } finding)
        {
            throw new FindingException(finding);
        }
    }

    /// <summary>Lets the units start with the machine as they did (rule E7). A node that fails is told and does not hold up the rest.</summary>
    private async Task RestoreAsync(DeclaredService? after, ValueList<NativeRecord> record, CancellationToken cancellationToken)
    {
        var (changes, failures) = await _takeover.RestoreAsync(record, after?.Profile.Native.Enabled, cancellationToken).ConfigureAwait(false);
        await log.AllAsync(changes).ConfigureAwait(false);
        if (failures.Count > 0)
        {
            await log.WarningAsync(new Finding(FindingCode.NotGivenBack, string.Join("\n", failures), call.Subject,
                "Whether its unit starts with the machine could not be restored there; the cluster does not run it any more.",
                $"Enable {string.Join(", ", record.Where(unit => unit.Enabled).Select(unit => unit.Unit).Distinct())} on these nodes by hand if it shall start there.").ToString()).ConfigureAwait(false);
        }
    }

    private async Task TidyAsync(DeclaredService before, Composition last, CancellationToken cancellationToken)
    {
        if (NodePreparation.Scripts(before.Profile, last).Count == 0)
        {
            return;
        }

        var nodes = await ServiceNodes.OfAsync(before.Profile, session, call.Subject, cancellationToken).ConfigureAwait(false);
        await log.AllWarningsAsync(await new NodePreparation(session).TidyAsync(before, last, [], nodes.Online, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
