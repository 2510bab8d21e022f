using Pulumi;

namespace HaIac.Tests.Services.Operations;

[TestFixture]
public sealed class OperationTests
{
    private const string Token = "haiac:services:Service";

    [Test]
    [Property("Requirement", "B8")]
    public async Task Operations_AsAList_AreLaidOverTheClasss()
    {
        var operations = await OperationsOf(new()
        {
            HaMode = HaMode.ActivePassive,
            Operations = { new() { Name = "monitor", Interval = TimeSpan.FromSeconds(20) }, new() { Name = "start", Timeout = TimeSpan.FromMinutes(5), OnFail = "block" } },
        });

        Assert.That(operations, Is.EqualTo(new[] { "monitor 20s/60s", "start 0s/300s block", "stop 0s/200s" }));
    }

    [Test]
    [Property("Requirement", "B8")]
    public async Task Operations_ByNameAndRole_AreLaidOverThoseOfTheRole()
    {
        var operations = await OperationsOf(new()
        {
            HaMode = HaMode.Promotable,
            PacemakerClass = PacemakerClass.Agent("ocf:rabbitmq:rabbitmq-server-ha"),
            Operations = { ["monitor"] = new() { Interval = TimeSpan.FromSeconds(30), Timeout = TimeSpan.FromSeconds(120) }, ["monitor:Master"] = new() { Interval = TimeSpan.FromSeconds(27) } },
        });

        Assert.That(operations, Is.EqualTo(new[]
        {
            "monitor 30s/120s Unpromoted", "monitor 27s/60s Promoted", "promote 0s/200s", "demote 0s/200s", "start 0s/200s", "stop 0s/200s",
        }));
    }

    [Test]
    [Property("Requirement", "B8")]
    public async Task Operations_ByKeysOfTheHash_AreTheSame()
    {
        var operations = await OperationsOf(new()
        {
            HaMode = HaMode.Promotable,
            PacemakerClass = PacemakerClass.Agent("ocf:heartbeat:galera"),
            ResourceHash = { ["op.monitor:Promoted.interval"] = TimeSpan.FromSeconds(27), ["op.start.on-fail"] = "block", ["op.stop.timeout"] = "90s" },
        });

        Assert.That(operations, Is.EqualTo(new[]
        {
            "monitor 30s/60s Unpromoted", "monitor 27s/60s Promoted", "promote 0s/200s", "demote 0s/200s", "start 0s/200s block", "stop 0s/90s",
        }));
    }

    [Test]
    [Property("Requirement", "M4")]
    public async Task Operations_WithADeeperMonitor_HaveBothAndTheLevel()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("data", new()
        {
            HaMode = HaMode.ActivePassive,
            PacemakerClass = PacemakerClass.Agent("ocf:heartbeat:Filesystem"),
            Operations =
            {
                new() { Name = "monitor", Interval = TimeSpan.FromSeconds(20) },
                new() { Name = "monitor", Interval = TimeSpan.FromSeconds(120), CheckLevel = 20 },
            },
        }));

        var inputs = mocks.Inputs(Token, "data");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("primitive.operations[0].interval"), Is.EqualTo("20s"));
            Assert.That(inputs.At("primitive.operations[0].extra"), Is.Null);
            Assert.That(inputs.At("primitive.operations[3].interval"), Is.EqualTo("120s"));
            Assert.That(inputs.At("primitive.operations[3].extra.OCF_CHECK_LEVEL"), Is.EqualTo("20"));
        }
    }

    [Test]
    [Property("Requirement", "M4")]
    public async Task Operations_WithTheLevelInTheHash_SendIt()
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("data", new() { HaMode = HaMode.ActivePassive, ResourceHash = { ["op.monitor.check-level"] = 10 } }));

        Assert.That(mocks.Inputs(Token, "data").At("primitive.operations[0].extra.OCF_CHECK_LEVEL"), Is.EqualTo("10"));
    }

    [Test]
    [Property("Requirement", "B8")]
    public async Task Operations_WithoutDefaults_AreOnlyTheDeclared()
    {
        var operations = await OperationsOf(new()
        {
            HaMode = HaMode.ActivePassive, OperationDefaults = OperationDefaults.None, Operations = { ["monitor"] = new() { Interval = TimeSpan.FromSeconds(15) } },
        });

        Assert.That(operations, Is.EqualTo(new[] { "monitor 15s/" }));
    }

    [TestCase("op.monitor")]
    [TestCase("op..interval")]
    public void ResourceHash_WithHalfAKeyOfAnOperation_SaysItsForm(string key) =>
        Assert.That(
            () => OperationsOf(new() { HaMode = HaMode.ActivePassive, ResourceHash = { [key] = "1" } }),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1115").And.Message.Contain($"\"{key}\""));

    [Test]
    public void Operations_WithoutAName_AreRefused() =>
        Assert.That(
            () => OperationsOf(new() { HaMode = HaMode.ActivePassive, Operations = { new() { Timeout = TimeSpan.FromSeconds(1) } } }),
            Throws.InstanceOf<RunException>().With.Message.Contain("HAI1116"));

    private static async Task<string[]> OperationsOf(ServiceArgs args)
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("daemon", args));
        var inputs = mocks.Inputs(Token, "daemon");
        var path = inputs.At("clone") is null ? "primitive.operations" : "clone.primitive.operations";
        var count = ((System.Collections.Immutable.ImmutableArray<object>)inputs.At(path)!).Length;
        return [.. Enumerable.Range(0, count).Select(i => Text(inputs, $"{path}[{i}]"))];
    }

    private static string Text(System.Collections.Immutable.ImmutableDictionary<string, object> inputs, string path) =>
        $"{inputs.At($"{path}.name")} {inputs.At($"{path}.interval")}/{inputs.At($"{path}.timeout")} {inputs.At($"{path}.role")} {inputs.At($"{path}.onFail")}".TrimEnd().Replace("  ", " ", StringComparison.Ordinal);
}
