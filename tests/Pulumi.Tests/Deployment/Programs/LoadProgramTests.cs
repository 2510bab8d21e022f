using System.Diagnostics;
using HaIac.Protocol.Messages;
using HaIac.Testing;

namespace Pulumi.Tests.Deployments.Programs;

/// <summary>Programs that declare much register all of it, however little the engine does at once.</summary>
[NonParallelizable]
[CancelAfter(240_000)]
internal sealed class LoadProgramTests
{
    [TestCase(1, false)]
    [TestCase(16, false)]
    [TestCase(int.MaxValue, false)]
    [TestCase(1, true)]
    [TestCase(16, true)]
    [TestCase(int.MaxValue, true)]
    public async Task Thousand_TenInputsFiveDependencies_RegistersAll(int parallel, bool slow)
    {
        await using var run = await TestProgramRun.StartAsync("load", new SlotAnswers(parallel, slow), parallel.ToString());

        var start = Stopwatch.GetTimestamp();
        var end = await run.Program.WaitAsync();

        await TestContext.Out.WriteLineAsync($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        var resources = run.Engine.Requests<RegisterResourceRequest>().Where(r => r.Custom).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(end.ExitCode, Is.Zero, end.Errors);
            Assert.That(resources, Has.Length.EqualTo(1000));
            Assert.That(resources.Skip(5).Select(r => r.Dependencies.Count), Is.All.EqualTo(5));
            Assert.That(resources.Select(r => r.Object.Fields.Count), Is.All.EqualTo(10));
            Assert.That(run.Engine.OrderFaults, Is.Empty);
            Assert.That(run.Engine.Signalled, Is.True);
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Components_ThreeHundredDeep_RegisterAll(bool engineCompletesAliases)
    {
        await using var run = await TestProgramRun.StartAsync("deep", new DeepAnswers(engineCompletesAliases));

        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.Zero, end.Errors + string.Join('\n', run.Errors));
        Assert.That(run.Engine.Requests<RegisterResourceRequest>().Count(), Is.EqualTo(901));
    }

    [Test]
    public async Task Hooks_CallTheEngineWhileItIsBusy_DoNotStall()
    {
        await using var run = await TestProgramRun.StartAsync("hooks-that-invoke", new SlotAnswers(1, slow: false), "1");

        var end = await run.Program.WaitAsync();

        Assert.That(end.ExitCode, Is.Zero, end.Errors + string.Join('\n', run.Errors));
        Assert.That(run.Engine.Requests<ResourceInvokeRequest>().Count(), Is.EqualTo(300));
    }

    /// <summary>An engine that works on so many resources at once, and takes a moment for each if it is slow.</summary>
    private sealed class SlotAnswers(int slots, bool slow) : EngineAnswers
    {
        private readonly SemaphoreSlim _slots = new(slots);

        public override async Task<RegisterResourceResponse> RegisterAsync(string urn, RegisterResourceRequest request)
        {
            await _slots.WaitAsync();
            try
            {
                if (slow)
                {
                    await Task.Delay(1);
                }

                return await base.RegisterAsync(urn, request);
            }
            finally
            {
                _slots.Release();
            }
        }
    }

    private sealed class DeepAnswers(bool completesAliases) : EngineAnswers
    {
        public override bool HasFeature(string id) => completesAliases || id != "aliasSpecs";
    }
}
