using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using static HaIac.Transport.Tests.Committing.Commits;

namespace HaIac.Transport.Tests.Committing;

/// <summary>Callers at the same time share one pinned patch; what needs another caller waits for it.</summary>
[TestFixture]
internal sealed class GroupCommitTests
{
    [Test]
    [Property("Requirement", "N2")]
    public async Task CommitAsync_OneCaller_WritesOnePinnedPatch()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches, Has.Count.EqualTo(1));
            Assert.That(cluster.Patches[0].Xml, Does.Contain("<source admin_epoch=\"0\" epoch=\"1\"/>"));
            Assert.That(cluster.Current.Has("a"), Is.True);
            Assert.That(receipt.Written, Is.True);
            Assert.That((receipt.Callers, receipt.Attempts), Is.EqualTo((1, 1)));
            Assert.That(receipt.Before.Has("a"), Is.False);
            Assert.That(receipt.After.Has("a"), Is.True);
        }
    }

    [Test]
    [Property("Requirement", "M1")]
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
    [Property("Requirement", "A7")]
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
    public async Task CommitAsync_CallersKeepComing_AreGatheredUpToALimit()
    {
        var clock = new ManualClock();
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster, s => (s.Clock, s.GatherTime, s.GatherLimit) = (clock, TimeSpan.FromMilliseconds(25), TimeSpan.FromMilliseconds(100)));

        var callers = new List<Task<CommitReceipt>> { committer.CommitAsync([Wishes.Create("r0")]) };
        for (var i = 1; i <= 4; i++)
        {
            await Until(() => clock.Timers > 0);
            callers.Add(committer.CommitAsync([Wishes.Create($"r{i}")]));
            clock.Advance(TimeSpan.FromMilliseconds(25));
        }

        var receipts = await Task.WhenAll(callers).WaitAsync(Limit);

        Assert.That(receipts.Select(r => r.Callers), Is.All.EqualTo(5));
    }

    [Test]
    public async Task CommitAsync_WhileCallersAreGathered_TheClusterIsRead()
    {
        var clock = new ManualClock();
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster, s => (s.Clock, s.GatherTime) = (clock, TimeSpan.FromMilliseconds(25)));

        var first = committer.CommitAsync([Wishes.Create("r0")]);
        await Until(() => clock.Timers > 0 && cluster.Reads == 1);
        var second = committer.CommitAsync([Wishes.Create("r1")]);
        while (!first.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(25));
            await Task.Yield();
        }

        var receipts = await Task.WhenAll(first, second).WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipts.Select(r => r.Callers), Is.All.EqualTo(2));
            Assert.That(cluster.Reads, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task CommitAsync_ReadingThatWasBegunFails_EveryCallerIsTold()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnRead.Enqueue(() => throw ScriptedTransport.Fault(TransportFailure.LoginRefused, exit: null));
        await using var committer = NewCommitter(cluster);

        Assert.That(() => committer.CommitAsync([Wishes.Create("r0")]), Throws.TypeOf<TransportException>());
        Assert.That((await committer.CommitAsync([Wishes.Create("r0")])).Written, Is.True);
    }
}
