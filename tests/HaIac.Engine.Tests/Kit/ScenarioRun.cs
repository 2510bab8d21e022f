using System.Collections.Immutable;
using Google.Protobuf;
using HaIac.Engine.BuiltIn;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.Rendering;
using HaIac.Engine.State;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>One step of a scenario as our engine did it.</summary>
internal sealed record StepRecord(
    int Number, int Exit, Deployment After, JObject World, ImmutableArray<CallRecord> Calls, EventList Events, EventList? Preview)
{
    /// <summary>What the command would print.</summary>
    public required ImmutableArray<string> Text { get; init; }

    /// <summary>What <c>--json</c> prints of the preview; empty without one.</summary>
    public string PreviewJson { get; init; } = "";
}

/// <summary>One call of the provider.</summary>
internal sealed record CallRecord(string Method, JObject Request, bool Failed);

/// <summary>Runs a recorded scenario with our engine: in this process, state in memory, the kit's provider over real gRPC.</summary>
internal sealed class ScenarioRun(JObject scenario, string folder)
{
    private readonly List<CallRecord> calls = [];
    private readonly SortedDictionary<string, DeploymentConfigValue> config = new(StringComparer.Ordinal);
    private readonly KitWorld world = KitWorld.From(scenario["world"] as JObject);
    private readonly Dictionary<string, Deployment> states = new(StringComparer.Ordinal) { ["dev"] = Deployment.Empty };
    private string stack = "dev";
    private JObject program = [];

    private Deployment State
    {
        get => states[stack];
        set => states[stack] = value;
    }

    private string Project => (string?)scenario["project"] ?? "demo";

    public async Task<IReadOnlyList<StepRecord>> RunAsync(CancellationToken ct)
    {
        foreach (var unsupported in new[] { "projectFile", "env", "bare", "stack" }.Where(key => scenario[key] is not null))
        {
            throw new KitUnsupportedException("scenario with " + unsupported);
        }

        Write(scenario["files"] as JObject);
        await using var plugin = await KitPlugin.StartKitAsync(world, Record, Path.Combine(folder, "provider"));
        var records = new List<StepRecord>();
        var number = 0;
        foreach (var step in scenario["steps"]!.OfType<JObject>())
        {
            number++;
            Prepare(step);
            if (step["run"] is JArray run && await RunStepAsync(number, run.Select(a => (string)a!).ToList(), plugin, ct) is { } record)
            {
                records.Add(record);
            }
        }

        return records;
    }

    private void Record(string method, IMessage request, IMessage? response)
    {
        lock (calls)
        {
            calls.Add(new CallRecord(method, JObject.Parse(JsonFormatter.Default.Format(request)), response is null));
        }
    }

