using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Transport.Committing;
using static HaIac.Transport.Tests.Committing.Commits;

namespace HaIac.Transport.Tests.Committing;

/// <summary>References are plain ids: an edit that needs that of another caller waits for it, with patience.</summary>
[TestFixture]
internal sealed class ReferenceWaitTests
{
    [Test]
    [Property("Requirement", "C4")]
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
    [Property("Requirement", "C4")]
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
}
