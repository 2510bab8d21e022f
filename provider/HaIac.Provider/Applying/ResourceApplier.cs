using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Provider.Composing;
using HaIac.Transport.Committing;

namespace HaIac.Provider.Applying;

/// <summary>Brings the objects of one resource into the cluster, changes them, takes them out, and waits until the cluster has followed.</summary>
internal sealed class ResourceApplier(ClusterSession session)
{
    // Long enough for an engine that is about to send the next delete, far shorter than the wait for one that never comes.
    private static readonly TimeSpan s_deadlockPatience = TimeSpan.FromSeconds(1);

    /// <summary>Creates objects. Those that are there already with every declared value are taken over: an earlier try got that far.</summary>
    /// <exception cref="FindingException">An id is taken, or a constraint names nothing that exists.</exception>
    /// <exception cref="CommitException">The cluster refuses the objects.</exception>
    public async Task<ApplyReport> CreateAsync(Composition wanted, CallContext call, CancellationToken cancellationToken)
    {
        using var pass = Enter(wanted, []);
        var early = new EarlyWrite(session, call.Progress);
        var failures = new EarlierFailures(session, wanted, call.CleansUpNew ? call.Cleanup : CleanupWhen.Never);
        await failures.LookAsync(cancellationToken).ConfigureAwait(false);
        var takenOver = await early.OrTakenBackAsync(async () =>
        {
            var wereThere = await GoAheadAsync(early, pass, wanted.Objects.OfType<CibResource>(), cancellationToken).ConfigureAwait(false);
            await NeedsAsync(pass, wanted, call, cancellationToken).ConfigureAwait(false);
            return wereThere.Count + (await PutAsync(wanted.Objects, early, cancellationToken).ConfigureAwait(false)).Count > 0;
        }).ConfigureAwait(false);

        session.Owned.Created(wanted.Outer, call.Urn, takenOver);
        pass.Landed();
        await call.LandedAsync().ConfigureAwait(false);
        var cleaned = await failures.CleanUpAsync(cancellationToken).ConfigureAwait(false);
        var report = await SettledAsync(wanted, call, cancellationToken).ConfigureAwait(false);
        return report with { Warnings = [.. cleaned, .. report.Warnings] };
    }

    /// <summary>Changes objects. One that somebody took out in the meantime is created anew, and that is said.</summary>
    /// <exception cref="FindingException">A constraint names nothing that exists.</exception>
    /// <exception cref="CommitException">Somebody else changed what is ours, or the cluster refuses the objects.</exception>
    public async Task<ApplyReport> UpdateAsync(Composition wanted, Composition lastApplied, CallContext call, CancellationToken cancellationToken)
    {
        var last = new Counterparts(wanted, lastApplied);
        var dropped = last.Dropped;
        // An id that is outermost no more is named by nobody afterwards, although what it held stays.
        using var pass = Enter(wanted, dropped.Concat(last.Renested.Select(pair => pair.Before).Where(before => !wanted.ResourceIds.Contains(before.Id))));
        var early = new EarlyWrite(session, call.Progress);
        var recreated = new HashSet<CibId>();
        var failures = new EarlierFailures(session, wanted, call.Cleanup);
        await early.OrTakenBackAsync(async () =>
        {
            // What is dropped may hold the ids of what is new (a primitive that becomes a clone); then both go together.
            if (!dropped.OfType<CibResource>().Any())
            {
                await GoAheadAsync(early, pass, wanted.Objects.OfType<CibResource>().Where(item => last.LastOf(item) is null), cancellationToken).ConfigureAwait(false);
            }

            await NeedsAsync(pass, wanted, call, cancellationToken).ConfigureAwait(false);
            return await ChangeAsync().ConfigureAwait(false);
        }).ConfigureAwait(false);
        pass.Landed();
        await call.LandedAsync().ConfigureAwait(false);

        var cleaned = await failures.CleanUpAsync(cancellationToken).ConfigureAwait(false);
        var report = await SettledAsync(wanted, call, cancellationToken).ConfigureAwait(false);
        return report with
        {
            Warnings =
            [
                .. recreated.Select(id => $"{id} was taken out of the cluster by somebody else; it is created anew."),
                .. cleaned,
                .. report.Warnings,
            ],
        };

        async Task<CommitReceipt> ChangeAsync()
        {
            await failures.LookAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await session.CommitAsync(Edits(), cancellationToken).ConfigureAwait(false);
            }
            catch (CommitException exception) when (exception.Findings.All(IsRemovedByOthers))
            {
                // The program still declares them, so they come back; the user is told that somebody had another opinion.
                recreated.UnionWith(exception.Findings.Select(finding => finding.Subject).OfType<CibId>());
                return await session.CommitAsync(Edits(), cancellationToken).ConfigureAwait(false);
            }
        }

