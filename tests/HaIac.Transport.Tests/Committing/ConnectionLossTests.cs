using HaIac.Transport.Failing;
using static HaIac.Transport.Tests.Committing.Commits;

namespace HaIac.Transport.Tests.Committing;

/// <summary>The connection breaks: nothing is lost, nothing is written twice.</summary>
[TestFixture]
internal sealed class ConnectionLossTests
{
    [Test]
    [Property("Requirement", "N2")]
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
    [Property("Requirement", "L3")]
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
        for (var i = 0; i < 5; i++)
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
    public async Task CommitAsync_LostPatchLandsAfterTheLook_IsRecognisedAndNotWrittenTwice()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        CibPatch? onItsWay = null;
        cluster.OnPatch.Enqueue(patch =>
        {
            onItsWay = patch;
            throw ScriptedTransport.Fault(TransportFailure.ConnectionLost, null, outcomeUnknown: true);
        });
        cluster.OnPatch.Enqueue(_ => Do(() => cluster.Apply(onItsWay!)));
        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]).WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Written, Is.True);
            Assert.That(cluster.Current.Version.Epoch, Is.EqualTo(Wishes.EmptyCluster().Version.Epoch + 1), "one change, not two");
        }
    }

    [Test]
    public async Task CommitAsync_ClusterStaysAwayWhileTheOutcomeIsUnknown_SaysThatItIsNotKnown()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnPatch.Enqueue(_ =>
        {
            for (var i = 0; i < 10; i++)
            {
                cluster.OnRead.Enqueue(() => throw ScriptedTransport.Fault(TransportFailure.Unreachable, null));
            }

            throw ScriptedTransport.Fault(TransportFailure.ConnectionLost, null, outcomeUnknown: true);
        });
        await using var committer = NewCommitter(cluster);

        var fault = await Thrown.ByAsync<TransportException>(() => committer.CommitAsync([Wishes.Create("a")]).WaitAsync(Limit));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.Contain("HAI4105").And.Contain("recognised"));
            Assert.That(fault.OutcomeUnknown, Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_EveryPatchGetsLost_GivesUpAndSaysThatItIsNotKnown()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 10; i++)
        {
            cluster.OnPatch.Enqueue(_ => throw ScriptedTransport.Fault(TransportFailure.TimedOut, null, outcomeUnknown: true));
        }

        await using var committer = NewCommitter(cluster, s => s.ConnectionAttempts = 4);

        var fault = await Thrown.ByAsync<TransportException>(() => committer.CommitAsync([Wishes.Create("a")]).WaitAsync(Limit));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.InDoubt));
            Assert.That(cluster.Patches, Has.Count.EqualTo(4));
        }
    }
}