    private void Write(JObject? files)
    {
        foreach (var (name, text) in files ?? [])
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (text?.Type == JTokenType.String)
            {
                File.WriteAllText(path, (string)text!);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    private void Prepare(JObject step)
    {
        foreach (var unsupported in new[] { "env", "input", "stateFile", "chmod", "signal", "list", "show" }.Where(key => step[key] is not null))
        {
            throw new KitUnsupportedException("step with " + unsupported);
        }

        if ((string?)step["program"] is { } name)
        {
            program = (JObject)scenario["programs"]![name]!;
        }

        if (step["world"] is JObject change)
        {
            world.Merge(change);
        }

        Write(step["files"] as JObject);
    }

    private async Task<StepRecord?> RunStepAsync(int number, List<string> arguments, KitPlugin plugin, CancellationToken ct)
    {
        if (arguments is ["config", "set", ..] && arguments.Skip(2).Where(a => a is not ("--secret" or "--plaintext")).ToList() is [var key, var value])
        {
            var flags = arguments;
            config[key.Contains(':') ? key : $"{Project}:{key}"] = new DeploymentConfigValue(value, flags.Contains("--secret"));
            return null;
        }

        if (arguments is ["stack", "init" or "select", var chosen])
        {
            stack = chosen;
            states.TryAdd(chosen, Deployment.Empty);
            return null;
        }

        if (arguments is ["stack", "rm", var removed, "--yes"])
        {
            states.Remove(removed);
            return null;
        }

        if (arguments is ["state", "unprotect", var target, "--yes"])
        {
            State = State with
            {
                Resources = [.. State.Resources.Select(resource => target == "--all" || target == resource.Urn ? resource with { Protect = false } : resource)],
            };
            return null;
        }

        if (arguments is ["stack", "output", ..] or ["stack"] or ["stack", "--show-urns", ..] or ["stack", "ls", ..] or ["config", "get", ..] or ["config"] or ["stack", "export", ..])
        {
            return null;
        }

        var known = new HashSet<string> { "--suppress-outputs", "--suppress-progress", "--show-full-output", "--show-secrets", "--show-config", "--debug", "--preview-only", "--yes", "--skip-preview", "--diff", "--continue-on-error", "--expect-no-changes", "--show-sames", "--show-reads", "--show-replacement-steps", "--parallel", "--json", "--urns", "--refresh" };
        if (arguments[0] is not ("up" or "preview" or "destroy" or "refresh") || arguments.Skip(1).FirstOrDefault(a => !known.Contains(a) && !int.TryParse(a, out _)) is { })
        {
            throw new KitUnsupportedException("command " + string.Join(' ', arguments));
        }

        calls.Clear();
        EventList? preview = null;
        var succeeded = true;
        var changes = false;
        var previewJson = "";
        if (arguments[0] == "preview" || arguments.Contains("--preview-only") || !arguments.Contains("--skip-preview"))
        {
            preview = new EventList();
            var result = await Deployments.RunAsync(Request(arguments, plugin, isPreview: true, null), preview, ct);
            succeeded = result.Succeeded;
            changes = result.HasChanges;
            previewJson = PreviewDocument.Write(
                [.. preview.Events.Select((happened, at) => new EventRecord(at, DateTimeOffset.UnixEpoch, happened))],
                State,
                result.After,
                new DisplayOptions(Project, stack, OperationKind.Update, IsPreview: true));
        }

        var events = preview;
        if (arguments[0] != "preview" && !arguments.Contains("--preview-only") && succeeded)
        {
            events = new EventList();
            var store = new MemoryStore();
            var result = await Deployments.RunAsync(Request(arguments, plugin, isPreview: false, store), events, ct);
            succeeded = result.Succeeded;
            changes = result.HasChanges;
            State = store.Last!;
        }

        var exit = !succeeded ? 1 : changes && arguments.Contains("--expect-no-changes") ? 7 : 0;
        var text = preview is null ? [] : StepText.Render(arguments, Project, stack, isPreview: true, preview.Events);
        text = events == preview ? text : [.. text, .. StepText.Render(arguments, Project, stack, isPreview: false, events!.Events)];
        return new StepRecord(number, exit, State, world.Objects, [.. calls], events!, preview) { Text = [.. text], PreviewJson = previewJson };
    }

    private DeploymentRequest Request(List<string> arguments, KitPlugin plugin, bool isPreview, IStackStore? store)
    {
        var at = arguments.IndexOf("--parallel");
        var parallel = at >= 0 ? int.Parse(arguments[at + 1]) : (int?)scenario["parallel"] ?? 1;
        return new DeploymentRequest
        {
            Kind = arguments[0] switch
            {
                "destroy" => DeploymentKind.Destroy,
                "refresh" => DeploymentKind.Refresh,
                _ => DeploymentKind.Update,
            },
            Refresh = arguments.Contains("--refresh"),
            IsPreview = isPreview,
            Project = Project,
            Stack = stack,
            OtherStacks = new Stacks(this),
            Base = State,
            Store = store,
            Program = new KitProgram(program, new KitStack(Project, stack, config), parallel),
            Plugins = new PluginSearch { ProjectDirectory = folder, ProjectPlugins = [new ProjectPlugin("kit", plugin.Folder)] },
            ProjectDirectory = folder,
            ProgramDirectory = folder,
            Config = config.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Parallel = parallel,
            ContinueOnError = arguments.Contains("--continue-on-error"),
        };
    }

    private sealed class Stacks(ScenarioRun run) : IOtherStacks
    {
        public Task<Deployment?> ReadAsync(string name, CancellationToken ct) =>
            Task.FromResult(run.states.GetValueOrDefault(StackName.Parse(name, run.Project).Stack));
    }
}