        List<CibEdit> Edits() =>
        [
            .. dropped.Select(item => new RemoveObject(item)),
            .. wanted.Objects.Select(item => wanted.Put(item, recreated.Contains(item.Id) ? null : early.HasPut(item) ? item : last.LastOf(item))),
        ];
    }

    /// <summary>Takes objects out and waits until nothing of them runs. What is gone already is fine.</summary>
    /// <exception cref="FindingException">Others still refer to them, or something would not stop.</exception>
    public async Task<ApplyReport> DeleteAsync(Composition lastApplied, CallContext call, CancellationToken cancellationToken)
    {
        if (session.Owned.LivesOn(lastApplied.Outer, call.Urn))
        {
            return new(ImmutableDictionary<string, Verdict>.Empty) { Warnings = [$"{lastApplied.Outer} belongs to another resource of the program by now and stays in the cluster."] };
        }

        using var pass = Enter(new(lastApplied.Outer, []), lastApplied.Objects, awaitsRemovals: true);
        var early = new EarlyWrite(session, call.Progress);
        await early.OrTakenBackAsync(async () =>
        {
            var bans = await new ReferenceRelease(session, s_deadlockPatience).UnreferencedAsync(early, pass, lastApplied, call, cancellationToken).ConfigureAwait(false);
            return await session.CommitAsync([.. lastApplied.Objects.Reverse().Concat(bans).Select(item => new RemoveObject(item))], cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        pass.Landed();
        return await AwaitAsync(lastApplied.Objects.OfType<CibResource>().Select(item => new Expectation(item, Gone: true)), call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets cluster options. Values that were there before are kept aside, so that taking ours out brings them back.</summary>
    /// <param name="wanted">The options declared now; without any when they are to be taken out.</param>
    /// <param name="lastApplied">The options declared last; null when none were.</param>
    /// <param name="previous">What they replaced, as kept so far.</param>
    /// <param name="cancellationToken">Withdraws the edit as long as it is not on its way.</param>
    public async Task<ApplyReport> SetOptionsAsync(
        ClusterProperties wanted, ClusterProperties? lastApplied, IReadOnlyDictionary<string, string> previous, CancellationToken cancellationToken)
    {
        var cib = await session.Transport.ReadAsync(cancellationToken).ConfigureAwait(false);
        var live = cib.Properties.Properties;
        var ours = lastApplied?.Properties ?? AttributeMap.Empty;
        var found = wanted.Properties.Keys.Where(name => !ours.ContainsKey(name) && live.ContainsKey(name)).ToDictionary(name => name, name => live[name]);
        var kept = previous.Concat(found).Where(pair => wanted.Properties.ContainsKey(pair.Key)).ToImmutableDictionary(StringComparer.Ordinal);
        var restored = previous.Where(pair => !wanted.Properties.ContainsKey(pair.Key));

        var target = wanted with { Properties = AttributeMap.Of([.. wanted.Properties, .. restored]) };
        var before = wanted with { Properties = AttributeMap.Of([.. ours, .. found]) };
        CibEdit edit = target.Properties.Count == 0 ? new RemoveObject(before) : new PutObject(target, before);
        await session.CommitAsync([edit], cancellationToken).ConfigureAwait(false);
        return new(ImmutableDictionary<string, Verdict>.Empty) { PreviousValues = kept };
    }

    private ReferenceGate.Pass Enter(Composition wanted, IEnumerable<CibObject> dropped, bool awaitsRemovals = false) => session.Gate.Enter(
        wanted.ResourceIds.Select(id => id.Value),
        wanted.References.Select(reference => reference.Named.Value),
        dropped.SelectMany(item => item is CibResource resource ? resource.SelfAndInside().Cast<CibObject>() : [item]).Select(item => item.Id.Value),
        awaitsRemovals);

    private static bool IsRemovedByOthers(CibFinding finding) =>
        finding is { Code: CibFindingCodes.ChangedByOthers, Conflict: { Attribute: "", Live: null } };

    /// <summary>
    /// Puts resources into the cluster ahead of their constraints, if nobody else can go on. An engine runs only so many calls at once; when those
    /// that run are a piece of a longer chain, each waits for one that has not begun. What the resources are named by can then go on.
    /// </summary>
    /// <returns>Those that an earlier try had left in the cluster; empty in the ordinary case, in which everything lands together.</returns>
    private async Task<IReadOnlyCollection<CibObject>> GoAheadAsync(
        EarlyWrite early, ReferenceGate.Pass pass, IEnumerable<CibResource> resources, CancellationToken cancellationToken)
    {
        var objects = resources.ToList<CibObject>();
        if (objects.Count == 0 || pass.Missing().Count == 0)
        {
            return [];
        }

        await LookAsync(pass, cancellationToken).ConfigureAwait(false);
        if (await pass.NeedsMetAsync(cancellationToken, s_deadlockPatience).ConfigureAwait(false))
        {
            return [];
        }

        using var first = session.Gate.Enter(pass.Provides, [], []);
        var wereThere = await PutAsync(objects, early, cancellationToken).ConfigureAwait(false);
        early.Put(objects, wereThere);
        first.Landed();
        return wereThere;
    }

    /// <summary>Puts new objects in. Those that are there already with every declared value are taken over: an earlier try got that far.</summary>
    /// <returns>Those that were there.</returns>
    private async Task<IReadOnlyCollection<CibObject>> PutAsync(IReadOnlyList<CibObject> objects, EarlyWrite early, CancellationToken cancellationToken)
    {
        try
        {
            await session.CommitAsync([.. objects.Select(item => new PutObject(item, early.HasPut(item) ? item : null))], cancellationToken).ConfigureAwait(false);
            return [];
        }
        catch (CommitException exception) when (exception.Findings.Any(finding => finding.Code == CibFindingCodes.IdTaken))
        {
            var cib = await session.Transport.ReadAsync(cancellationToken).ConfigureAwait(false);
            var there = objects.Where(item => cib.FindElement(item.Id) is not null).ToList();
            if (!there.TrueForAll(item => IsAsDeclared(item, cib)))
            {
                throw;
            }

            await session.CommitAsync([.. objects.Select(item => new PutObject(item, there.Contains(item) ? item : null))], cancellationToken).ConfigureAwait(false);
            return there;
        }
    }

    /// <summary>Waits until what the constraints name exists or is on its way.</summary>
    public async Task NeedsAsync(ReferenceGate.Pass pass, Composition wanted, CallContext call, CancellationToken cancellationToken)
    {
        if (pass.Missing().Count == 0)
        {
            return;
        }

        await LookAsync(pass, cancellationToken).ConfigureAwait(false);
        if (await pass.NeedsMetAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        session.Cib.Forget();
        await LookAsync(pass, cancellationToken).ConfigureAwait(false);
        if (pass.Missing() is { Count: > 0 } missing)
        {
            throw new FindingException(ReferenceFindings.Nowhere(wanted, missing, call.Subject, session.Transport.Address,
                (await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false)).Resources));
        }
    }

    private async Task LookAsync(ReferenceGate.Pass pass, CancellationToken cancellationToken)
    {
        var cib = await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false);
        session.Gate.Saw(pass.Needs.Where(id => CibId.TryParse(id, out var parsed, out _) && cib.FindElement(parsed) is not null));
    }

    /// <summary>Whether an object is in the cluster with every declared value. What others added to it is no obstacle.</summary>
    public static bool IsAsDeclared(CibObject wanted, CibDocument cib) => cib.Find(wanted.Id) is { } live
        && CibComparer.Compare(wanted, live).All(change => change.Kind is not (ChangeKind.Added or ChangeKind.Changed));

    private Task<ApplyReport> SettledAsync(Composition wanted, CallContext call, CancellationToken cancellationToken) =>
        AwaitAsync(
            wanted.Objects.OfType<CibResource>().Select(item => new Expectation(item, Gone: false) { Instances = call.Waits.Instances, MayStayUnpromoted = !call.Waits.Promoted }), call, cancellationToken);

    private async Task<ApplyReport> AwaitAsync(IEnumerable<Expectation> expectations, CallContext call, CancellationToken cancellationToken)
    {
        var all = call.Waits.Instances == WaitFor.None ? [] : expectations.ToList();
        var verdicts = await Task.WhenAll(all.Select(expectation =>
            session.Watcher.WaitAsync(expectation, call.Timeout, call.Progress, cancellationToken))).ConfigureAwait(false);
        return new(all.Zip(verdicts).ToImmutableDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal))
        {
            Warnings = [.. verdicts.Where(verdict => verdict.Kind == VerdictKind.SettledWithNote).Select(verdict => verdict.Text + ".")],
        };
    }
}
