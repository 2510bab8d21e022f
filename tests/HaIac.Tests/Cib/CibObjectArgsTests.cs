using HaIac.Cib;

namespace HaIac.Tests.Cib;

[TestFixture]
public sealed class CibObjectArgsTests
{
    [Test]
    [Property("Requirement", "M5")]
    [Property("Requirement", "N5")]
    public async Task OwnsAndNoop_OfAnyObject_ReachTheProvider()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            _ = new Primitive("one", new() { Agent = "ocf:pacemaker:Dummy", Owns = "all" });
            _ = new LocationConstraint("loc", new() { Resource = "one", Node = "ctl1", Score = "1", Noop = true });
            _ = new ClusterProperties("options", new() { Properties = { ["no-quorum-policy"] = "freeze" }, Noop = true });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks.Inputs("haiac:cib:Primitive", "one").At("owns"), Is.EqualTo("all"));
            Assert.That(mocks.Inputs("haiac:cib:Primitive", "one").At("noop"), Is.Null);
            Assert.That(mocks.Inputs("haiac:cib:LocationConstraint", "loc").At("noop"), Is.True);
            Assert.That(mocks.Inputs("haiac:cib:ClusterProperties", "options").At("noop"), Is.True);
        }
    }
}
