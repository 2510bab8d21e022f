using Pulumi;

namespace HaIac.Tests.Services.Classes;

[TestFixture]
public sealed class BundleClassTests
{
    private const string Token = "haiac:services:Service";

    private static PacemakerClass Redis => PacemakerClass.Bundle("images/redis", new() { Agent = "ocf:heartbeat:redis", ControlPort = 3124, Storage = { new() { SourceDir = "/var/lib/redis", TargetDir = "/var/lib/redis" } } });

    [Test]
    [Property("Requirement", "B11")]
    public async Task Bundle_Promotable_HasItsResourceInside()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var redis = new Service("redis", new()
            {
                HaMode = HaMode.Promotable, PacemakerClass = Redis, ResourceHash = { ["replicas"] = 3, ["wait_last_known_master"] = true, ["wrapper.notify"] = true },
            });
            _ = new Service("gnocchi", new() { HaMode = HaMode.ActiveActive, StartAfter = { redis } });
        });

        var inputs = mocks.Inputs(Token, "redis");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("bundle.cibId"), Is.EqualTo("redis-bundle"));
            Assert.That(inputs.At("bundle.container.image"), Is.EqualTo("images/redis"));
            Assert.That(inputs.At("bundle.container.replicas"), Is.EqualTo(3));
            Assert.That(inputs.At("bundle.container.promotedMax"), Is.EqualTo(1));
            Assert.That(inputs.At("bundle.container.network"), Is.EqualTo("host"));
            Assert.That(inputs.At("bundle.network.controlPort"), Is.EqualTo(3124));
            Assert.That(inputs.At("bundle.storage[0].sourceDir"), Is.EqualTo("/var/lib/redis"));
            Assert.That(inputs.At("bundle.meta.notify"), Is.EqualTo("true"));
            Assert.That(inputs.At("bundle.primitive.agent"), Is.EqualTo("ocf:heartbeat:redis"));
            Assert.That(inputs.At("bundle.primitive.parameters"), Is.EqualTo(new Dictionary<string, object> { ["wait_last_known_master"] = "true" }));
            Assert.That(inputs.At("clone"), Is.Null);
            Assert.That(mocks.Inputs(Token, "gnocchi").At("orders[0].first"), Is.EqualTo("redis-bundle"));
            Assert.That(mocks.Inputs(Token, "gnocchi").At("orders[0].firstAction"), Is.EqualTo("promote"));
        }
    }

    [Test]
    public async Task Bundle_ActivePassiveWithoutAgent_IsOneContainer()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("cinder-volume", new()
        {
            HaMode = HaMode.ActivePassive, PacemakerClass = PacemakerClass.Bundle("images/cinder-volume", new() { RunCommand = "/bin/run" }),
        }));

        var inputs = mocks.Inputs(Token, "cinder-volume");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("bundle.container.replicas"), Is.EqualTo(1));
            Assert.That(inputs.At("bundle.container.runCommand"), Is.EqualTo("/bin/run"));
            Assert.That(inputs.At("bundle.primitive"), Is.Null);
            Assert.That(inputs.At("bundle.network"), Is.Null);
        }
    }

    [Test]
    public void Bundle_ThatCannotBeComposed_SaysWhy()
    {
        var run = () => ProgramRunner.RunAsync(() => _ = new Service("redis", new() { HaMode = HaMode.Promotable, PacemakerClass = PacemakerClass.Bundle("images/redis") }));

        Assert.That(run, Throws.InstanceOf<RunException>().With.Message.Contain("HAI1103").And.Message.Contain("HAI1111").And.Message.Contain("\"replicas\" is not set"));
    }
}
