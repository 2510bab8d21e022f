using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Provider.Awaiting;
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
        var ahead = await GoAheadAsync(pass, wanted, cancellationToken).ConfigureAwait(false);
        try
        {
            await NeedsAsync(pass, wanted, call, cancellationToken).ConfigureAwait(false);
        }
        catch (FindingException) when (ahead.Count > 0)
        {
            // The create fails as a whole.
            await CommitAsync([.. ahead.Select(item => new RemoveObject(item))], cancellationToken).ConfigureAwait(false);
            throw;
        }

        var takenOver = false;
        try
        {
            await CommitAsync([.. wanted.Objects.Select(item => new PutObject(item, ahead.Contains(item) ? item : null))], cancellationToken).ConfigureAwait(false);
        }
        catch (CommitException exception) when (exception.Findings.Any(finding => finding.Code == CibFindingCodes.IdTaken))
        {
            var cib = await session.Transport.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!wanted.Objects.All(item => cib.FindElement(item.Id) is null || IsAsDeclared(item, cib)))
            {
                throw;
            }

            await CommitAsync([.. wanted.Objects.Select(item => new PutObject(item, cib.FindElement(item.Id) is null ? null : item))], cancellationToken).ConfigureAwait(false);
            takenOver = true;
        }

        session.Owned.Created(wanted.Outer, call.Urn, takenOver);
        pass.Landed();
        return await SettledAsync(wanted, call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes objects. One that somebody took out in the meantime is created anew, and that is said.</summary>
    /// <exception cref="FindingException">A constraint names nothing that exists.</exception>
    /// <exception cref="CommitException">Somebody else changed what is ours, or the cluster refuses the objects.</exception>
    public async Task<ApplyReport> UpdateAsync(Composition wanted, Composition lastApplied, CallContext call, CancellationToken cancellationToken)
    {
        var last = lastApplied.Objects.ToDictionary(item => item.Id);
        var kept = wanted.Objects.Select(item => item.Id).ToHashSet();
        var dropped = lastApplied.Objects.Where(item => !kept.Contains(item.Id)).ToList();
        using var pass = Enter(wanted, dropped);
        await NeedsAsync(pass, wanted, call, cancellationToken).ConfigureAwait(false);

        var failedBefore = wanted.Primitives.Any()
            ? (await session.Status.GetAsync(cancellationToken).ConfigureAwait(false)).Failures.Where(failure => wanted.Primitives.Any(item => item.Id.Value == failure.Resource)).ToList()
            : [];
        var recreated = new HashSet<CibId>();
        try
        {
            await CommitAsync(Edits(), cancellationToken).ConfigureAwait(false);
        }
        catch (CommitException exception) when (exception.Findings.All(IsRemovedByOthers))
        {
            // The program still declares them, so they come back; the user is told that somebody had another opinion.
            recreated.UnionWith(exception.Findings.Select(finding => finding.Subject).OfType<CibId>());
            await CommitAsync(Edits(), cancellationToken).ConfigureAwait(false);
        }

        pass.Landed();

        if (failedBefore.Count > 0)
        {
            // Only now: with the old configuration the cluster would only fail again.
            await session.Transport.CleanupAsync(wanted.Objects.OfType<CibResource>().First().Id, cancellationToken).ConfigureAwait(false);
            session.Status.Forget();
        }

        var report = await SettledAsync(wanted, call, cancellationToken).ConfigureAwait(false);
        return report with
        {
            Warnings =
            [
                .. recreated.Select(id => $"{id} was taken out of the cluster by somebody else; it is created anew."),
                .. failedBefore.Take(1).Select(failure => $"Cleaned up an earlier failure: {FailureText.Short(failure)}."),
                .. report.Warnings,
            ],
        };

        List<CibEdit> Edits() =>
        [
            .. dropped.Select(item => new RemoveObject(item)),
            .. wanted.Objects.Select(item => new PutObject(item, recreated.Contains(item.Id) ? null : last.GetValueOrDefault(item.Id))),
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
        var bans = await UnreferencedAsync(pass, lastApplied, call, cancellationToken).ConfigureAwait(false);
        await CommitAsync([.. lastApplied.Objects.Reverse().Concat(bans).Select(item => new RemoveObject(item))], cancellationToken).ConfigureAwait(false);
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
        await CommitAsync([edit], cancellationToken).ConfigureAwait(false);
        return new(ImmutableDictionary<string, Verdict>.Empty) { PreviousValues = kept };
    }

    private ReferenceGate.Pass Enter(Composition wanted, IEnumerable<CibObject> dropped, bool awaitsRemovals = false) => session.Gate.Enter(
        wanted.ResourceIds.Select(id => id.Value),
        wanted.References.Select(reference => reference.Named.Value),
        dropped.SelectMany(item => item is CibResource resource ? Composition.Inside(resource).Cast<CibObject>() : [item]).Select(item => item.Id.Value),
        awaitsRemovals);

    private static bool IsRemovedByOthers(CibFinding finding) =>
        finding is { Code: CibFindingCodes.ChangedByOthers, Conflict: { Attribute: "", Live: null } };

    private async Task<CommitReceipt> CommitAsync(IReadOnlyList<CibEdit> edits, CancellationToken cancellationToken)
    {
        var receipt = await session.Committer.CommitAsync(edits, cancellationToken).ConfigureAwait(false);
        session.Cib.Forget(receipt.After);
        session.Status.Forget(receipt.After);
        return receipt;
    }

    /// <summary>
    /// Puts resources into the cluster ahead of their constraints, if nobody else can go on. An engine runs only so many creates at once; when those
    /// that run are a piece of a longer chain, each waits for one that has not begun. What the resources are named by can then go on.
    /// </summary>
    /// <returns>What was put there; empty in the ordinary case, in which everything lands together.</returns>
    private async Task<IReadOnlyList<CibObject>> GoAheadAsync(ReferenceGate.Pass pass, Composition wanted, CancellationToken cancellationToken)
    {
        var resources = wanted.Objects.OfType<CibResource>().ToList<CibObject>();
        if (resources.Count == 0 || pass.Missing().Count == 0)
        {
            return [];
        }

        await LookAsync(pass, cancellationToken).ConfigureAwait(false);
        if (await pass.NeedsMetAsync(cancellationToken, s_deadlockPatience).ConfigureAwait(false))
        {
            return [];
        }

        using var first = session.Gate.Enter(pass.Provides, [], []);
        await CommitAsync([.. resources.Select(item => new PutObject(item, null))], cancellationToken).ConfigureAwait(false);
        first.Landed();
        return resources;
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

    /// <summary>Waits until nothing refers to the resources but what is taken out as well.</summary>
    /// <returns>Bans and preferences that operators set by hand: they are about the resource and leave with it.</returns>
    private async Task<IReadOnlyList<CibObject>> UnreferencedAsync(ReferenceGate.Pass pass, Composition leaving, CallContext call, CancellationToken cancellationToken)
    {
        if (!leaving.ResourceIds.Any())
        {
            await pass.RemovedAsync([], cancellationToken).ConfigureAwait(false);
            return [];
        }

        var holders = Holders(await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false), leaving);
        if (await pass.RemovedAsync(Declared(holders), cancellationToken, s_deadlockPatience).ConfigureAwait(false))
        {
            return [.. holders.Where(ByHand)];
        }

        var freed = await FreeOthersAsync(leaving, cancellationToken).ConfigureAwait(false);
        holders = Holders(await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false), leaving);
        if (await pass.RemovedAsync(Declared(holders), cancellationToken).ConfigureAwait(false))
        {
            return [.. holders.Where(ByHand)];
        }

        session.Cib.Forget();
        holders = Holders(await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false), leaving);
        if (holders.All(ByHand))
        {
            return [.. holders];
        }

        // The delete fails as a whole: what it had taken out comes back, or the state would tell of constraints that are gone.
        await CommitAsync([.. freed.Select(item => new PutObject(item, null))], cancellationToken).ConfigureAwait(false);
        throw new FindingException(ReferenceFindings.StillReferenced(leaving, [.. holders.Where(item => !ByHand(item))], call.Subject, session.Transport.Address));
    }

    /// <summary>
    /// Takes out what nobody can refer to: constraints. An engine runs only so many deletes at once; when those that run are a piece of a longer
    /// chain, each waits for the next and none would ever go. Without their constraints all but the last can.
    /// </summary>
    private async Task<IReadOnlyList<CibConstraint>> FreeOthersAsync(Composition leaving, CancellationToken cancellationToken)
    {
        var constraints = leaving.Objects.OfType<CibConstraint>().ToList();
        if (constraints.Count == 0)
        {
            return [];
        }

        using var pass = session.Gate.Enter([], [], constraints.Select(item => item.Id.Value));
        await CommitAsync([.. constraints.Select(item => new RemoveObject(item))], cancellationToken).ConfigureAwait(false);
        pass.Landed();
        return constraints;
    }

    private static IReadOnlyCollection<string> Declared(IEnumerable<CibConstraint> holders) =>
        [.. holders.Where(item => !ByHand(item)).Select(item => item.Id.Value)];

    private static bool ByHand(CibConstraint constraint) =>
        constraint.Id.Value.StartsWith("cli-ban-", StringComparison.Ordinal) || constraint.Id.Value.StartsWith("cli-prefer-", StringComparison.Ordinal);

    /// <summary>The constraints of others that name what is leaving.</summary>
    private static List<CibConstraint> Holders(CibDocument cib, Composition leaving)
    {
        var own = leaving.Objects.Select(item => item.Id).ToHashSet();
        var ids = leaving.ResourceIds.ToHashSet();
        return [.. cib.Constraints.OfType<CibConstraint>().Where(item => !own.Contains(item.Id) && Composition.ReferencesOf(item).Any(reference => ids.Contains(reference.Named)))];
    }

    /// <summary>Whether an object is in the cluster with every declared value. What others added to it is no obstacle.</summary>
    public static bool IsAsDeclared(CibObject wanted, CibDocument cib) => cib.Find(wanted.Id) is { } live
        && CibComparer.Compare(wanted, live).All(change => change.Kind is not (ChangeKind.Added or ChangeKind.Changed));

    private Task<ApplyReport> SettledAsync(Composition wanted, CallContext call, CancellationToken cancellationToken) =>
        AwaitAsync(wanted.Objects.OfType<CibResource>().Select(item => new Expectation(item, Gone: false)), call, cancellationToken);

    private async Task<ApplyReport> AwaitAsync(IEnumerable<Expectation> expectations, CallContext call, CancellationToken cancellationToken)
    {
        var all = expectations.ToList();
        var verdicts = await Task.WhenAll(all.Select(expectation =>
            session.Watcher.WaitAsync(expectation, call.Timeout, call.Progress, cancellationToken))).ConfigureAwait(false);
        return new(all.Zip(verdicts).ToImmutableDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal))
        {
            Warnings = [.. verdicts.Where(verdict => verdict.Kind == VerdictKind.SettledWithNote).Select(verdict => verdict.Text + ".")],
        };
    }
}
