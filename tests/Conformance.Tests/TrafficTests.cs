using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Tests;

/// <summary>Each program of the kit, run against a recorder, must send what the official SDK sent.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class TrafficTests
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

    [Test]
    public void Kit_IsThere() => Assert.That(Cases(), Is.Not.Empty);

    [TestCaseSource(nameof(Cases))]
    public async Task Program_RunAgainstRecorder_SendsWhatIsRecorded(string name)
    {
        var scenario = new Scenario(name);
        var assembly = s_compiler!.Compile(name, scenario.Source);
        foreach (var variant in scenario.Variants)
        {
            var key = Deviations.Traffic.ContainsKey(name) ? name : $"{name} {variant}";
            var deviations = new AppliedDeviations(Deviations.Traffic.GetValueOrDefault(key, []));

            var differences = await DifferencesAsync(scenario, variant, assembly, deviations);

            Assert.That(differences, Is.Empty, $"Variant {variant}");
            Assert.That(deviations.Unused, Is.Empty, "These deviations are listed but not needed: take them off the list.");
        }
    }

    private static IEnumerable<string> Cases() => ConformanceKit.Scenarios("sdk-traffic");

    private static async Task<IReadOnlyList<string>> DifferencesAsync(Scenario scenario, string variant, string assembly, AppliedDeviations deviations)
    {
        await using var recorder = await Recorder.StartAsync(new ScenarioAnswers(scenario, variant));
        var folder = Directory.CreateTempSubdirectory("haiac-conformance-run-");
        try
        {
            foreach (var (path, text) in scenario.Files)
            {
                var file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllTextAsync(file, text);
            }

            var environment = scenario.Environment(variant);
            environment["PULUMI_MONITOR"] = recorder.Address;
            environment["PULUMI_ENGINE"] = recorder.Address;
            var run = await ProgramRun.StartAsync(assembly, folder.FullName, environment);
            return [.. CompareExit(scenario, variant, run, recorder, deviations), .. CompareCalls(scenario, variant, recorder, deviations)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> CompareExit(Scenario scenario, string variant, ProgramRun run, Recorder recorder, AppliedDeviations deviations)
    {
        var expected = scenario.Exit(variant);
        if (run.ExitCode != (int)expected["exitCode"]!)
        {
            yield return $"exit code {run.ExitCode} instead of {expected["exitCode"]}";
        }

        if (recorder.Signalled != (bool)expected["signalled"]!)
        {
            yield return $"signalled {recorder.Signalled} instead of {expected["signalled"]}";
        }

        var lines = Lines(run.Output);
        var wanted = ((JsonArray)expected["stdout"]!).Select(l => Free(deviations.Apply((string)l!))).ToArray();
        if (scenario.StdoutUnordered)
        {
            Array.Sort(lines, StringComparer.Ordinal);
            Array.Sort(wanted, StringComparer.Ordinal);
        }

        if (!lines.SequenceEqual(wanted))
        {
            yield return $"stdout:\n{string.Join('\n', lines)}\ninstead of:\n{string.Join('\n', wanted)}";
        }

        if ((run.Errors.Length == 0) != ((string?)expected["stderr"] == "empty"))
        {
            yield return $"stderr: '{run.Errors}' instead of {expected["stderr"]}";
        }
    }

    private static string[] Lines(string output)
        => output.Length == 0 ? [] : output.TrimEnd('\n').Split('\n').Select(Free).ToArray();

    /// <summary>CLR type names inside printed messages are free, and so is how a failed call is wrapped.</summary>
    private static string Free(string line)
    {
        line = Regex.Replace(line, @"^[\w.+]+Exception: (Status\(.*Detail=""([^""]*)""\))?", "$2");
        line = Regex.Replace(line, @"is not a valid System\.Collections.*$", "is not a valid list");
        return line;
    }

    private static IEnumerable<string> CompareCalls(Scenario scenario, string variant, Recorder recorder, AppliedDeviations deviations)
    {
        foreach (var fault in recorder.OrderFaults)
        {
            yield return "order: " + fault;
        }

        var recording = scenario.Recording(variant);
        var form = new TrafficForm(jsonTextIsExact: scenario.Name.StartsWith("15-", StringComparison.Ordinal));
        var expected = form.OfRecording(recording["calls"]).Select(deviations.Apply).ToList();
        var sometimes = form.OfRecording(recording["sometimes"]).Select(deviations.Apply).ToList();
        var actual = recorder.Calls.SelectMany(form.Of).ToList();
        foreach (var difference in (int)scenario.Exit(variant)["exitCode"]! == 0
            ? Passing(expected, actual)
            : Failing(expected, sometimes, actual))
        {
            yield return difference;
        }
    }

    private static IEnumerable<string> Passing(List<string> expected, List<string> actual)
    {
        var missing = new List<string>(expected);
        var extra = actual.Where(a => !missing.Remove(a)).ToList();
        return missing.Select(m => "missing: " + m).Concat(extra.Select(e => "extra:   " + e)).Order(StringComparer.Ordinal);
    }

    /// <summary>A failing program stops at the first failure, so only its errors are sure.</summary>
    private static IEnumerable<string> Failing(List<string> expected, List<string> sometimes, List<string> actual)
    {
        static bool IsError(string call) => call.StartsWith("Engine/Log", StringComparison.Ordinal) && call.Contains("severity: \"ERROR\"", StringComparison.Ordinal);
        var errors = actual.Where(IsError).ToList();
        var sure = expected.Where(IsError).ToList();
        var either = sometimes.Where(IsError).ToList();
        if (sure.Count > 0 ? !sure.TrueForAll(errors.Contains) : either.Count > 0 && !either.Exists(errors.Contains))
        {
            yield return $"errors:\n{string.Join('\n', errors)}\ninstead of:\n{string.Join('\n', sure.Concat(either))}";
        }

        foreach (var error in errors.Except(sure).Except(either))
        {
            yield return "extra error: " + error;
        }

        foreach (var call in actual.Where(c => !IsError(c)).Except(expected).Except(sometimes))
        {
            if (!call.StartsWith("ResourceMonitor/Register", StringComparison.Ordinal))
            {
                yield return "extra:   " + call;
            }
        }
    }
}
