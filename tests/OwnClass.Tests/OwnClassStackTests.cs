using System.Collections.Immutable;
using HaIac;
using Pulumi;

namespace OwnClass.Tests;

/// <summary>Tests of a user's own class: no cluster, no engine, milliseconds.</summary>
[TestFixture]
public sealed class OwnClassStackTests
{
    [Test]
    [Property("Requirement", "A4")]
    public async Task Database_Always_StartsWhereAndAfterTheVolumeIsPromoted()
    {
        var run = await StackTest.RunAsync<OwnClassStack>();

        var database = run.Service("database");
        var order = First(database["orders"]);
        var colocation = First(database["colocations"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(order["first"], Is.EqualTo("volume-clone"));
            Assert.That(order["firstAction"], Is.EqualTo("promote"));
            Assert.That(order["then"], Is.EqualTo("database"));
            Assert.That(colocation["primaryRole"], Is.EqualTo("Promoted"));
            Assert.That(colocation["score"], Is.EqualTo("INFINITY"));
        }
    }

    [Test]
    public async Task Database_Always_HasTheTimeOfItsParameter()
    {
        var run = await StackTest.RunAsync<OwnClassStack>();

        var primitive = (ImmutableDictionary<string, object>)run.Service("database")["primitive"];
        var start = ((ImmutableArray<object>)primitive["operations"]).Cast<ImmutableDictionary<string, object>>().Single(o => (string)o["name"] == "start");

        Assert.That(start["timeout"], Is.EqualTo("300s"));
    }

    [Test]
    [Property("Requirement", "A6")]
    public void Database_WithoutItsVolume_IsToldWhatIsMissing() =>
        Assert.That(
            () => StackTest.RunAsync<Forgetful>(),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1111").And.Message.Contain("\"volume\" is not set").And.Message.Contain("DrbdBacked"));

    private static ImmutableDictionary<string, object> First(object list) => (ImmutableDictionary<string, object>)((ImmutableArray<object>)list)[0];

    private sealed class Forgetful : Stack
    {
        public Forgetful() => _ = new Service("database", new() { HaMode = HaMode.ActivePassive, PacemakerClass = PacemakerClass.Of<DrbdBacked>() });
    }
}
