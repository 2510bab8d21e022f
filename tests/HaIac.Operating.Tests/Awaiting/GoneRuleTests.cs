using HaIac.Operating.Awaiting;
using HaIac.Transport.Simulating;
using static HaIac.Operating.Tests.Awaiting.Pictures;

namespace HaIac.Operating.Tests.Awaiting;

public sealed class GoneRuleTests
{
    [Test]
    [Property("Requirement", "L5")]
    public void Judge_NothingLeft_IsSettled()
    {
        Assert.That(GoneRule.Judge(Primitive(gone: true), Picture(Status("other", Instance("other", "ctl1")))).Kind, Is.EqualTo(VerdictKind.Settled));
    }

    [Test]
    public void Judge_OrphanAboutToStop_IsWorking()
    {
        var stop = new SimulatedAction { Kind = ActionKind.Stop, Resource = "vip" };

        Assert.That(GoneRule.Judge(Primitive(gone: true), Picture(Status("vip", Instance("vip", "ctl1") with { Orphaned = true }), next: stop)).Kind, Is.EqualTo(VerdictKind.Working));
    }

    [Test]
    [Property("Correction", "L6")]
    public void Judge_StopFailed_NamesTheFailureAndTheNode()
    {
        var status = Status("vip", Instance("vip", "ctl1") with { Orphaned = true, Failed = true }) with { Failures = [Failure("vip", "ctl1", "stop", 1, "still busy")] };

        var verdict = GoneRule.Judge(Primitive(gone: true), Picture(status));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Failed));
        Assert.That(verdict.Finding!.ToString(), Does.StartWith("HAI5105").And.Contain("stop of vip failed on ctl1").And.Contain("still busy"));
    }

    [Test]
    public void Judge_LeftRunningInMaintenance_IsSettledWithNote()
    {
        var status = Status("vip", Instance("vip", "ctl1")) with { MaintenanceMode = true };

        Assert.That(GoneRule.Judge(Primitive(gone: true), Picture(status)).Kind, Is.EqualTo(VerdictKind.SettledWithNote));
    }

    [Test]
    public void Judge_OrphanThatIsNotStopped_IsBlocked()
    {
        var verdict = GoneRule.Judge(Primitive(gone: true), Picture(Status("vip", Instance("vip", "ctl1") with { Orphaned = true })));

        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Blocked));
        Assert.That(verdict.Finding!.ToString(), Does.Contain("stop-orphan-resources"));
    }
}
