using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Services;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;
using static HaIac.Operating.Tests.Awaiting.Pictures;

namespace HaIac.Operating.Tests.Awaiting;

internal sealed class OperatorRulesTests
{
    private static readonly Expectation s_started = Clone() with { Aim = Aim.Started };

    [TestCase(WaitFor.Some, 1, VerdictKind.Settled)]
    [TestCase(WaitFor.All, 1, VerdictKind.Blocked)]
    [TestCase(WaitFor.All, 3, VerdictKind.Settled)]
    [TestCase(WaitFor.None, 0, VerdictKind.Settled)]
    [Property("Requirement", "H7")]
    [Property("Correction", "H8")]
    public void Started_SomeOrAll_AsAskedFor(WaitFor instances, int running, VerdictKind expected)
    {
        var status = Status("api-clone", [.. Enumerable.Range(1, 3).Select(i => Instance("api", i <= running ? $"ctl{i}" : null))]);

        Assert.That((s_started with { Instances = instances }).Judge(Known(status)).Kind, Is.EqualTo(expected));
    }

    [Test]
    [Property("Correction", "H8")]
    public void Started_AllWithCloneMax_CountsOnlySoMany()
    {
        var clone = (CibClone)Clone().Resource with { MetaAttributes = AttributeMap.Of(("clone-max", "2")) };
        var expectation = new Expectation(clone, Gone: false) { Aim = Aim.Started, Instances = WaitFor.All };

        Assert.That(expectation.Judge(Known(Status("api-clone", Instance("api", "ctl1"), Instance("api", "ctl2")))).Kind, Is.EqualTo(VerdictKind.Settled));
    }

    [Test]
    [Property("Correction", "H8")]
    public void Count_OptInCluster_CountsAllowedNodesOnly()
    {
        var picture = new ClusterPicture(
            Status("api-clone"),
            Cibs.Of($"<clone id=\"api-clone\">{Cibs.Dummy("api")}</clone>", """<rsc_location id="l" rsc="api-clone" node="ctl2" score="100"/>""", Cibs.Option("symmetric-cluster=false")),
            [],
            true);

        Assert.That(ExpectedInstances.Count(s_started, picture), Is.EqualTo(1));
    }

