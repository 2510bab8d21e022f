using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Tests.Committing;

[TestFixture]
internal sealed class CibCommitterTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Test]
    public async Task CommitAsync_OneCaller_WritesOnePinnedPatch()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches, Has.Count.EqualTo(1));
            Assert.That(cluster.Patches[0].Pinned, Is.True);
            Assert.That(cluster.Current.Has("a"), Is.True);
            Assert.That(receipt.Written, Is.True);
            Assert.That((receipt.Callers, receipt.Attempts), Is.EqualTo((1, 1)));
            Assert.That(receipt.Before.Has("a"), Is.False);
            Assert.That(receipt.After.Has("a"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_CallersWhileAWriteIsUnderWay_ShareTheNextOne()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        var (arrived, release) = Hold(cluster);
        var first = committer.CommitAsync([Wishes.Create("first")]);
        await arrived.WaitAsync(Limit);

        var others = Enumerable.Range(0, 20).Select(i => committer.CommitAsync([Wishes.Create($"r{i}")])).ToList();
        release();
        await first.WaitAsync(Limit);
        var receipts = await Task.WhenAll(others).WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches, Has.Count.EqualTo(2));
            Assert.That(receipts.Select(r => r.Callers), Is.All.EqualTo(20));
            Assert.That(Enumerable.Range(0, 20).All(i => cluster.Current.Has($"r{i}")), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_EverythingIsAsWanted_WritesNothing()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        await committer.CommitAsync([Wishes.Create("a")]);

        var receipt = await committer.CommitAsync([Wishes.Change("a", "a", "a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches, Has.Count.EqualTo(1));
            Assert.That(receipt.Written, Is.False);
        }
    }

    [Test]
    public async Task CommitAsync_OnlyStatusMoved_IsRetriedPinned()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnPatch.Enqueue(_ => Do(cluster.MoveStatus));
        cluster.OnPatch.Enqueue(_ => Do(cluster.MoveStatus));
        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches.Select(p => p.Pinned), Is.EqualTo(new[] { true, true, true }));
            Assert.That(receipt.Attempts, Is.EqualTo(3));
            Assert.That(cluster.Current.Has("a"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_OthersChangedOtherObjects_IsRebasedAndLosesNothing()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnPatch.Enqueue(_ => Do(() => AddForeign(cluster, "foreign")));
        await using var committer = NewCommitter(cluster);

        await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Current.Has("a"), Is.True);
            Assert.That(cluster.Current.Has("foreign"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_OurAttributeChangedBetweenReadAndWrite_IsReportedToThatCallerAlone()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        await committer.CommitAsync([Wishes.Create("a"), Wishes.Create("b")]);
        cluster.OnPatch.Enqueue(_ => Do(() => cluster.Change(xml => xml.Replace("value=\"a\"", "value=\"theirs\"", StringComparison.Ordinal))));

        var conflicting = committer.CommitAsync([Wishes.Change("a", "a", "ours")]);
        var harmless = committer.CommitAsync([Wishes.Create("c")]);

        var fault = await Thrown.ByAsync<CommitException>(() => conflicting.WaitAsync(Limit));
        await harmless.WaitAsync(Limit);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Findings.Select(f => (f.Code, f.EditIndex)), Is.EqualTo(new[] { (CibFindingCodes.ChangedByOthers, (int?)0) }));
            Assert.That(fault.Message, Does.Contain("theirs").And.Contain("ours").And.Contain("crm_resource").And.Contain("operator").And.Contain("ctl2"));
            Assert.That(cluster.Current.ToXml(), Does.Contain("value=\"theirs\"").And.Not.Contain("value=\"ours\""));
            Assert.That(cluster.Current.Has("c"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_StatusTrafficIsTooDense_SendsAnUnpinnedPatchAfterFiveLostRaces()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 6; i++)
        {
            cluster.OnPatch.Enqueue(_ => Do(cluster.MoveStatus));
        }

        await using var committer = NewCommitter(cluster);

        await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches.Select(p => p.Pinned), Is.EqualTo(new[] { true, true, true, true, true, false }));
            Assert.That(cluster.Current.Has("a"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_ConfigurationMovesBeforeTheUnpinnedPatch_IsPinnedAgain()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 5; i++)
        {
            cluster.OnRead.Enqueue(() => Task.CompletedTask);
            cluster.OnPatch.Enqueue(_ => Do(cluster.MoveStatus));
        }

        // The sixth reading is the base of the unpinned patch, the seventh the last look before it.
        cluster.OnRead.Enqueue(() => Task.CompletedTask);
        cluster.OnRead.Enqueue(() => Do(() => AddForeign(cluster, "foreign")));
        await using var committer = NewCommitter(cluster);

        await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches.Select(p => p.Pinned), Is.EqualTo(new[] { true, true, true, true, true, true }));
            Assert.That(cluster.Current.Has("a") && cluster.Current.Has("foreign"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_UnpinnedPatchFindsItsPlaceGone_IsALostRaceToo()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 5; i++)
        {
            cluster.OnPatch.Enqueue(_ => Do(cluster.MoveStatus));
        }

        cluster.OnPatch.Enqueue(_ =>
        {
            AddForeign(cluster, "foreign");
            throw ScriptedTransport.Fault(TransportFailure.CommandFailed, CrmExit.Error);
        });
        await using var committer = NewCommitter(cluster);

        await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches.Select(p => p.Pinned), Is.EqualTo(new[] { true, true, true, true, true, false, true }));
            Assert.That(cluster.Current.Has("a") && cluster.Current.Has("foreign"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_ConfigurationMovesEveryTime_NeverSendsAnUnpinnedPatch()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 8; i++)
        {
            var name = $"foreign{i}";
            cluster.OnPatch.Enqueue(_ => Do(() => AddForeign(cluster, name)));
        }

        await using var committer = NewCommitter(cluster);

        await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches.Select(p => p.Pinned), Is.All.True.And.Exactly(9).Items);
            Assert.That(Enumerable.Range(0, 8).All(i => cluster.Current.Has($"foreign{i}")), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_OthersAreAlwaysFaster_GivesUpWithNothingApplied()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 10; i++)
        {
            var name = $"foreign{i}";
            cluster.OnPatch.Enqueue(_ => Do(() => AddForeign(cluster, name)));
        }

        await using var committer = NewCommitter(cluster, s => s.MaxAttempts = 7);

        var fault = await Thrown.ByAsync<TransportException>(() => committer.CommitAsync([Wishes.Create("a")]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.Contain("HAI4102").And.Contain("7 races"));
            Assert.That(cluster.Current.Has("a"), Is.False);
        }
    }

    [Test]
    public async Task CommitAsync_SchemaRefusesOneOfMany_ThatOneIsReportedAndTheOthersLandTogether([Values] bool checkerKnows)
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster()) { CheckerIsOfTheSameOpinion = checkerKnows };
        cluster.Refused.Add("r13");
        await using var committer = NewCommitter(cluster);
        var (arrived, release) = Hold(cluster);
        var first = committer.CommitAsync([Wishes.Create("first")]);
        await arrived.WaitAsync(Limit);

        var callers = Enumerable.Range(0, 20).Select(i => committer.CommitAsync([Wishes.Create($"r{i}"), Wishes.Create($"s{i}")])).ToList();
        release();
        await first;

        var fault = await Thrown.ByAsync<CommitException>(() => callers[13].WaitAsync(Limit));
        await Task.WhenAll(callers.Where((_, i) => i != 13)).WaitAsync(Limit);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Enumerable.Range(0, 20).Where(i => cluster.Current.Has($"r{i}")), Is.EqualTo(Enumerable.Range(0, 20).Where(i => i != 13)));
            Assert.That(cluster.Current.Has("s13"), Is.False, "nothing of the refused caller is applied");
            Assert.That(fault.Findings.Select(f => (f.Code, f.EditIndex)), Is.EqualTo(new[] { (CibFindingCodes.SchemaRefused, checkerKnows ? 0 : (int?)null) }));
            if (checkerKnows)
            {
                Assert.That(fault.Message, Does.Contain("element primitive r13: not valid"));
                Assert.That(cluster.Patches, Has.Count.EqualTo(3), "the first, the refused batch, the batch without the offender");
            }
        }
    }

    [Test]
    public async Task CommitAsync_ConflictOfOneEdit_NothingOfThatCallerIsApplied()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        AddForeign(cluster, "taken");

        var fault = await Thrown.ByAsync<CommitException>(() => committer.CommitAsync([Wishes.Create("mine"), Wishes.Create("taken")]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Findings.Select(f => (f.Code, f.EditIndex)), Is.EqualTo(new[] { (CibFindingCodes.IdTaken, (int?)1) }));
            Assert.That(cluster.Current.Has("mine"), Is.False);
            Assert.That(cluster.Patches, Is.Empty);
        }
    }

    [Test]
    public async Task CommitAsync_FaultInsideAClone_IsFoundBeforeAnythingIsSent()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        var monitor = new CibOperation { Name = "monitor", Interval = CibDuration.Parse("10s") };
        var clone = new CibClone
        {
            Id = CibId.Parse("web-clone"),
            Inner = Wishes.Dummy("web") with { Operations = [monitor, monitor with { Interval = CibDuration.Parse("10000ms"), Timeout = CibDuration.Parse("5s") }] },
        };

        var fault = await Thrown.ByAsync<CommitException>(() => committer.CommitAsync([Wishes.Create("a"), new PutObject(clone, null)]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Findings.Select(f => (f.Code, f.EditIndex)), Is.EqualTo(new[] { (CibFindingCodes.OperationCollision, (int?)1) }));
            Assert.That(cluster.Patches, Is.Empty);
        }
    }

    [Test]
    public async Task CommitAsync_ConstraintComesBeforeItsResource_WaitsForIt()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster, s => s.ReferenceWait = Limit);
        var constraint = committer.CommitAsync([Wishes.Order("o", "a", "b")]);
        await Until(() => cluster.Reads > 0);

        await committer.CommitAsync([Wishes.Create("a")]);
        await committer.CommitAsync([Wishes.Create("b")]);

        await constraint.WaitAsync(Limit);
        Assert.That(cluster.Current.Has("o"), Is.True);
    }

    [Test]
    public async Task CommitAsync_ResourceIsRemovedBeforeItsConstraint_WaitsForIt()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster, s => s.ReferenceWait = Limit);
        await committer.CommitAsync([Wishes.Create("a"), Wishes.Create("b"), Wishes.Order("o", "a", "b")]);
        var reads = cluster.Reads;
        var resource = committer.CommitAsync([Wishes.Remove("a")]);
        await Until(() => cluster.Reads > reads);

        await committer.CommitAsync([new RemoveObject(Wishes.Order("o", "a", "b").Wanted)]);

        await resource.WaitAsync(Limit);
        Assert.That(cluster.Current.Has("a"), Is.False);
    }

    [Test]
    public async Task CommitAsync_ReferenceWaitedBehindASlowWrite_StillHasItsPatience()
    {
        var clock = new ManualClock();
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster, s => (s.Clock, s.ReferenceWait, s.GatherTime, s.RetryTime) = (clock, TimeSpan.FromSeconds(5), TimeSpan.Zero, TimeSpan.FromDays(1)));
        var (arrived, release) = Hold(cluster);
        var slow = committer.CommitAsync([Wishes.Create("slow")]);
        await arrived.WaitAsync(Limit);
        var reads = cluster.Reads;
        var constraint = committer.CommitAsync([Wishes.Order("o", "slow", "late")]);

        clock.Advance(TimeSpan.FromSeconds(20));
        release();
        await slow.WaitAsync(Limit);
        await Until(() => cluster.Reads > reads);
        await committer.CommitAsync([Wishes.Create("late")]).WaitAsync(Limit);

        await constraint.WaitAsync(Limit);
        Assert.That(cluster.Current.Has("o"), Is.True);
    }

    [Test]
    public async Task CommitAsync_ReferenceToNothing_IsReportedWhenPatienceEnds()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster, s => s.ReferenceWait = TimeSpan.FromMilliseconds(1));

        var fault = await Thrown.ByAsync<CommitException>(() => committer.CommitAsync([Wishes.Create("a"), Wishes.Order("o", "a", "nowhere")]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Findings.Select(f => (f.Code, f.EditIndex)), Is.EqualTo(new[] { (CibFindingCodes.DanglingReference, (int?)1) }));
            Assert.That(cluster.Current.Has("a"), Is.False);
        }
    }

    [Test]
    public async Task CommitAsync_CancelledWhileWaiting_IsWithdrawn()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        var (arrived, release) = Hold(cluster);
        var first = committer.CommitAsync([Wishes.Create("first")]);
        await arrived.WaitAsync(Limit);
        using var cancel = new CancellationTokenSource();
        var withdrawn = committer.CommitAsync([Wishes.Create("withdrawn")], cancel.Token);
        var kept = committer.CommitAsync([Wishes.Create("kept")]);

        await cancel.CancelAsync();
        await Thrown.ByAsync<TaskCanceledException>(() => withdrawn.WaitAsync(Limit));
        release();
        await Task.WhenAll(first, kept).WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Current.Has("withdrawn"), Is.False);
            Assert.That(cluster.Current.Has("kept"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_CancelledAfterItWasSent_AwaitsTheOutcome()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        var (arrived, release) = Hold(cluster);
        using var cancel = new CancellationTokenSource();
        var sent = committer.CommitAsync([Wishes.Create("a")], cancel.Token);
        await arrived.WaitAsync(Limit);

        await cancel.CancelAsync();
        var settledEarly = sent.IsCompleted;
        release();
        var receipt = await sent.WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settledEarly, Is.False);
            Assert.That(receipt.Written, Is.True);
            Assert.That(cluster.Current.Has("a"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_CancelledWhileSentAndTheRaceIsLost_IsWithdrawn()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        using var cancel = new CancellationTokenSource();
        cluster.OnPatch.Enqueue(async _ =>
        {
            await cancel.CancelAsync();
            cluster.MoveStatus();
        });
        await using var committer = NewCommitter(cluster);

        await Thrown.ByAsync<TaskCanceledException>(() => committer.CommitAsync([Wishes.Create("a")], cancel.Token).WaitAsync(Limit));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches, Has.Count.EqualTo(1));
            Assert.That(cluster.Current.Has("a"), Is.False);
        }
    }

    [Test]
    public async Task CommitAsync_ConnectionBreaksAfterThePatchLanded_IsNotWrittenTwice()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnPatch.Enqueue(patch =>
        {
            cluster.Apply(patch);
            throw ScriptedTransport.Fault(TransportFailure.ConnectionLost, null, outcomeUnknown: true);
        });
        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches, Has.Count.EqualTo(1));
            Assert.That(receipt.Written, Is.True);
            Assert.That(cluster.Current.Has("a"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_ConnectionBreaksBeforeThePatchLanded_IsSentAgain()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnPatch.Enqueue(_ => throw ScriptedTransport.Fault(TransportFailure.ConnectionLost, null, outcomeUnknown: true));
        cluster.OnRead.Enqueue(() => Task.CompletedTask);
        cluster.OnRead.Enqueue(() => throw ScriptedTransport.Fault(TransportFailure.Unreachable, null));
        await using var committer = NewCommitter(cluster);

        await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches, Has.Count.EqualTo(2));
            Assert.That(cluster.Current.Has("a"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_ClusterStaysAway_EveryCallerIsToldAndTheNextOneIsServed()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 3; i++)
        {
            cluster.OnRead.Enqueue(() => throw ScriptedTransport.Fault(TransportFailure.Unreachable, null));
        }

        await using var committer = NewCommitter(cluster);

        var fault = await Thrown.ByAsync<TransportException>(() => committer.CommitAsync([Wishes.Create("a")]).WaitAsync(Limit));
        var receipt = await committer.CommitAsync([Wishes.Create("b")]).WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.Unreachable));
            Assert.That(receipt.Written, Is.True);
        }
    }

    [Test]
    public async Task DisposeAsync_WriteUnderWay_WaitsForItAndWithdrawsTheRest()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        var committer = NewCommitter(cluster);
        var (arrived, release) = Hold(cluster);
        var first = committer.CommitAsync([Wishes.Create("first")]);
        await arrived.WaitAsync(Limit);
        var waiting = committer.CommitAsync([Wishes.Create("waiting")]);

        var closing = committer.DisposeAsync().AsTask();
        release();
        await closing.WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.IsCompletedSuccessfully || (await first.WaitAsync(Limit)).Written, Is.True);
            Assert.That(async () => await waiting.WaitAsync(Limit), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(cluster.Current.Has("waiting"), Is.False);
        }
    }

    private static CibCommitter NewCommitter(ScriptedTransport cluster, Action<CommitSettings>? adjust = null)
    {
        var settings = new CommitSettings { GatherTime = TimeSpan.FromMilliseconds(1), RetryTime = TimeSpan.FromMilliseconds(5) };
        adjust?.Invoke(settings);
        return new CibCommitter(cluster, settings);
    }

    /// <summary>Holds the next patch: a task that ends when it has arrived, and an action that lets it go on.</summary>
    private static (Task Arrived, Action Release) Hold(ScriptedTransport cluster)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.OnPatch.Enqueue(async _ =>
        {
            arrived.SetResult();
            await released.Task.WaitAsync(Limit);
        });
        return (arrived.Task, released.SetResult);
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static void AddForeign(ScriptedTransport cluster, string id)
    {
        cluster.Change(xml =>
        {
            var document = CibDocument.Parse(xml);
            return EditApplier.Apply(document, [Wishes.Create(id)]).After.ToXml();
        });
    }

    private static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), limit.Token);
        }
    }
}
