using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Services;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;
using static HaIac.Operating.Tests.Awaiting.Pictures;

namespace HaIac.Operating.Tests.Awaiting;

[Property("Requirement", "S1")]
public sealed class RunningRuleTests
{
    [Test]
    public void Judge_ActiveAndNothingToDo_IsSettledWithItsNode()
    {
        var verdict = RunningRule.Judge(Primitive(), Picture(Status("vip", Instance("vip", "ctl2"))));

        Assert.That((verdict.Kind, verdict.Text), Is.EqualTo((VerdictKind.Settled, "vip runs on ctl2")));
        Assert.That(verdict.RunningOn, Is.EqualTo(["ctl2"]));
    }

    [Test]
    public void Judge_NotSeenYet_IsWorking()
    {
        Assert.That(RunningRule.Judge(Primitive(), Picture(Status("other", Instance("other", "ctl1")))).Kind, Is.EqualTo(VerdictKind.Working));
    }

    [Test]
    public void Judge_StartUnderWay_IsWorkingAndSaysWhere()
    {
        var verdict = RunningRule.Judge(Clone(), Picture(Status("api-clone", Instance("api", "ctl1"), Instance("api", "ctl2") with { Active = false, Pending = "Starting" })));

        Assert.That((verdict.Kind, verdict.Text), Is.EqualTo((VerdictKind.Working, "starting on ctl2; running on ctl1")));
    }

    [Test]
    public void Judge_OldInstanceAboutToRestart_IsNotTakenForTheNewOne()
    {
        var restart = new SimulatedAction { Kind = ActionKind.Restart, Resource = "vip", Node = NodeName.Parse("ctl2") };

        var verdict = RunningRule.Judge(Primitive(), Picture(Status("vip", Instance("vip", "ctl2")), next: restart));

        Assert.That((verdict.Kind, verdict.Text), Is.EqualTo((VerdictKind.Working, "about to restart on ctl2; running on ctl2")));
    }