    [Test]
    [Property("Correction", "H7")]
    public void Started_OnANode_IsNotMetByAnother()
    {
        var expectation = s_started with { Node = NodeName.Parse("ctl2") };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(expectation.Judge(Known(Status("api-clone", Instance("api", "ctl1")))).Kind, Is.EqualTo(VerdictKind.Blocked));
            Assert.That(expectation.Judge(Known(Status("api-clone", Instance("api", "ctl2")))).Kind, Is.EqualTo(VerdictKind.Settled));
        }
    }

    [Test]
    [Property("Requirement", "H7")]
    public void Started_Promotable_WaitsForAPromotedInstance()
    {
        var expectation = Clone(promotable: true) with { Aim = Aim.Started, NeedsPromoted = true };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(expectation.Judge(Known(Status("api-clone", Instance("api", "ctl1", ResourceRole.Unpromoted)))).Kind, Is.EqualTo(VerdictKind.Blocked));
            Assert.That(expectation.Judge(Known(Status("api-clone", Instance("api", "ctl1", ResourceRole.Promoted)))).Kind, Is.EqualTo(VerdictKind.Settled));
        }
    }

    [Test]
    [Property("Correction", "H9")]
    public void Started_DemotedOnPurpose_EndsAtOnceWithThatReason()
    {
        var expectation = Clone(promotable: true) with { Aim = Aim.Started, NeedsPromoted = true };

        var verdict = expectation.Judge(Known(Status("api-clone", Instance("api", "ctl1", ResourceRole.Unpromoted) with { TargetRole = ResourceRole.Unpromoted })));

        Assert.That((verdict.Kind, verdict.Finding!.ToString()), Is.EqualTo((VerdictKind.Failed, verdict.Finding.ToString())));
        Assert.That(verdict.Finding.ToString(), Does.StartWith("HAI3404").And.Contain("target-role=Unpromoted"));
    }

    [Test]
    [Property("Correction", "H9")]
    public void Started_NotManaged_EndsAtOnce() => Assert.That(
        s_started.Judge(Known(Status("api-clone", Instance("api", null) with { Managed = false }))).Finding!.What, Does.Contain("does not manage it"));

    [Test]
    [Property("Correction", "H9")]
    public void Started_NoQuorum_SaysSo() =>
        Assert.That(s_started.Judge(Known(Status("api-clone", Instance("api", null)) with { HasQuorum = false })).Finding!.What, Does.Contain("no quorum"));

    [Test]
    [Property("Correction", "L6")]
    public void Started_FailedOnItsNode_NamesOperationCodeAndReason()
    {
        var status = Status("api-clone", Instance("api", null)) with { Failures = [Failure("api", "ctl1")] };

        Assert.That(s_started.Judge(Known(status)).Finding!.ToString(), Does.Contain("start of api failed on ctl1").And.Contain("5 (OCF_ERR_INSTALLED").And.Contain("binary is missing"));
    }

    [Test]
    [Property("Requirement", "L5")]
    public void Stopped_StillRuns_IsNotMet()
    {
        var stopped = Clone() with { Aim = Aim.Stopped };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stopped.Judge(Known(Status("api-clone", Instance("api", null)))).Kind, Is.EqualTo(VerdictKind.Settled));
            Assert.That(stopped.Judge(Known(Status("api-clone", Instance("api", "ctl2")))).Kind, Is.EqualTo(VerdictKind.Blocked));
            Assert.That((stopped with { Node = NodeName.Parse("ctl1") }).Judge(Known(Status("api-clone", Instance("api", "ctl2")))).Kind, Is.EqualTo(VerdictKind.Settled));
            Assert.That(stopped.Judge(Known(Status("api-clone", Instance("api", "ctl2") with { Managed = false }))).Finding!.Why, Does.Contain("does not manage it"));
        }
    }

    [Test]
    [Property("Correction", "I8")]
    public void Stopped_StopFailed_IsThatFailure()
    {
        var status = Status("api-clone", Instance("api", "ctl1") with { Failed = true }) with { Failures = [Failure("api", "ctl1", "stop", 1, "stubborn")] };

        Assert.That((Clone() with { Aim = Aim.Stopped }).Judge(Known(status)).Finding!.ToString(), Does.StartWith("HAI5105").And.Contain("stubborn"));
    }

    [Test]
    public void Stopped_SchedulerIsAboutTo_StillWorks()
    {
        var about = new SimulatedAction { Kind = ActionKind.Stop, Resource = "api", Node = NodeName.Parse("ctl1") };

        Assert.That((Clone() with { Aim = Aim.Stopped }).Judge(Picture(Status("api-clone", Instance("api", "ctl1")), next: [about])).Kind, Is.EqualTo(VerdictKind.Working));
    }

    [TestCase("start 0 2 0 0", VerdictKind.Settled)]
    [TestCase("monitor 0 -1 -1 193", VerdictKind.Working)]
    [Property("Requirement", "K1")]
    [Property("Requirement", "L5")]
    public void Known_UntilTheClusterHasAResultAgain_Works(string operation, VerdictKind expected)
    {
        var expectation = Primitive() with { Aim = Aim.Known, KnownOn = [("vip", NodeName.Parse("ctl1"))] };
        var picture = new ClusterPicture(Status("vip", Instance("vip", "ctl1")), Cibs.Of(Cibs.Dummy("vip"), status: Cibs.History("ctl1", "vip", operation)), [], true);

        Assert.That(expectation.Judge(picture).Kind, Is.EqualTo(expected));
    }

    /// <summary>A picture whose CIB has the clone, so that it is not taken for removed.</summary>
    private static ClusterPicture Known(ClusterStatus status) => new(status, Cibs.Of($"<clone id=\"api-clone\">{Cibs.Dummy("api")}</clone>"), [], true);
}
