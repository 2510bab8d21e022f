using System.Text.Json;
using HaIac.Engine.Tests.Recordings;

namespace HaIac.Engine.Tests.Rendering;

/// <summary>Recorded events in, recorded text out: the display is a function of the events.</summary>
public sealed class RecordedTextTests
{
    /// <summary>Steps whose text holds what the event log does not.</summary>
    private static readonly Dictionary<string, string> NotInEvents = new(StringComparer.Ordinal)
    {
        ["23-secrets/13"] = "--show-secrets: the event log masks them",
        ["42-program-errors/11"] = "--debug: the recordings leave debug messages out",
    };

    private static IEnumerable<TestCaseData> Scenarios()
    {
        var shared = SharedFolder.Find();
        IEnumerable<string> names = shared is null
            ? ["none"]
            : Directory.GetDirectories(Path.Combine(shared, "conformance", "engine-recordings", "recordings")).Select(path => Path.GetFileName(path)).Where(name => HasText(shared, name)).Order(StringComparer.Ordinal);
        return names.Select(name => new TestCaseData(name).SetArgDisplayNames(name));
    }

    /// <summary>Some scenarios are about commands without events, or print JSON.</summary>
    private static bool HasText(string shared, string name)
    {
        var path = Path.Combine(shared, "conformance", "engine-recordings", "recordings", name, "recording.json");
        using var recording = JsonDocument.Parse(File.ReadAllBytes(path), new() { MaxDepth = 2000 });
        return recording.RootElement.GetProperty("steps").EnumerateArray().Any(step =>
            step.TryGetProperty("events", out _) && step.TryGetProperty("stdout", out _)
            && !NotInEvents.ContainsKey($"{name}/{step.GetProperty("step").GetInt32()}"));
    }

    [TestCaseSource(nameof(Scenarios))]
    public void View_RecordedEvents_GiveTheRecordedText(string scenario)
    {
        var path = Path.Combine(SharedFolder.EngineRecordings(), scenario, "recording.json");
        using var recording = JsonDocument.Parse(File.ReadAllText(path), new() { MaxDepth = 2000 });
        var compared = 0;
        var faults = new List<string>();
        foreach (var step in recording.RootElement.GetProperty("steps").EnumerateArray())
        {
            if (!step.TryGetProperty("events", out var events) || !step.TryGetProperty("stdout", out var stdout))
                continue;
            var number = step.GetProperty("step").GetInt32();
            if (NotInEvents.ContainsKey($"{scenario}/{number}"))
                continue;
            var arguments = step.GetProperty("run").EnumerateArray().Select(argument => argument.GetString()!).ToList();
            var expected = RecordedText.LastOperation(stdout.EnumerateArray().Select(line => line.GetString()!));
            var actual = RecordedText.Render(arguments, expected[0], events);
            compared++;
            if (RecordedText.Normal(actual) != RecordedText.Normal(expected))
                faults.Add($"--- {scenario} step {number}: {string.Join(' ', arguments)}\n{RecordedText.Difference(RecordedText.Normal(expected), RecordedText.Normal(actual))}");
        }

        Assert.That(compared, Is.Positive);
        TestContext.Out.WriteLine($"COMPARED {compared} MATCHED {compared - faults.Count}");
        Assert.That(faults, Is.Empty, string.Join('\n', faults));
    }
}
