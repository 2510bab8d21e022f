using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace HaIac.Tests.Services;

[TestFixture]
public sealed class ServiceFunctionsTests
{
    [TestCase(true)]
    [TestCase(false)]
    [Property("Requirement", "N5")]
    public async Task Stop_InAProgram_TellsThePluginWhetherItIsAPreview(bool preview)
    {
        var calls = await RunAsync(preview, async () =>
        {
            var result = await ServiceFunctions.StopAsync(new() { Service = "api", Node = "ctl2" });
            Assert.That(result.State, Is.EqualTo("stopped"));
            Assert.That(result.Steps, Is.EqualTo(new[] { "one" }));
        });

        Assert.That(calls.Single().Token, Is.EqualTo("haiac:services:stop"));
        Assert.That(calls.Single().Args, Is.EquivalentTo(new Dictionary<string, object> { ["service"] = "api", ["node"] = "ctl2", ["dryRun"] = preview }));
    }

    [Test]
    public async Task Restart_AtOnce_SaysSo()
    {
        var calls = await RunAsync(false, async () => await ServiceFunctions.RestartAsync(new() { Service = "api", Rolling = false }));

        Assert.That(calls.Single().Args["rolling"], Is.False);
    }

    [Test]
    public async Task EveryVerb_HasItsToken()
    {
        var calls = await RunAsync(false, async () =>
        {
            await ServiceFunctions.StatusAsync(new() { Service = "api" });
            await ServiceFunctions.StartAsync(new() { Service = "api" });
            await ServiceFunctions.EnableAsync(new() { Service = "api" });
            await ServiceFunctions.DisableAsync(new() { Service = "api" });
            await ServiceFunctions.CleanupAsync(new() { Service = "api" });
            await ClusterFunctions.ReportAsync();
            await ClusterFunctions.NodesAsync();
        });

        Assert.That(calls.Select(call => call.Token), Is.EqualTo(new[]
        {
            "haiac:services:getStatus", "haiac:services:start", "haiac:services:enable", "haiac:services:disable", "haiac:services:cleanup", "haiac:cluster:getReport", "haiac:cluster:getNodes",
        }));
    }

    private static async Task<List<MockCallArgs>> RunAsync(bool preview, Func<Task> program)
    {
        var mocks = new Calls();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = preview }, async () =>
        {
            await program();
            return new Dictionary<string, object?>();
        });
        return mocks.Made;
    }

    private sealed class Calls : IMocks
    {
        public List<MockCallArgs> Made { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>((args.Name, args.Inputs));

        public Task<object> CallAsync(MockCallArgs args)
        {
            Made.Add(args);
            return Task.FromResult<object>(new Dictionary<string, object>
            {
                ["changed"] = true,
                ["preview"] = false,
                ["steps"] = new[] { "one" }.ToImmutableArray(),
                ["erased"] = ImmutableArray<string>.Empty,
                ["warnings"] = ImmutableArray<string>.Empty,
                ["state"] = "stopped",
            }.ToImmutableDictionary());
        }
    }
}
