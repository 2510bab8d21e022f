using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;
using static HaIac.Operating.Tests.Awaiting.Pictures;

namespace HaIac.Operating.Tests.Awaiting;

/// <summary>Bundles: what runs in a container counts, and is told by the node that holds the container.</summary>
public sealed class BundleTests
{
    [Test]
    public void Judge_InstanceInsideRuns_IsSettledAndNamesTheHost()
    {
        var verdict = RunningRule.Judge(Bundle(), Picture(Status("db-bundle", Container(0, "ctl2"), Inside(0, "ctl2"))));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Settled));
        Assert.That(verdict.Text, Is.EqualTo("db-bundle runs on ctl2"));
        Assert.That(verdict.RunningOn, Is.EqualTo(["ctl2"]));
    }

    [Test]
    public void Judge_OnlyContainersRun_IsNotSettled()
    {
        var verdict = RunningRule.Judge(Bundle(), Picture(Status("db-bundle", Container(0, "ctl1"), Inside(0, null))));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Blocked));
    }

    [Test]
    public void Judge_WithoutPrimitive_CountsContainers()
    {
        var verdict = RunningRule.Judge(Bundle(withPrimitive: false), Picture(Status("db-bundle", Container(0, "ctl1"), Container(1, "ctl2"), Container(2, null))));

        Assert.That(verdict.Text, Is.EqualTo("db-bundle runs on ctl1, ctl2"));
    }

    [Test]
    public void Judge_PromotableWithoutPromotedInstance_IsBlocked()
    {
        var verdict = RunningRule.Judge(Bundle(promotedMax: 1), Picture(Status("db-bundle", Container(0, "ctl1"), Inside(0, "ctl1", ResourceRole.Unpromoted))));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Blocked));
        Assert.That(verdict.Finding!.ToString(), Does.Contain("none of them promoted"));
    }

    [Test]
    public void Judge_ContainerAboutToStart_IsWorking()
    {
        var start = new SimulatedAction { Kind = ActionKind.Start, Resource = "db-bundle-podman-1", Node = NodeName.Parse("ctl2") };

        Assert.That(RunningRule.Judge(Bundle(), Picture(Status("db-bundle", Container(0, "ctl1"), Inside(0, "ctl1")), next: start)).Kind, Is.EqualTo(VerdictKind.Working));
    }

    [Test]
    public void Judge_StartedInAContainerOfTheNode_IsThereAndNamesTheNode()
    {
        var picture = Picture(Status("db-bundle", Container(0, "ctl1"), Inside(0, "ctl1"), Container(1, "ctl2"), Inside(1, null)));
        var onOne = Bundle() with { Aim = Aim.Started, Node = NodeName.Parse("ctl1") };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(StartedRule.Judge(onOne, picture).Text, Is.EqualTo("db-bundle runs on ctl1"));
            Assert.That(StartedRule.Judge(onOne with { Node = NodeName.Parse("ctl2") }, picture).Kind, Is.Not.EqualTo(VerdictKind.Settled), "an empty container is no service");
            Assert.That(StoppedRule.Judge(onOne with { Aim = Aim.Stopped }, picture).Text, Does.StartWith("db-bundle still runs on ctl1"));
        }
    }

    [Test]
    public void Judge_InsideAboutToStart_NamesNoContainerAsANode()
    {
        var start = new SimulatedAction { Kind = ActionKind.Start, Resource = "db", Node = NodeName.Parse("db-bundle-0") };
        var picture = Picture(Status("db-bundle", Container(0, "ctl1"), Inside(0, null)), next: start);

        Assert.That(StartedRule.Judge(Bundle() with { Aim = Aim.Started }, picture).Text, Is.EqualTo("about to start; running on ctl1"));
    }

    [Test]
    public void Judge_ContainerFails_NamesOperationAndNode()
    {
        var status = Status("db-bundle", Container(0, null), Inside(0, null)) with { Failures = [Failure("db-bundle-podman-0", "ctl1", reason: "no such image")] };

        var verdict = RunningRule.Judge(Bundle(), Picture(status));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Failed));
        Assert.That(verdict.Finding!.ToString(), Does.Contain("no such image").And.Contain("ctl1"));
    }

    [Test]
    public void Judge_RemovedBundleWithContainerLeft_IsNotGone()
    {
        var left = Container(0, "ctl1") with { Orphaned = true };

        Assert.That(GoneRule.Judge(Bundle(gone: true), Picture(Status("db-bundle-podman-0", left))).Kind, Is.EqualTo(VerdictKind.Blocked));
    }

    private static ResourceInstance Container(int number, string? node) => Instance($"db-bundle-podman-{number}", node);

    private static ResourceInstance Inside(int number, string? host, ResourceRole role = ResourceRole.Started) =>
        Instance("db", host is null ? null : $"db-bundle-{number}", role) with { Hosts = host is null ? [] : [NodeName.Parse(host)] };
}
