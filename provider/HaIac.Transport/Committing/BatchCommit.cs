using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Writing;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Committing;

/// <summary>Brings the edits of a batch of callers into the cluster, whatever others do meanwhile, and answers every caller.</summary>
/// <param name="transport">The cluster.</param>
/// <param name="settings">Patience.</param>
internal sealed class BatchCommit(ICibTransport transport, CommitSettings settings)
{
    /// <summary>Commits a batch.</summary>
    /// <param name="callers">The callers, in the order in which they came.</param>
    /// <returns>Callers without an answer yet: their edits need those of somebody who has not come.</returns>
    public async Task<IReadOnlyList<RefusedCommit>> CommitAsync(IReadOnlyList<PendingCommit> callers)
    {
        try
        {
            return await RunAsync(callers).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // Whatever it is belongs to those who wait, not to the task that writes.
            foreach (var caller in callers)
            {
                caller.Fail(fault);
            }

            return [];
        }
    }

    private async Task<IReadOnlyList<RefusedCommit>> RunAsync(IReadOnlyList<PendingCommit> callers)
    {
        var race = new RaceRecord();
        var parked = new List<RefusedCommit>();
        while (true)
        {
            var active = callers.Where(c => !c.IsSettled && !parked.Exists(p => ReferenceEquals(p.Caller, c))).ToList();
            if (active.Count == 0)
            {
                return parked;
            }

            var before = await ReadAsync(race).ConfigureAwait(false);
            if (race.OutcomeUnknown)
            {
                SettleLanded(active, before, race);
                continue;
            }

            var plan = BatchPlan.Make(before, active);
            foreach (var refused in plan.Refused)
            {
                Refuse(refused, parked);
            }

            await SendAsync(plan, race).ConfigureAwait(false);
        }
    }

    private async Task<CibDocument> ReadAsync(RaceRecord race)
    {
        while (true)
        {
            try
            {
                var document = await transport.ReadAsync(CancellationToken.None).ConfigureAwait(false);
                race.Saw(document.Version);
                return document;
            }
            catch (TransportException lost) when (IsConnectionFault(lost) && race.MayReconnect(settings))
            {
                // The transport turns to another host by itself.
            }
        }
    }

