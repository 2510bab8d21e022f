using HaIac.Cib.Documents;
using HaIac.Cib.Writing;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Committing;

/// <summary>Brings the edits of a batch of callers into the cluster, whatever others do meanwhile, and answers every caller.</summary>
/// <param name="transport">The cluster.</param>
/// <param name="settings">Patience.</param>
internal sealed class BatchCommit(ICibTransport transport, CommitSettings settings)
{
    private readonly SchemaGuard schema = new(transport, settings);
    private OwnWrite? own;

    /// <summary>Begins to read what the edits of a batch will be worked out for, before all of its callers have come.</summary>
    public async Task<CibDocument> BeginReadingAsync() => await transport.ReadAsync(CancellationToken.None).ConfigureAwait(false);

    /// <summary>Commits a batch.</summary>
    /// <param name="callers">The callers, in the order in which they came.</param>
    /// <param name="begun">A reading that was begun for it; null: none was.</param>
    /// <returns>Callers without an answer yet: their edits need those of somebody who has not come.</returns>
    public async Task<IReadOnlyList<RefusedCommit>> CommitAsync(IReadOnlyList<PendingCommit> callers, Task<CibDocument>? begun = null)
    {
        try
        {
            return await RunAsync(callers, begun).ConfigureAwait(false);
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

    private async Task<IReadOnlyList<RefusedCommit>> RunAsync(IReadOnlyList<PendingCommit> callers, Task<CibDocument>? begun)
    {
        var race = new RaceRecord();

        // Where nobody is left who wants it, its failure is nobody's either.
        _ = begun?.ContinueWith(static reading => reading.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        var parked = new List<RefusedCommit>();
        while (true)
        {
            var active = callers.Where(c => !c.IsSettled && !parked.Exists(p => ReferenceEquals(p.Caller, c))).ToList();
            if (active.Count == 0)
            {
                return parked;
            }

            await PauseAsync(race).ConfigureAwait(false);
            race.Starts(settings.Clock.GetTimestamp());
            var before = await ReadAsync(race, begun).ConfigureAwait(false);
            begun = null;
            if (race.InDoubt is { } sentFor)
            {
                SettleLanded(active, before, sentFor, race);
                active.RemoveAll(c => c.IsSettled);
            }

            var plan = BatchPlan.Make(before, active);
            foreach (var refused in plan.Refused)
            {
                Refuse(refused with { Findings = [.. refused.Findings.Select(f => ConflictWriter.Claim(f, race.Seen, before, own))] }, parked);
            }

            race.Saw(before);
            await SendAsync(plan, race).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Many who try again at once only make one another slower and late. Against a single other writer the first pause is of no use, so there is none.
    /// </summary>
    private async Task PauseAsync(RaceRecord race)
    {
        if (race.LostRaces > 1)
        {
            var longest = race.LastAttempt * settings.PauseFactor;
            var share = 0.25 + (0.75 * Random.Shared.NextDouble());
            await Task.Delay((longest < settings.LongestPause ? longest : settings.LongestPause) * share, settings.Clock).ConfigureAwait(false);
        }
    }

    private async Task<CibDocument> ReadAsync(RaceRecord race, Task<CibDocument>? begun)
    {
        while (true)
        {
            try
            {
                var reading = begun ?? transport.ReadAsync(CancellationToken.None);
                begun = null;
                return await reading.ConfigureAwait(false);
            }
            catch (TransportException lost) when (IsConnectionFault(lost) && race.MayReconnect(settings))
            {
                // The transport turns to another host by itself; a partition takes a moment to become a cluster again.
                await Task.Delay(settings.RetryTime * race.Reconnects, settings.Clock).ConfigureAwait(false);
            }
            catch (TransportException lost) when (race.InDoubt is not null)
            {
                throw CommitFindings.InDoubt(transport.Address, lost);
            }
        }
    }

    private async Task SendAsync(BatchPlan plan, RaceRecord race)
    {
        var patch = new CibPatch { Before = plan.Before, After = plan.After, Xml = PatchWriter.Write(plan.Before, plan.After, pinned: true) };
        if (!patch.IsEmpty && !race.Conforms(plan.Accepted))
        {
            if (!await schema.MayBeSentAsync(plan).ConfigureAwait(false))
            {
                return;
            }

            race.Verified(plan.Accepted);
        }

        // Callers may withdraw up to this line. If one did, its edits are in the plan: then the plan is made again without them.
        var sent = plan.Accepted.Where(c => c.TrySend()).ToList();
        if (sent.Count != plan.Accepted.Count)
        {
            TakeBack(sent, race);
            return;
        }

        try
        {
            if (!patch.IsEmpty && sent.Count > 0)
            {
                race.Attempts++;
                await transport.PatchAsync(patch, CancellationToken.None).ConfigureAwait(false);
                own = OwnWrite.After(own, plan.Before);
            }
        }
        catch (TransportException late) when (late.Exit == CrmExit.Stale || late.Exit == CrmExit.Error)
        {
            TakeBack(sent, race);
            race.Lost(settings.Clock);
            if (late.Exit == CrmExit.Error)
            {
                race.DidNotFit(plan.Before.Version, late);
            }

            if (race.Attempts >= settings.MaxAttempts)
            {
                throw CommitFindings.GaveUp(transport.Address, race.Attempts, late);
            }

            return;
        }
        catch (TransportException refused) when (refused.Exit == CrmExit.Schema || refused.Exit == CrmExit.BadData)
        {
            race.InDoubt = null;
            TakeBack(sent, race);
            foreach (var part in await schema.IsolateAsync(plan, refused).ConfigureAwait(false))
            {
                foreach (var left in await CommitAsync(part).ConfigureAwait(false))
                {
                    left.Caller.Fail(new CommitException(left.Findings));
                }
            }

            return;
        }
        catch (TransportException lost) when (lost.OutcomeUnknown)
        {
            race.InDoubt = plan.Before.Version;
            if (!race.MayReconnect(settings))
            {
                throw CommitFindings.InDoubt(transport.Address, lost);
            }

            return;
        }
        catch (TransportException lost) when (IsConnectionFault(lost) && race.MayReconnect(settings))
        {
            TakeBack(sent, race);
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
    /// A patch was sent and no answer came. Callers whose wishes the cluster fulfils now have landed. While the configuration is still the one that
    /// the patch was pinned to, it may land yet: then the others stay on their way and the same is sent again, until one of the two has got through.
    /// Once the configuration is another one, it never will.
    /// </summary>
    private static void SettleLanded(IReadOnlyList<PendingCommit> callers, CibDocument now, CibVersion sentFor, RaceRecord race)
    {
        var mayLandYet = now.Version.SameConfiguration(sentFor);
        foreach (var caller in callers)
        {
            if (LandedEdits.Contains(now, caller))
            {
                caller.Succeed(new CommitReceipt { Before = now, After = now, Written = true, Attempts = race.Attempts });
            }
            else if (!mayLandYet)
            {
                caller.TakeBack();
            }
        }

        race.InDoubt = mayLandYet ? sentFor : null;
    }

    /// <summary>A patch did not get through. If an earlier one may have, nobody may withdraw before that is known.</summary>
    private static void TakeBack(List<PendingCommit> sent, RaceRecord race)
    {
        if (race.InDoubt is null)
        {
            sent.ForEach(caller => caller.TakeBack());
        }
    }

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

    private static bool IsConnectionFault(TransportException fault) =>
        fault.Kind == TransportFailure.ConnectionLost
        || fault.Kind == TransportFailure.Unreachable
        || fault.Kind == TransportFailure.ClusterDown
        || fault.Kind == TransportFailure.NoQuorum;
}
