using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Transport.Committing;
using static HaIac.Transport.Tests.Committing.Commits;

namespace HaIac.Transport.Tests.Committing;

/// <summary>Which findings about the whole configuration stand in the way of an edit: those that it brings in, about its own object, and no others.</summary>
internal sealed class FaultTests
{
    [Test]
    [Property("Correction", "N4")]
    public async Task CommitAsync_FaultOfTheObjectItself_IsRefused()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        var monitor = new CibOperation { Name = "monitor", Interval = CibDuration.Parse("10s") };

        var refused = await Thrown.ByAsync<CommitException>(() => committer.CommitAsync([new PutObject(Wishes.Dummy("a") with { Operations = [monitor, monitor with { Role = ResourceRole.Stopped }] }, null)]));

        Assert.That(refused.Findings.Select(finding => finding.Code), Is.EqualTo([CibFindingCodes.OperationCollision]));
        Assert.That(cluster.Patches, Is.Empty);
    }

    [Test]
    public async Task CommitAsync_ConfigurationOfOthersFullOfFaults_IsNoObstacle()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        cluster.Change(xml => xml.Replace(
            "<resources/>",
            """<resources><primitive id="x" class="ocf" provider="p" type="t"><operations><op id="o1" name="monitor" interval="10s"/><op id="o2" name="monitor" interval="10"/></operations></primitive><primitive id="y" class="ocf" provider="p" type="t"/></resources>""",
            StringComparison.Ordinal));
        cluster.Change(xml => xml.Replace("<constraints/>", """<constraints><rsc_order id="f1" first="x" then="y"/><rsc_order id="f2" first="y" then="x"/></constraints>""", StringComparison.Ordinal));
        await using var committer = NewCommitter(cluster);

        await committer.CommitAsync([Wishes.Create("a"), Wishes.Order("o", "a", "y")]);

        Assert.That(cluster.Current.Has("o"), Is.True);
    }

    [Test]
    public async Task CommitAsync_OrderTurnedRoundBeforeTheOldOneIsGone_Lands()
    {
        var cluster = new ScriptedTransport(Wishes.EmptyCluster());
        await using var committer = NewCommitter(cluster);
        await committer.CommitAsync([Wishes.Create("a"), Wishes.Create("b"), Wishes.Order("old", "a", "b")]);

        // An engine creates the new constraint before it deletes the old one: for that long the two go round in a circle.
        await committer.CommitAsync([Wishes.Order("new", "b", "a")]);

        Assert.That(cluster.Current.Has("new"), Is.True);
    }
}
