using HaIac.Engine.Launching;

namespace Conformance.Tests.UnderTheEngine;

/// <summary>A compiled program of the kit, as the engine starts it: a process of its own.</summary>
internal sealed class TrafficProgram(Scenario scenario, string assembly, string folder) : IProgramLauncher
{
    /// <summary>How it ended; null until then.</summary>
    public ProgramRun? Run { get; private set; }

    public Task<IRunningProgram> StartAsync(
        string monitorAddress, string engineAddress, bool isPreview, Action<string> onOutput, Action<string> onError, CancellationToken ct)
    {
        var environment = scenario.Environment("update");
        environment["PULUMI_MONITOR"] = monitorAddress;
        environment["PULUMI_ENGINE"] = engineAddress;
        return Task.FromResult<IRunningProgram>(new Running(RunAsync(environment)));
    }

    private async Task<int> RunAsync(Dictionary<string, string> environment)
    {
        Run = await ProgramRun.StartAsync(assembly, folder, environment);
        return Run.ExitCode;
    }

    private sealed class Running(Task<int> ended) : IRunningProgram
    {
        public Task<int> Ended => ended;

        public Task StopAsync() => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
