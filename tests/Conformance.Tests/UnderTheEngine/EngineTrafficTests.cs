using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HaIac.Engine;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;

namespace Conformance.Tests.UnderTheEngine;

/// <summary>
/// The kit's programs under the embedded engine, with a provider that answers as the recorder did: what is then in the state must be what
/// the recorded registrations imply, and the program must see the same.
/// </summary>
[Platform(Exclude = "Win", Reason = "the plugins are shell scripts")]
internal sealed partial class EngineTrafficTests
{
    private static ProgramCompiler? s_compiler;

    [OneTimeSetUp]
    public void Prepare()
    {
        ConformanceKit.IgnoreIfAbsent();
        s_compiler = new ProgramCompiler();
    }

    [OneTimeTearDown]
    public void CleanUp() => s_compiler?.Dispose();

    [TestCaseSource(nameof(Cases))]
    public async Task Program_RunUnderTheEngine_LeavesTheStateThatTheRecordingImplies(string name)
    {
        var scenario = new Scenario(name);
        var calls = Calls(scenario);
        var folder = Directory.CreateTempSubdirectory("haiac-conformance-engine-").FullName;
        try
        {
            var (result, program, events) = await RunAsync(scenario, calls, folder);

            var errors = string.Join('\n', events.Of<DiagnosticEvent>().Where(e => e.Severity == DiagnosticSeverity.Error).Select(e => e.Message));
            using (Assert.EnterMultipleScope())
            {
                Assert.That(program.Run!.ExitCode, Is.Zero, errors + program.Run.Errors);
                Assert.That(result.Succeeded, Is.True, errors);
                Assert.That(ImpliedState.Differences(calls, result.After), Is.Empty);
                Assert.That(Lines(program.Run.Output), Is.EquivalentTo(((JsonArray)scenario.Exit("update")["stdout"]!).Select(line => (string)line!)));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Exceptions_AllAreScenarios() => Assert.That(Otherwise.Scenarios.Keys, Is.SubsetOf(ConformanceKit.Scenarios("sdk-traffic")));

    private static IEnumerable<string> Cases() => ConformanceKit.Scenarios("sdk-traffic")
        .Where(name => !Otherwise.Scenarios.ContainsKey(name) && (int)new Scenario(name).Exit("update")["exitCode"]! == 0);

    private static List<JsonObject> Calls(Scenario scenario) =>
        [.. ((JsonArray)scenario.Recording("update")["calls"]!).OfType<JsonObject>()];

    private static string[] Lines(string output) => output.Length == 0 ? [] : output.TrimEnd('\n').Split('\n');

    private static async Task<(DeploymentResult Result, TrafficProgram Program, EventList Events)> RunAsync(Scenario scenario, List<JsonObject> calls, string folder)
    {
        foreach (var (path, text) in scenario.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            await File.WriteAllTextAsync(Path.Combine(folder, path), text);
        }

        var registrations = new JsonObject();
        foreach (var call in calls.Where(call => call["response"]?["urn"] is not null))
        {
            registrations[(string)call["response"]!["urn"]!] = call["response"]!.DeepClone();
        }

        await using var provider = new TrafficProvider(new ScenarioAnswers(scenario, "update"), registrations);
        var packages = Token().Matches(scenario.Source).Select(match => match.Groups[1].Value)
            .Concat(Token().Matches(scenario.Recording("update").ToJsonString()).Select(match => match.Groups[1].Value))
            .Where(package => package is not ("pulumi" or "urn"))
            .Concat(calls.Where(call => (string?)call["rpc"] == "ResourceMonitor/RegisterPackage").Select(call => (string)call["request"]!["name"]!)).ToHashSet();
        await provider.StartAsync(folder, packages);

        var (program, events) = (new TrafficProgram(scenario, s_compiler!.Compile(scenario.Name, scenario.Source), folder), new EventList());
        var result = await Deployments.RunAsync(
            new DeploymentRequest
            {
                Kind = DeploymentKind.Update,
                Project = scenario.Project,
                Stack = scenario.Stack,
                Base = Deployment.Empty,
                Store = new NoStore(),
                Program = program,
                OtherStacks = new RecordedStacks(calls),
                Plugins = new PluginSearch { ProjectDirectory = folder, SearchPath = folder },
                ProjectDirectory = folder,
                ProgramDirectory = folder,
            },
            events);
        return (result, program, events);
    }

    [GeneratedRegex("\"(?:pulumi:providers:)?([a-z][a-z0-9-]*):(?:[a-zA-Z/]+:)?[A-Za-z]+")]
    private static partial Regex Token();

    private sealed class EventList : IEventSink
    {
        private readonly Lock _gate = new();
        private readonly List<EngineEvent> _events = [];

        public void Emit(EngineEvent happened)
        {
            lock (_gate)
            {
                _events.Add(happened);
            }
        }

        public IEnumerable<TEvent> Of<TEvent>()
        {
            lock (_gate)
            {
                return [.. _events.OfType<TEvent>()];
            }
        }
    }

    private sealed class NoStore : IStackStore
    {
        public Task SaveAsync(Deployment deployment, CancellationToken ct) => Task.CompletedTask;
    }
}