    [Test]
    [Property("Correction", "L6")]
    [Property("Requirement", "G5")]
    public void Judge_CloneFailedOnOneNode_NamesNodeOperationCodeAndReason()
    {
        var status = Status("api-clone", Instance("api", "ctl1"), Instance("api", "ctl3"), Instance("api", null)) with { Failures = [Failure("api", "ctl2")] };

        var verdict = RunningRule.Judge(Clone(), Picture(status));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Failed));
        Assert.That(verdict.Finding!.ToString(), Does.StartWith("HAI5104: ").And.Contain("start of api failed on ctl2").And.Contain("5 (OCF_ERR_INSTALLED")
            .And.Contain("\"binary is missing\"").And.Contain("ctl1, ctl3 run it").And.Contain("Install what is missing on ctl2"));
    }

    [Test]
    [Property("Requirement", "H8")]
    [Property("Requirement", "H7")]
    public void Judge_CloneOnTwoOfThreeNodes_IsSettledUnlessAllInstancesAreAskedFor()
    {
        var picture = Picture(Status("api-clone", Instance("api", "ctl1"), Instance("api", "ctl3"), Instance("api", null)));

        Assert.That(RunningRule.Judge(Clone(), picture).Kind, Is.EqualTo(VerdictKind.Settled));
        Assert.That(RunningRule.Judge(Clone() with { Instances = WaitFor.All }, picture).Kind, Is.EqualTo(VerdictKind.Blocked));
    }

    [Test]
    [Property("Requirement", "H7")]
    public void Judge_NonePromoted_IsBlockedUnlessThatIsAllowed()
    {
        var picture = Picture(Status("api-clone", [.. new[] { "ctl1", "ctl2", "ctl3" }.Select(node => Instance("api", node, ResourceRole.Unpromoted))]));

        Assert.That(RunningRule.Judge(Clone(promotable: true), picture).Kind, Is.EqualTo(VerdictKind.Blocked));
        Assert.That(RunningRule.Judge(Clone(promotable: true) with { MayStayUnpromoted = true }, picture).Kind, Is.EqualTo(VerdictKind.Settled));
    }

    [Test]
    public void Judge_PrimitiveFailedOnOneNodeAndRunsOnAnother_IsSettledWithNote()
    {
        var verdict = RunningRule.Judge(Primitive(), Picture(Status("vip", Instance("vip", "ctl2")) with { Failures = [Failure("vip", "ctl1")] }));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.SettledWithNote));
        Assert.That(verdict.Text, Does.Contain("runs on ctl2").And.Contain("failed on ctl1"));
    }

    [Test]
    [Property("Correction", "L6")]
    public void Judge_Timeout_SaysSoAndAdvisesALongerOne()
    {
        var failure = Failure("vip", "ctl1", code: 1, reason: "") with { Status = "Timed Out" };

        var verdict = RunningRule.Judge(Primitive(), Picture(Status("vip", Instance("vip", null)) with { Failures = [failure] }));

        Assert.That(verdict.Finding!.ToString(), Does.Contain("Timed Out").And.Contain("longer timeout"));
    }

    [Test]
    [Property("Correction", "H9")]
    public void Judge_TargetRoleStopped_IsSettledWithNote()
    {
        var verdict = RunningRule.Judge(Primitive(), Picture(Status("vip", Instance("vip", null) with { TargetRole = ResourceRole.Stopped })));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.SettledWithNote));
        Assert.That(verdict.Text, Does.Contain("disabled"));
    }

    [Test]
    [Property("Correction", "H9")]
    [Property("Requirement", "F3")]
    public void Judge_MaintenanceMode_IsSettledWithNote()
    {
        var verdict = RunningRule.Judge(Primitive(), Picture(Status("vip", Instance("vip", null)) with { MaintenanceMode = true }));

        Assert.That((verdict.Kind, verdict.Text), Is.EqualTo((VerdictKind.SettledWithNote, "vip does not run: the cluster is in maintenance mode and will start it when that ends")));
    }

    [Test]
    [Property("Correction", "H9")]
    public void Judge_NoQuorum_IsBlocked() => Blocked(Status("vip", Instance("vip", null)) with { HasQuorum = false, NoQuorumPolicy = "stop" }, "", "no quorum");

    [Test]
    [Property("Correction", "H9")]
    public void Judge_AllNodesStandbyOrOffline_IsBlockedAndSaysWhich() =>
        Blocked(Status("vip", Instance("vip", null)) with { Nodes = [Node("ctl1") with { Standby = true }, Node("ctl2") with { Online = false }] }, "", "ctl1 is in standby, ctl2 is offline");

    [Test]
    [Property("Correction", "H9")]
    public void Judge_BannedEverywhereByHand_IsBlockedAndSaysHowToClear() => Blocked(
        Status("vip", Instance("vip", null)) with { Nodes = [Node("ctl1")], Bans = [new("cli-ban-vip-on-ctl1", "vip", NodeName.Parse("ctl1"), PromotedOnly: false)] },
        "", "cli-ban-vip-on-ctl1", "crm_resource --clear --resource vip");

    [Test]
    [Property("Correction", "H9")]
    public void Judge_OrderedAfterWhatDoesNotRun_IsBlockedAndNamesTheOrder() =>
        Blocked(Status("vip", Instance("vip", null)), """<rsc_order id="o" first="db" then="vip"/>""", "ordered after db", "Order constraint o");

    [Test]
    [Property("Correction", "H9")]
    public void Judge_ColocatedWithWhatDoesNotRun_IsBlockedAndNamesTheColocation() =>
        Blocked(Status("vip", Instance("vip", null)), """<rsc_colocation id="c" rsc="vip" with-rsc="db" score="INFINITY"/>""", "must be where db is", "Colocation constraint c");

    [Test]
    public void Judge_NoReasonInSight_IsBlockedAndSaysWhereToLook() => Blocked(Status("vip", Instance("vip", null)), "", "crm_simulate -sL");

    [Test]
    public void Judge_NobodyPromotedOnARealCluster_IsBlocked()
    {
        var status = Status("api-clone", Instance("api", "ctl1", ResourceRole.Unpromoted));

        Assert.That(RunningRule.Judge(Clone(promotable: true), Picture(status)).Kind, Is.EqualTo(VerdictKind.Blocked));
    }

    [Test]
    public void Judge_NobodyPromotedOnAVirtualCluster_IsSettledWithNote()
    {
        var status = Status("api-clone", Instance("api", "ctl1", ResourceRole.Unpromoted));

        Assert.That(RunningRule.Judge(Clone(promotable: true), Picture(status, runsAgents: false)).Kind, Is.EqualTo(VerdictKind.SettledWithNote));
    }

    [Test]
    [Property("Correction", "H7")]
    public void Judge_OnePromoted_IsSettledAndMarksIt()
    {
        var status = Status("api-clone", Instance("api", "ctl1", ResourceRole.Unpromoted), Instance("api", "ctl2", ResourceRole.Promoted));

        Assert.That(RunningRule.Judge(Clone(promotable: true), Picture(status)).Text, Is.EqualTo("api-clone runs on ctl1, ctl2 (promoted)"));
    }

    private static void Blocked(ClusterStatus status, string constraints, params string[] words)
    {
        var verdict = RunningRule.Judge(Primitive(), Picture(status, constraints));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Blocked));
        foreach (var word in words)
        {
            Assert.That(verdict.Finding!.ToString(), Does.StartWith("HAI5102").And.Contain(word));
        }
    }
}
