using System.Text.Json;
using System.Text.Json.Nodes;
using HaIac.Cli.Operations;
using HaIac.Engine;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.Rendering;
using HaIac.Engine.State;
using HaIac.Engine.Tests.Recordings;

namespace HaIac.Cli.Tests.Operations;

/// <summary>What <c>--json</c> prints while an operation runs: recorded events in, recorded lines out.</summary>
public sealed class RecordedEventLinesTests
{
    [Test]
    public async Task Emit_RecordedEvents_PrintsTheRecordedLines()
    {
        var path = Path.Combine(SharedFolder.EngineRecordings(), "02-preview-forms", "recording.json");
        var recording = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        var steps = recording["steps"]!.AsArray().Where(step => step!["stdoutDocuments"] is JsonArray { Count: > 1 }).ToList();
        Assert.That(steps.Select(step => (int)step!["step"]!), Is.EqualTo([2, 16, 17, 18]));
        using (Assert.EnterMultipleScope())
        {
            foreach (var step in steps)
            {
                var printed = Print(step!["events"]!.AsArray());
                var recorded = step["stdoutDocuments"]!.AsArray().Skip(1).Select(line => Form(line!.DeepClone()));
                Assert.That(printed, Is.EqualTo(recorded), $"step {step["step"]}");
            }
        }
    }

    private static List<string> Print(JsonArray events)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var host = new CliHost
        {
            Out = output,
            Error = TextWriter.Null,
            In = TextReader.Null,
            Environment = _ => null,
            Directory = Path.GetTempPath(),
            Interrupts = new NoInterrupts(),
        };
        var request = new DeploymentRequest
        {
            Kind = DeploymentKind.Update,
            Project = "demo",
            Stack = "dev",
            Base = Deployment.Empty,
            Plugins = new PluginSearch { ProjectDirectory = host.Directory },
            ProjectDirectory = host.Directory,
            ProgramDirectory = host.Directory,
        };
        var settings = new OperationSettings { Kind = DeploymentKind.Update, Json = true };
        using (var sink = new OperationSink(host, settings, new DisplayOptions("demo", "dev", OperationKind.Update, IsPreview: false), request))
        {
            sink.Begin();
            foreach (var happened in events)
            {
                var text = happened!.ToJsonString().Replace("\"<seconds>\"", "0", StringComparison.Ordinal);
                using var json = JsonDocument.Parse(text);
                sink.Emit(EventJsonReader.Read(json.RootElement).Event);
            }
        }

        return [.. output.ToString().TrimEnd('\n').Split('\n').Select(line => Form(JsonNode.Parse(line)!))];
    }

    /// <summary>A line without what differs from run to run.</summary>
    private static string Form(JsonNode line)
    {
        line.AsObject().Remove("sequence");
        line.AsObject().Remove("timestamp");
        if (line["summaryEvent"] is JsonObject summary)
        {
            summary["durationSeconds"] = 0;
        }

        return line.ToJsonString();
    }

    private sealed class NoInterrupts : IInterrupts
    {
        public CancellationToken Stop => CancellationToken.None;

        public CancellationToken Abort => CancellationToken.None;
    }
}
