using System.Collections.Concurrent;
using HaIac.Engine;
using HaIac.Engine.Events;
using HaIac.Engine.Launching;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;

namespace Pulumi.Tests.Deployments.Programs;

/// <summary>The large program with our own engine and a provider of ours: everything is a real process or the real library.</summary>
[NonParallelizable]
[CancelAfter(240_000)]
[Platform(Exclude = "Win", Reason = "program and plugin are started by shell scripts")]
internal sealed class EngineLoadTests
{
    private string _folder = null!;

    [SetUp]
    public void SetUp() => _folder = Directory.CreateTempSubdirectory("haiac-engine-load-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [TestCase(1)]
    [TestCase(16)]
    [TestCase(DeploymentRequest.DefaultParallel)]
    public async Task Thousand_TenInputsFiveDependencies_AreDeployed(int parallel, CancellationToken cancellationToken)
    {
        Script("app", "load");
        Script("pulumi-resource-test", "provider");
        var events = new EventLog();

        var result = await HaIac.Engine.Deployments.RunAsync(
            new DeploymentRequest
            {
                Kind = DeploymentKind.Update,
                Project = "project",
                Stack = "stack",
                Base = HaIac.Engine.State.Deployment.Empty,
                Store = new NoStore(),
                Program = new DotnetProgramLauncher(new ProgramSettings
                {
                    ProjectDirectory = _folder,
                    ProgramDirectory = _folder,
                    Runtime = "dotnet",
                    Binary = "./app",
                    Project = "project",
                    Stack = "stack",
                    Parallel = parallel,
                }),
                Plugins = new PluginSearch { ProjectDirectory = _folder, ProjectPlugins = [new ProjectPlugin("test", _folder)] },
                ProjectDirectory = _folder,
                ProgramDirectory = _folder,
                Parallel = parallel,
            },
            events,
            cancellationToken);

        Assert.That(result.Succeeded, Is.True, string.Join('\n', events.Messages));
        Assert.That(result.Changes[StepOp.Create], Is.GreaterThanOrEqualTo(1000));
        Assert.That(result.After.Resources.Count(r => r.Type == "test:index:Ten"), Is.EqualTo(1000));
    }

    private void Script(string name, string program)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "Pulumi.TestProgram.dll")}' {program} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private sealed class NoStore : IStackStore
    {
        public Task SaveAsync(HaIac.Engine.State.Deployment deployment, CancellationToken ct = default) => Task.CompletedTask;
    }

    private sealed class EventLog : IEventSink
    {
        public ConcurrentQueue<string> Messages { get; } = new();

        public void Emit(EngineEvent happened)
        {
            if (happened is DiagnosticEvent { Severity: DiagnosticSeverity.Error or DiagnosticSeverity.Warning } diagnostic)
            {
                Messages.Enqueue(diagnostic.Message);
            }
        }
    }
}
