using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Services;
using HaIac.Operating.TakingOver;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using HaIac.Provider.Serving;

namespace HaIac.Provider.Switching;

/// <summary>Changes a service that the cluster runs and goes on running.</summary>
internal sealed class ClusterStay(ClusterSession session, CallContext call, ResourceLog log)
{
    private readonly NativeTakeover _takeover = new(session.Transport.Nodes);

    /// <summary>Changes it.</summary>
    /// <param name="before">The service as it was declared last.</param>
    /// <param name="last">Its objects.</param>
    /// <param name="after">The service as it is declared now.</param>
    /// <param name="wanted">Its objects now.</param>
    /// <param name="nodes">Its nodes now.</param>
    /// <param name="known">How its units were before they were taken over.</param>
    /// <param name="cancellationToken">Withdraws it as long as it is not on its way.</param>
    public async Task<(ApplyReport Report, ValueList<NativeRecord> Record)> ChangeAsync(
        DeclaredService before, Composition last, DeclaredService after, Composition wanted, ServiceNodes nodes, ValueList<NativeRecord> known, CancellationToken cancellationToken)
    {
        var preparation = new NodePreparation(session);
        using var work = session.WorkOnNodes();
        await log.AllAsync(await preparation.PrepareAsync(after, wanted, nodes, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        var record = await TakeAsync(before, last, after, wanted, nodes, known, cancellationToken).ConfigureAwait(false);
        await work.LastAsync(cancellationToken).ConfigureAwait(false);
        var report = await ApplyAsync(wanted, last, cancellationToken).ConfigureAwait(false);
        if (after.ReadsAnew(before) && !Restarts(wanted, last))
        {
            await RestartAsync(after, cancellationToken).ConfigureAwait(false);
        }

        var needed = NodePreparation.Scripts(after.Profile, wanted).Select(script => script.Path).ToList();
        await log.AllWarningsAsync(await preparation.TidyAsync(before, last, needed, nodes.Online, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return (report, record);
    }

    /// <summary>Takes over what is not taken over yet: on nodes that came, and units that somebody enabled or started meanwhile.</summary>
    private async Task<ValueList<NativeRecord>> TakeAsync(
        DeclaredService before, Composition last, DeclaredService after, Composition wanted, ServiceNodes nodes, ValueList<NativeRecord> known, CancellationToken cancellationToken)
    {
        if (after.Profile.Takeover is not { Enabled: true, OnStart: true })
        {
            return known;
        }

        var entry = new ClusterEntry(session, call, log);
        var agents = await entry.AgentsAsync(after, wanted, cancellationToken).ConfigureAwait(false);
        var survey = await _takeover.LookAsync(after.Profile, nodes.Online, cancellationToken).ConfigureAwait(false);

        // A unit that runs because the agent so far runs it is the clustered instance: the cluster itself stops it when the agent changes.
        var isInstance = NativeTakeover.RunsUnit(before.Profile, await entry.AgentsAsync(before, last, cancellationToken).ConfigureAwait(false));
        var outcome = await _takeover.BlockAsync(after.Profile, agents, survey, isInstance ? [] : nodes.Online, cancellationToken).ConfigureAwait(false);
        await log.AllAsync(outcome.Changes).ConfigureAwait(false);
        await log.AllWarningsAsync(outcome.Warnings.Select(warning => warning.ToString())).ConfigureAwait(false);
        return NativeRecord.Join(known, NativeTakeover.RecordOf(after.Profile, agents, survey));
    }

    /// <summary>Whether the cluster has restarted or reloaded the service already: its agent or a parameter has changed.</summary>
    private static bool Restarts(Composition wanted, Composition last)
    {
        var before = last.Primitives.ToDictionary(primitive => primitive.Id);
        return wanted.Primitives.Any(primitive => before.GetValueOrDefault(primitive.Id) is not { } old || !Equals(old.Agent, primitive.Agent) || !old.InstanceAttributes.Equals(primitive.InstanceAttributes));
    }

    /// <summary>Something changed that the service reads (rule C2): it is reloaded where that is enough, else restarted node by node.</summary>
    private async Task RestartAsync(DeclaredService after, CancellationToken cancellationToken)
    {
        var reloads = after.Profile.Restart.PreferReload && after.Profile.Changes.OnChange != ChangeAction.Restart;
        var parts = new OperatorParts(session.Transport, session.Committer, session.Watcher, session.Settings.Clock, _takeover);
        var report = await new ServiceOperator(parts, call.Progress)
            .RestartAsync(after.Profile with { Restart = after.Profile.Restart with { PreferReload = reloads } }, null, rolling: true, cancellationToken).ConfigureAwait(false);
        session.Cib.Forget();
        session.Status.Forget();
        await log.AllAsync(report.Steps.Where(step => step.Changed).Select(step => step.Text)).ConfigureAwait(false);
        await log.AllWarningsAsync(report.Warnings.Select(warning => warning.ToString())).ConfigureAwait(false);
    }

    private async Task<ApplyReport> ApplyAsync(Composition wanted, Composition last, CancellationToken cancellationToken)
    {
        if (wanted.Objects.IsEmpty && last.Objects.IsEmpty)
        {
            return ApplyReport.Nothing;
        }

        var applier = new ResourceApplier(session);
        var pairs = new Counterparts(wanted, last);
        if (pairs.IsAnother(wanted))
        {
            // Nothing of the old resource stays: it must have stopped before another one runs the same daemon.
            var gone = await applier.DeleteAsync(last, call, cancellationToken).ConfigureAwait(false);
            return gone.Findings.FirstOrDefault() is { } finding ? throw new FindingException(finding) : await applier.CreateAsync(wanted, call, cancellationToken).ConfigureAwait(false);
        }

        if (pairs.Renested.Find(pair => pair is { Before: CibClone { Promotable: not true }, After: not CibClone and not CibBundle }) is { Before: CibClone clone })
        {
            // Unwrapped while several instances run, the cluster would stop them all and start one: it keeps one if it knows of no more.
            var one = clone with { MetaAttributes = AttributeMap.Of([.. clone.MetaAttributes.Where(pair => pair.Key != "clone-max"), KeyValuePair.Create("clone-max", "1")]) };
            var narrowed = last with { Objects = [.. last.Objects.Select(item => ReferenceEquals(item, clone) ? one : item)] };
            await applier.UpdateAsync(narrowed, last, call with { LandedAsync = () => Task.CompletedTask }, cancellationToken).ConfigureAwait(false);
            last = narrowed;
        }

        return await applier.UpdateAsync(wanted, last, call, cancellationToken).ConfigureAwait(false);
    }
}
