using HaIac.Transport.Failing;
using static HaIac.Transport.Tests.Committing.Commits;

namespace HaIac.Transport.Tests.Committing;

/// <summary>Cancelling leaves no doubt about what landed, whenever it comes.</summary>
[TestFixture]
internal sealed class CancellationTests
{
    [Test]
    [Property("Correction", "L3")]
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
    public async Task CommitAsync_CancelledWhileSentAndTheRaceIsLost_IsWithdrawn()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        using var cancel = new CancellationTokenSource();
        cluster.OnPatch.Enqueue(async _ =>
        {
            await cancel.CancelAsync();
            AddForeign(cluster, "foreign");
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
    public async Task CommitAsync_CancelledBeforehand_IsNotTakenUp()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);

        await Thrown.ByAsync<OperationCanceledException>(() => committer.CommitAsync([Wishes.Create("a")], new CancellationToken(true)));

        Assert.That((cluster.Reads, cluster.Patches.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task CommitAsync_CancelledWhileVerifying_IsWithdrawnAndTheOthersLand()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        using var cancel = new CancellationTokenSource();
        cluster.OnVerify.Enqueue(cancel.CancelAsync);
        await using var committer = NewCommitter(cluster, s => s.GatherTime = TimeSpan.FromMilliseconds(50));

        var withdrawn = committer.CommitAsync([Wishes.Create("withdrawn")], cancel.Token);
        var kept = committer.CommitAsync([Wishes.Create("kept")]);

        await Thrown.ByAsync<TaskCanceledException>(() => withdrawn.WaitAsync(Limit));
        await kept.WaitAsync(Limit);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Current.Has("withdrawn"), Is.False);
            Assert.That(cluster.Current.Has("kept"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_CancelledWhileTheOutcomeIsUnknown_IsAwaitedToTheEnd([Values] bool landed)
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        using var cancel = new CancellationTokenSource();
        cluster.OnPatch.Enqueue(async patch =>
        {
            if (landed)
            {
                cluster.Apply(patch);
            }

            await cancel.CancelAsync();
            throw ScriptedTransport.Fault(TransportFailure.ConnectionLost, null, outcomeUnknown: true);
        });
        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")], cancel.Token).WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Written, Is.True);
            Assert.That(cluster.Current.Has("a"), Is.True);
            Assert.That(cluster.Patches, Has.Count.EqualTo(landed ? 1 : 2), "what may still arrive is sent again rather than left to chance");
        }
    }

    [Test]
    public async Task CommitAsync_CancelledAndTheLostPatchCanNeverLand_IsWithdrawn()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        using var cancel = new CancellationTokenSource();
        cluster.OnPatch.Enqueue(async _ =>
        {
            await cancel.CancelAsync();
            AddForeign(cluster, "foreign");
            throw ScriptedTransport.Fault(TransportFailure.ConnectionLost, null, outcomeUnknown: true);
        });
        await using var committer = NewCommitter(cluster);

        await Thrown.ByAsync<TaskCanceledException>(() => committer.CommitAsync([Wishes.Create("a")], cancel.Token).WaitAsync(Limit));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Current.Has("a"), Is.False);
            Assert.That(cluster.Patches, Has.Count.EqualTo(1));
        }
    }
}
