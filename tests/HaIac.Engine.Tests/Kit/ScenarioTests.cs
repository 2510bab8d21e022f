using HaIac.Engine.Tests.Recordings;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>Our engine against what the official one did: exit codes, state, world, provider calls, events.</summary>
[TestFixture]
internal sealed class ScenarioTests
{
    // HAIAC_SCENARIOS=35,random-001 tries others instead, to see which could be held next.
    private static IEnumerable<string> Held =>
        Environment.GetEnvironmentVariable("HAIAC_SCENARIOS") is { Length: > 0 } others && SharedFolder.Find() is not null
            ? Directory.GetDirectories(SharedFolder.EngineRecordings())
                .Select(folder => Path.GetFileName(folder))
                .Where(name => others.Split(',').Any(other => name.StartsWith(other, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
            : HeldScenarios.Names;

    [TestCaseSource(nameof(Held))]
    [CancelAfter(120_000)]
    public async Task Run_RecordedScenario_DoesWhatTheRecordingSays(string name, CancellationToken ct)
    {
        var differences = await CompareAsync(name, ct);

        Assert.That(differences, Is.Empty);
    }

    private static async Task<List<string>> CompareAsync(string name, CancellationToken ct)
    {
        var recordings = SharedFolder.EngineRecordings();
        var scenario = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(recordings, "..", "scenarios", name + ".json"), ct));
        var recording = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(recordings, name, "recording.json"), ct));
        var folder = Directory.CreateTempSubdirectory("haiac-scenario-").FullName;
        try
        {
            var records = await new ScenarioRun(scenario, folder).RunAsync(ct);
            var loose = name.StartsWith("random-", StringComparison.Ordinal) || scenario["unordered"] is not null || (int?)scenario["parallel"] > 1;
            return new RecordingComparison(recording, Path.Combine(recordings, name)) { IsLoose = loose }.Differences(records);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
