using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using static HaIac.Transport.Tests.Committing.Commits;

namespace HaIac.Transport.Tests.Committing;

/// <summary>Other writers come between the reading and the patch.</summary>
[TestFixture]
internal sealed class OtherWritersTests
{
    [Test]
    [Property("Requirement", "J3")]
    [Property("Correction", "S3")]
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
    [Property("Requirement", "S3")]
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
    [Property("Correction", "L3")]
    public async Task CommitAsync_OthersAreFasterTwice_PausesInProportionToAnAttemptAndVerifiesOnce()
    {
        var clock = new ManualClock();
        var attempt = TimeSpan.FromMilliseconds(300);
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 2; i++)
        {
            var name = $"foreign{i}";
            cluster.OnPatch.Enqueue(_ => Do(() =>
            {
                clock.Advance(attempt);
                AddForeign(cluster, name);
            }));
        }

        await using var committer = NewCommitter(cluster, s => (s.Clock, s.GatherTime) = (clock, TimeSpan.Zero));

        var commit = committer.CommitAsync([Wishes.Create("a")]);
        await Until(() => cluster.Patches.Count == 2 && clock.Timers > 0);
        var early = commit.IsCompleted;
        clock.Advance(4 * attempt);
        await commit.WaitAsync(Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early, Is.False, "Lost twice: it waits.");
            Assert.That(cluster.Patches, Has.Count.EqualTo(3));
            Assert.That(cluster.Verifications, Is.EqualTo(1), "The edits are the same.");
        }
    }

    [Test]
    public async Task CommitAsync_OnlyStatusMoved_LandsAtOnce()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnPatch.Enqueue(_ => Do(cluster.MoveStatus));
        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Attempts, Is.EqualTo(1));
            Assert.That(cluster.Current.Has("a"), Is.True);
        }
    }

    [Test]
    [Property("Requirement", "S3")]
    public async Task CommitAsync_LateThoughOnlyStatusMoved_IsSentAgain()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 20; i++)
        {
            cluster.OnPatch.Enqueue(_ =>
            {
                cluster.MoveStatus();
                throw ScriptedTransport.Fault(TransportFailure.Stale, CrmExit.Stale);
            });
        }

        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Attempts, Is.EqualTo(21));
            Assert.That(cluster.Current.Has("a"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_PatchDoesNotFitBecauseOthersWrote_IsALostRace()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnPatch.Enqueue(_ =>
        {
            AddForeign(cluster, "foreign");
            throw ScriptedTransport.Fault(TransportFailure.CommandFailed, CrmExit.Error);
        });
        await using var committer = NewCommitter(cluster);

        await committer.CommitAsync([Wishes.Create("a")]);

        Assert.That(cluster.Current.Has("a") && cluster.Current.Has("foreign"), Is.True);
    }

    [Test]
    public async Task CommitAsync_PatchDoesNotFitThoughNobodyWrote_IsTold()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.OnPatch.Enqueue(_ => throw ScriptedTransport.Fault(TransportFailure.CommandFailed, CrmExit.Error));
        await using var committer = NewCommitter(cluster);

        var fault = await Thrown.ByAsync<TransportException>(() => committer.CommitAsync([Wishes.Create("a")]).WaitAsync(Limit));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Exit, Is.EqualTo(CrmExit.Error));
            Assert.That(cluster.Patches, Has.Count.EqualTo(1));
        }
    }

    [Test]
    [Property("Requirement", "J3")]
    [Property("Correction", "S3")]
    public async Task CommitAsync_ConfigurationMovesManyTimes_LosesNothingOfAnybody()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        for (var i = 0; i < 8; i++)
        {
            var name = $"foreign{i}";
            cluster.OnPatch.Enqueue(_ => Do(() => AddForeign(cluster, name)));
        }

        await using var committer = NewCommitter(cluster);

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Attempts, Is.EqualTo(9));
            Assert.That(Enumerable.Range(0, 8).All(i => cluster.Current.Has($"foreign{i}")), Is.True);
            Assert.That(cluster.Current.Has("a"), Is.True);
        }
    }

    [Test]
    public async Task CommitAsync_OneChangeSinceTheEditFitted_NamesItsWriterForSure()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        await committer.CommitAsync([Wishes.Create("a")]);
        cluster.OnPatch.Enqueue(_ => Do(() => ChangeValue(cluster, "a", "theirs")));

        var fault = await Thrown.ByAsync<CommitException>(() => committer.CommitAsync([Wishes.Change("a", "a", "ours")]).WaitAsync(Limit));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.Contain("by operator with crm_resource on ctl2, the only change since the edit still fitted"));
            Assert.That(fault.Findings[0].Conflict, Is.EqualTo(new AttributeConflict(CibId.Parse("a"), "instance_attributes.fake", "a", "theirs", "ours", cluster.Current.LastWriter)));
        }
    }

    [Test]
    public async Task CommitAsync_SeveralChangesSinceTheEditFitted_DoesNotBlameTheLastOne()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        await committer.CommitAsync([Wishes.Create("a")]);
        cluster.OnPatch.Enqueue(_ => Do(() =>
        {
            ChangeValue(cluster, "a", "theirs");
            AddForeign(cluster, "foreign");
        }));

        var fault = await Thrown.ByAsync<CommitException>(() => committer.CommitAsync([Wishes.Change("a", "a", "ours")]).WaitAsync(Limit));

        Assert.That(fault.Message, Does.Contain("by operator with crm_resource on ctl2, which may have been elsewhere in it"));
    }

    [Test]
    public async Task CommitAsync_ChangedBeforeTheFirstReading_DoesNotBlameTheLastWriter()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        await committer.CommitAsync([Wishes.Create("a")]);
        ChangeValue(cluster, "a", "theirs");

        var fault = await Thrown.ByAsync<CommitException>(() => committer.CommitAsync([Wishes.Change("a", "a", "ours")]).WaitAsync(Limit));

        Assert.That(fault.Message, Does.Contain("which may have been elsewhere in it"));
    }

    [Test]
    public async Task CommitAsync_LastWrittenByThisProcess_NamesWhoWroteBefore()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        await committer.CommitAsync([Wishes.Create("a")]);
        ChangeValue(cluster, "a", "theirs");
        var theirs = cluster.Current.LastWriter;
        await committer.CommitAsync([Wishes.Create("b")]);
        await committer.CommitAsync([Wishes.Create("c")]);

        var fault = await Thrown.ByAsync<CommitException>(() => committer.CommitAsync([Wishes.Change("a", "a", "ours")]).WaitAsync(Limit));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.Contain("before this program, the CIB was last written").And.Contain("by operator with crm_resource on ctl2"));
            Assert.That(fault.Findings[0].Conflict!.Writer, Is.EqualTo(theirs));
        }
    }
}
