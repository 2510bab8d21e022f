using Pulumi;

namespace HaIac.Tests.Services;

[TestFixture]
public sealed class ServiceTests
{
    private const string Token = "haiac:services:Service";

    [Test]
    [Property("Requirement", "A1")]
    public async Task Service_WithoutMode_YieldsNoClusterObject()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("memcached"));

        var inputs = mocks.Inputs(Token, "memcached");

        Assert.That(inputs.Keys, Is.EquivalentTo(new[] { "serviceName", "haMode" }));
        Assert.That(inputs.At("haMode"), Is.EqualTo("Disabled"));
    }

    [Test]
    [Property("Requirement", "B11")]
    [Property("Requirement", "A6")]
    [Property("Requirement", "R4")]
    public async Task Service_ActiveActive_YieldsInterleavedCloneOfTheUnit()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("memcached", new() { HaMode = HaMode.ActiveActive }));

        var inputs = mocks.Inputs(Token, "memcached");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("clone.cibId"), Is.EqualTo("memcached-clone"));
            Assert.That(inputs.At("clone.meta.interleave"), Is.EqualTo("true"));
            Assert.That(inputs.At("clone.primitive.cibId"), Is.EqualTo("memcached"));
            Assert.That(inputs.At("clone.primitive.agent"), Is.EqualTo("systemd:memcached"));
            Assert.That(inputs.At("clone.primitive.meta.migration-threshold"), Is.EqualTo("3"));
            Assert.That(inputs.At("clone.primitive.operations[0].interval"), Is.EqualTo("30s"));
            Assert.That(inputs.At("primitive"), Is.Null);
        }
    }

    [Test]
    [Property("Correction", "B11")]
    public async Task Service_ActivePassive_YieldsPrimitive()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service(
            "cinder-volume",
            new() { HaMode = HaMode.ActivePassive, PacemakerClass = PacemakerClass.Agent("ocf:openstack:cinder-volume"), ResourceHash = { ["debug"] = true, ["migration-threshold"] = 5 } }));

        var inputs = mocks.Inputs(Token, "cinder-volume");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("primitive.agent"), Is.EqualTo("ocf:openstack:cinder-volume"));
            Assert.That(inputs.At("primitive.parameters.debug"), Is.EqualTo("true"));
            Assert.That(inputs.At("primitive.meta.migration-threshold"), Is.EqualTo("5"));
            Assert.That(inputs.At("clone"), Is.Null);
        }
    }

    [Test]
    public async Task Service_Promotable_HasAMonitorForEachRole()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service(
            "galera", new() { HaMode = HaMode.Promotable, PacemakerClass = PacemakerClass.Agent("ocf:heartbeat:galera"), ResourceHash = { ["promoted-max"] = 3 } }));

        var inputs = mocks.Inputs(Token, "galera");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("clone.promotable"), Is.True);
            Assert.That(inputs.At("clone.meta.promoted-max"), Is.EqualTo("3"));
            Assert.That(inputs.At("clone.primitive.operations[0].role"), Is.EqualTo("Unpromoted"));
            Assert.That(inputs.At("clone.primitive.operations[1].role"), Is.EqualTo("Promoted"));
            Assert.That(inputs.At("clone.primitive.operations[0].interval"), Is.Not.EqualTo(inputs.At("clone.primitive.operations[1].interval")));
        }
    }

    [Test]
    public async Task Service_AfterPromotable_WaitsForThePromotion()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var galera = new Service("galera", new() { HaMode = HaMode.Promotable, PacemakerClass = PacemakerClass.Agent("ocf:heartbeat:galera") });
            _ = new Service("keystone", new() { HaMode = HaMode.ActiveActive, StartAfter = { galera }, Ordering = OrderingPolicy.Strict });
        });

        var inputs = mocks.Inputs(Token, "keystone");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("orders[0].cibId"), Is.EqualTo("keystone-after-galera"));
            Assert.That(inputs.At("orders[0].first"), Is.EqualTo("galera-clone"));
            Assert.That(inputs.At("orders[0].firstAction"), Is.EqualTo("promote"));
            Assert.That(inputs.At("orders[0].then"), Is.EqualTo("keystone-clone"));
            Assert.That(inputs.At("orders[0].thenAction"), Is.EqualTo("start"));
            Assert.That(inputs.At("orders[0].kind"), Is.EqualTo("Mandatory"));
        }
    }

    [Test]
    public async Task Service_AfterOneThatTheClusterDoesNotRun_GetsNoOrder()
    {
        var mocks = await ProgramRunner.RunAsync(() =>
        {
            var database = new Service("galera");
            _ = new Service("keystone", new() { HaMode = HaMode.ActiveActive, StartAfter = { database } });
        });

        Assert.That(mocks.Inputs(Token, "keystone").At("orders"), Is.Null);
    }

    [Test]
    [Property("Requirement", "A6")]
    public async Task Service_WithParametersThatDoNotFit_NamesAllOfThem()
    {
        var run = () => ProgramRunner.RunAsync(() => _ = new Service(
            "memcached",
            new() { HaMode = HaMode.Promotable, ResourceHash = { ["monitor-intervall"] = "10s", ["migration-threshold"] = "often", ["stop-timeout"] = "20x" } }));

        var failure = await Assert.ThrowsAsync<RunException>(() => run());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure!.Message, Does.StartWith("HAI11").And.Not.Contain(" at ").And.Not.Contain("exception"), "A user reads the findings and nothing else.");
            Assert.That(failure!.Message, Does.Contain("HAI1101").And.Contain("monitor-intervall").And.Contain("monitor-interval,"));
            Assert.That(failure!.Message, Does.Contain("HAI1102").And.Contain("\"often\"").And.Contain("\"20x\""));
            Assert.That(failure!.Message, Does.Contain("HAI1103").And.Contain("promote"));
        }
    }

    [Test]
    [Property("Correction", "B10")]
    public void Service_CloneParameterWithoutClone_IsRefused()
    {
        var run = () => ProgramRunner.RunAsync(() => _ = new Service(
            "memcached", new() { HaMode = HaMode.ActivePassive, ResourceHash = { ["clone-max"] = 2 } }));

        Assert.That(run, Throws.InstanceOf<RunException>().With.Message.Contain("clone-max"));
    }

    [Test]
    [Property("Requirement", "A6")]
    public async Task Service_DisabledWithParameters_IgnoresThem()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("memcached", new() { ResourceHash = { ["anything"] = 1 } }));

        Assert.That(mocks.Inputs(Token, "memcached").At("clone"), Is.Null);
    }
}
