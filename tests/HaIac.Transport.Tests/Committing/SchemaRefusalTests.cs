using HaIac.Cib.Findings;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using static HaIac.Transport.Tests.Committing.Commits;

namespace HaIac.Transport.Tests.Committing;

/// <summary>The schema has the last word: the offender is told, the others land.</summary>
[TestFixture]
internal sealed class SchemaRefusalTests
{
    [Test]
    [Property("Correction", "N4")]
    [Property("Correction", "L3")]
    public async Task CommitAsync_SchemaRefusesOneOfMany_ThatOneIsReportedAndTheOthersLandTogether([Values] bool checkerKnows)
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster()) { CheckerIsOfTheSameOpinion = checkerKnows };
        cluster.Refused.Add("r13");
        await using var committer = NewCommitter(cluster, s => s.VerifyFirst = 0);
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
    public async Task CommitAsync_FewEdits_TheOffenderIsFoundBeforeAnythingIsSent()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.Refused.Add("bad");
        await using var committer = NewCommitter(cluster, s => s.GatherTime = TimeSpan.FromMilliseconds(50));

        var bad = committer.CommitAsync([Wishes.Create("good"), Wishes.Create("bad")]);
        var other = committer.CommitAsync([Wishes.Create("other")]);

        var fault = await Thrown.ByAsync<CommitException>(() => bad.WaitAsync(Limit));
        await other.WaitAsync(Limit);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Findings.Select(f => (f.Code, f.EditIndex)), Is.EqualTo(new[] { (CibFindingCodes.SchemaRefused, (int?)1) }));
            Assert.That(cluster.Patches, Has.Count.EqualTo(1), "only the one without the offender");
            Assert.That(cluster.Current.Has("other") && !cluster.Current.Has("good"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_ManyEdits_TheCibManagerAloneIsAsked()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster, s => s.VerifyFirst = 10);

        await committer.CommitAsync([.. Enumerable.Range(0, 10).Select(i => Wishes.Create($"few{i}"))]);
        var asked = cluster.Verifications;
        await committer.CommitAsync([.. Enumerable.Range(0, 11).Select(i => Wishes.Create($"many{i}"))]);

        Assert.That((asked, cluster.Verifications), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task CommitAsync_CheckerCannotBeAsked_TheCibManagerDecides()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnVerify.Enqueue(() => throw ScriptedTransport.Fault(TransportFailure.ToolMissing, null));
        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        Assert.That(receipt.Written, Is.True);
    }

    [Test]
    public async Task CommitAsync_ClusterDidNotConformBefore_NobodyIsBlamedForIt()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        AddForeign(cluster, "odd");
        cluster.Refused.Add("odd");
        cluster.OnPatch.Enqueue(_ => Do(cluster.Refused.Clear));
        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        Assert.That(receipt.Written, Is.True);
    }
}