    private async Task SendAsync(BatchPlan plan, RaceRecord race)
    {
        var pinned = !race.PinningIsHopeless(settings);
        if (!pinned && !await StandsStillAsync(plan, race).ConfigureAwait(false))
        {
            return;
        }

        // Callers may withdraw up to this line. If one did, its edits are in the plan: then the plan is made again without them.
        var sent = plan.Accepted.Where(c => c.TrySend()).ToList();
        if (sent.Count != plan.Accepted.Count)
        {
            sent.ForEach(c => c.TakeBack());
            return;
        }

        var patch = new CibPatch
        {
            Before = plan.Before,
            After = plan.After,
            Pinned = pinned,
            Xml = PatchWriter.Write(plan.Before, plan.After, pinned),
        };
        try
        {
            if (!patch.IsEmpty && sent.Count > 0)
            {
                race.Attempts++;
                await transport.PatchAsync(patch, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (TransportException stale) when (stale.Exit == CrmExit.Stale || (!pinned && stale.Exit == CrmExit.Error))
        {
            race.Lost(plan.Before.Version);
            sent.ForEach(c => c.TakeBack());
            if (race.Attempts >= settings.MaxAttempts)
            {
                throw CommitFindings.GaveUp(transport.Address, race.Attempts, stale);
            }

            return;
        }
        catch (TransportException refused) when (refused.Exit == CrmExit.Schema || refused.Exit == CrmExit.BadData)
        {
            sent.ForEach(c => c.TakeBack());
            await IsolateAsync(plan, refused).ConfigureAwait(false);
            return;
        }
        catch (TransportException lost) when ((lost.OutcomeUnknown || IsConnectionFault(lost)) && race.MayReconnect(settings))
        {
            race.OutcomeUnknown = lost.OutcomeUnknown;
            if (!lost.OutcomeUnknown)
            {
                sent.ForEach(c => c.TakeBack());
            }

            return;
        }

        foreach (var caller in sent)
        {
            caller.Succeed(new CommitReceipt
            {
                Before = plan.Before,
                After = plan.After,
                Written = !patch.IsEmpty,
                Callers = sent.Count,
                Attempts = race.Attempts,
            });
        }
    }

    /// <summary>
    /// Nothing guards an unpinned patch on its way, and it sets all attributes of an element that it changes. Working out the plan took its time,
    /// so one more look keeps the unguarded time as short as one reading and one command can be.
    /// </summary>
    private async Task<bool> StandsStillAsync(BatchPlan plan, RaceRecord race)
    {
        var now = await ReadAsync(race).ConfigureAwait(false);
        return now.Version.SameConfiguration(plan.Before.Version);
    }

    /// <summary>
    /// A patch was sent and no answer came. Callers whose wishes the cluster fulfils now have landed; the others are tried again.
    /// </summary>
    private static void SettleLanded(IReadOnlyList<PendingCommit> callers, CibDocument now, RaceRecord race)
    {
        race.OutcomeUnknown = false;
        foreach (var caller in callers)
        {
            if (caller.Edits.All(edit => IsFulfilled(edit, now)))
            {
                caller.Succeed(new CommitReceipt { Before = now, After = now, Written = true, Attempts = race.Attempts });
            }
            else
            {
                caller.TakeBack();
            }
        }
    }

    private static bool IsFulfilled(CibEdit edit, CibDocument now) => edit switch
    {
        PutObject put => now.FindElement(put.Id) is not null
            && CibComparer.Compare(put.LastApplied, put.Wanted, now).All(c => c.Kind is ChangeKind.Foreign or ChangeKind.OperatorState),
        _ => EditApplier.Apply(now, [edit]) is { Succeeded: true } outcome && ReferenceEquals(outcome.After, now),
    };

    private void Refuse(RefusedCommit refused, List<RefusedCommit> parked)
    {
        if (refused.MayBeMendedByOthers && refused.Caller.RefusedFor(settings.Clock) < settings.ReferenceWait)
        {
            parked.Add(refused);
        }
        else
        {
            refused.Caller.Fail(new CommitException(refused.Findings));
        }
    }

    /// <summary>The cluster refuses the batch: the offender is told, the others go on without it.</summary>
    private async Task IsolateAsync(BatchPlan plan, TransportException refused)
    {
        if (plan.Accepted is [var only] && only.Edits is [var edit])
        {
            only.Fail(new CommitException([CommitFindings.SchemaRefused(edit, 0, refused.ErrorLines)], refused));
            return;
        }

        var offender = await SchemaOffender.FindAsync(
            plan.Before,
            plan.Accepted,
            document => transport.VerifyAsync(document, CancellationToken.None)).ConfigureAwait(false);
        if (offender is not null)
        {
            offender.Caller.Fail(new CommitException(offender.Findings, refused));
            return;
        }

        if (plan.Accepted is [var alone])
        {
            alone.Fail(new CommitException([CommitFindings.SchemaRefused(alone.Edits, refused.ErrorLines)], refused));
            return;
        }

        // Pacemaker's checker does not see what the CIB manager sees: so each half goes on its own way, down to the offender.
        var half = plan.Accepted.Count / 2;
        foreach (var part in (IReadOnlyList<PendingCommit>[])[[.. plan.Accepted.Take(half)], [.. plan.Accepted.Skip(half)]])
        {
            foreach (var left in await CommitAsync(part).ConfigureAwait(false))
            {
                left.Caller.Fail(new CommitException(left.Findings));
            }
        }
    }

    private static bool IsConnectionFault(TransportException fault) =>
        fault.Kind == TransportFailure.ConnectionLost
        || fault.Kind == TransportFailure.Unreachable
        || fault.Kind == TransportFailure.ClusterDown
        || fault.Kind == TransportFailure.NoQuorum;
}
