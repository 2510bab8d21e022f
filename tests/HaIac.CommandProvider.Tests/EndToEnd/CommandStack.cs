using System.Collections.Immutable;
using HaIac.CommandProvider.Tests.Kit;
using HaIac.Engine;
using HaIac.Engine.Events;
using HaIac.Engine.Launching;
using HaIac.Engine.Plugins;
using HaIac.Engine.Projects;
using HaIac.Engine.State;

namespace HaIac.CommandProvider.Tests.EndToEnd;

/// <summary>A stack of the program of package command: the real program and the real plugin, each in its own process, under the engine of <c>haiac</c>.</summary>
internal sealed class CommandStack : IStackStore, IEventSink, IDisposable
{
    private readonly Lock gate = new();
    private readonly List<EngineEvent> events = [];

    private readonly string program;
    private readonly string project;
    private readonly ImmutableArray<ProjectPlugin> plugins;

    /// <summary>A stack of the tests' own program.</summary>
    public CommandStack(string scenario)
        : this("tests/Pulumi.Command.Program", "demo", [new ProjectPlugin("command", Path.Combine(Root(), "artifacts/plugins/command"))]) => Config["scenario"] = scenario;

    private CommandStack(string program, string project, ImmutableArray<ProjectPlugin> plugins)
    {
        this.program = program;
        this.project = project;
        this.plugins = plugins;
    }

    /// <summary>A stack of an example, as its Pulumi.yaml describes it.</summary>
    public static CommandStack OfExample(string name)
    {
        var found = ProjectLoader.Read(Path.Combine(Root(), "examples", name, "Pulumi.yaml"));
        return new CommandStack($"examples/{name}", found.Name, [.. found.Plugins.Select(plugin => plugin with { Path = Path.GetFullPath(plugin.Path, found.Directory) })]);
    }

    public TemporaryFolder Folder { get; } = new();

    public Dictionary<string, string> Config { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Secrets { get; } = new(StringComparer.Ordinal);

    public Deployment State { get; private set; } = Deployment.Empty;

    /// <summary>Cancelled to give up what runs.</summary>
    public CancellationToken Abort { get; set; }

    public IEnumerable<string> Errors
    {
        get
        {
            lock (gate)
            {
                return [.. events.OfType<DiagnosticEvent>().Where(e => e.Severity == DiagnosticSeverity.Error).Select(e => e.Message)];
            }
        }
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. events.OfType<DiagnosticEvent>().Where(e => e.Ephemeral).Select(e => e.Message.TrimEnd())];
            }
        }
    }

    /// <summary>Runs an operation.</summary>
    /// <returns>How often each step was done, as in <c>create 2, same 1</c>.</returns>
    public async Task<string> UpAsync(bool preview = false, DeploymentKind kind = DeploymentKind.Update)
    {
        var result = await RunAsync(preview, kind);
        Assert.That(result.Succeeded, Is.True, string.Join('\n', Errors));
        return string.Join(", ", result.Changes.Where(change => change.Value > 0).Select(change => $"{change.Key} {change.Value}").Order(StringComparer.Ordinal));
    }

    public Task<string> DestroyAsync() => UpAsync(kind: DeploymentKind.Destroy);

    public async Task<DeploymentResult> RunAsync(bool preview = false, DeploymentKind kind = DeploymentKind.Update)
    {
        lock (gate)
        {
            events.Clear();
        }

        var config = Config.ToImmutableSortedDictionary(pair => $"{project}:{pair.Key}", pair => pair.Value, StringComparer.Ordinal);
        return await Deployments.RunAsync(
            new DeploymentRequest
            {
                Kind = kind,
                IsPreview = preview,
                Project = project,
                Stack = "dev",
                Base = State,
                Store = preview ? null : this,
                Program = new DotnetProgramLauncher(new ProgramSettings
                {
                    ProjectDirectory = Folder.Path,
                    ProgramDirectory = Folder.Path,
                    Runtime = "dotnet",
                    Binary = Built(program),
                    Project = project,
                    Stack = "dev",
                    Config = config,
                    SecretKeys = [.. Secrets.Select(key => $"{project}:{key}")],
                    Parallel = 4,
                }),
                Plugins = new PluginSearch { ProjectDirectory = Folder.Path, ProjectPlugins = plugins },
                ProjectDirectory = Folder.Path,
                ProgramDirectory = Folder.Path,
                Abort = Abort,
                Config = config.ToImmutableSortedDictionary(pair => pair.Key, pair => new DeploymentConfigValue(pair.Value, Secrets.Contains(pair.Key[(project.Length + 1)..])), StringComparer.Ordinal),
            },
            this,
            Abort);
    }

    public Task SaveAsync(Deployment deployment, CancellationToken ct = default)
    {
        State = deployment;
        return Task.CompletedTask;
    }

    public void Emit(EngineEvent happened)
    {
        lock (gate)
        {
            events.Add(happened);
        }
    }

    public void Dispose() => Folder.Dispose();

    /// <summary>What was built of a project, beside what was built of this one.</summary>
    private static string Built(string folder)
    {
        var output = Path.GetRelativePath(Path.Combine(Root(), "tests", "HaIac.CommandProvider.Tests"), AppContext.BaseDirectory);
        return Path.Combine(Root(), folder, output, Path.GetFileName(folder) + ".dll");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HaIac.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
