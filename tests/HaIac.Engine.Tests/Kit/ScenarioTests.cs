using HaIac.Engine.Tests.Recordings;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>Our engine against what the official one did: exit codes, state, world, provider calls, events.</summary>
[TestFixture]
internal sealed class ScenarioTests
{
    private static IEnumerable<string> Held => HeldScenarios.Names;

    [TestCaseSource(nameof(Held))]
    [CancelAfter(120_000)]
    public async Task Run_RecordedScenario_DoesWhatTheRecordingSays(string name, CancellationToken ct)
    {
        var differences = await CompareAsync(name, ct);

        Assert.That(differences, Is.Empty);
    }

    [Test, Explicit("says which further scenarios could be held")]
    public async Task Run_AllOtherScenarios_Report()
    {
        var only = Environment.GetEnvironmentVariable("HAIAC_SCENARIOS");
        var report = new List<string>();
        foreach (var folder in Directory.GetDirectories(SharedFolder.EngineRecordings()).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(folder);
            if (only is { Length: > 0 } ? !only.Split(',').Any(o => name.StartsWith(o, StringComparison.Ordinal)) : HeldScenarios.Names.Contains(name))
            {
                continue;
            }

            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            try
            {
                var found = await CompareAsync(name, limit.Token).WaitAsync(TimeSpan.FromSeconds(90));
                report.Add(found.Count == 0 ? $"ok   {name}" : $"FAIL {name}\n  " + string.Join("\n  ", found.Take(only is null ? 2 : 30).Select(f => f[..Math.Min(f.Length, only is null ? 260 : 1500)])));
            }
            catch (KitUnsupportedException e)
            {
                report.Add($"n/a  {name}: {e.Message}");
            }
            catch (Exception e)
            {
                report.Add($"FAIL {name}: {e.GetType().Name} {e.Message.Split('\n')[0]}");
            }
        }

        await File.WriteAllLinesAsync(Path.Combine(Path.GetTempPath(), "haiac-scenarios.txt"), report);
        TestContext.Out.WriteLine(string.Join('\n', report));
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
