using System.Collections.Immutable;
using Google.Protobuf;
using HaIac.Engine.BuiltIn;
using HaIac.Engine.Launching;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>Runs the engine on small programs with the kit's provider; remembers the state between operations.</summary>
internal sealed class EngineHarness : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("haiac-engine-").FullName;
    private readonly Lock gate = new();
    private readonly List<(string Method, string Urn)> answered = [];
    private readonly List<IMessage> requests = [];
    private KitPlugin? plugin;

    public KitWorld World { get; } = new();

    public EventList Events { get; private set; } = new();

    public MemoryStore Store { get; private set; } = new();

    public Deployment State { get; set; } = Deployment.Empty;

    public int Parallel { get; set; } = 16;

    public CancellationToken Abort { get; set; }

    public string Folder => folder;

    /// <summary>Other stacks that programs may refer to.</summary>
    public IOtherStacks? OtherStacks { get; set; }

    /// <summary>Configuration of the stack.</summary>
    public ImmutableSortedDictionary<string, DeploymentConfigValue> Config { get; set; } = ImmutableSortedDictionary<string, DeploymentConfigValue>.Empty;

    /// <summary>Messages to the provider in the order of their answers.</summary>
    public IReadOnlyList<IMessage> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>Provider calls in the order of their answers.</summary>
    public IReadOnlyList<(string Method, string Urn)> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. answered];
            }
        }
    }

    public int PluginsStarted => plugin?.Started ?? 0;

    public static JObject Thing(string name, object? inputs = null, object? options = null) => JObject.FromObject(
        new { name, type = "kit:index:Thing", inputs = inputs ?? new { }, options = options ?? new { } });

    public static JObject Program(params JObject[] resources) => new(new JProperty("resources", new JArray(resources)));

    public Task<DeploymentResult> UpAsync(JObject program, CancellationToken cancel = default, MemoryStore? store = null, bool continueOnError = false) =>
        RunAsync(DeploymentKind.Update, new KitProgram(program, new KitStack("demo", "dev", ImmutableDictionary<string, DeploymentConfigValue>.Empty)), false, store, continueOnError, cancel);

    public Task<DeploymentResult> UpAsync(Func<WrittenProgram.Api, Task> body) => UpAsync(new WrittenProgram(body));

    public Task<DeploymentResult> UpAsync(IProgramLauncher program) => RunAsync(DeploymentKind.Update, program, false, null, false, default);

    public Task<DeploymentResult> PreviewAsync(Func<WrittenProgram.Api, Task> body) =>
        RunAsync(DeploymentKind.Update, new WrittenProgram(body), true, null, false, default);

    public Task<DeploymentResult> PreviewAsync(JObject program) =>
        RunAsync(DeploymentKind.Update, new KitProgram(program, new KitStack("demo", "dev", ImmutableDictionary<string, DeploymentConfigValue>.Empty)), true, null, false, default);

    public Task<DeploymentResult> DestroyAsync(CancellationToken cancel = default) =>
        RunAsync(DeploymentKind.Destroy, null, false, null, false, cancel);

    public Task<DeploymentResult> RefreshAsync(Func<DeploymentRequest, DeploymentRequest>? change = null, bool isPreview = false) =>
        RunAsync(DeploymentKind.Refresh, null, isPreview, null, false, default, change);

    public Task<DeploymentResult> RunAsync(DeploymentKind kind, IProgramLauncher? program, Func<DeploymentRequest, DeploymentRequest> change) =>
        RunAsync(kind, program, false, null, false, default, change);

    public async Task<DeploymentResult> RunAsync(
        DeploymentKind kind, IProgramLauncher? program, bool isPreview, MemoryStore? store, bool continueOnError, CancellationToken cancel,
        Func<DeploymentRequest, DeploymentRequest>? change = null)
    {
        plugin ??= await KitPlugin.StartKitAsync(World, Record, Path.Combine(folder, "provider"));
        Events = new EventList();
        Store = store ?? new MemoryStore();
        lock (gate)
        {
            answered.Clear();
            requests.Clear();
        }

        var request = new DeploymentRequest
        {
            Kind = kind,
            IsPreview = isPreview,
            Project = "demo",
            Stack = "dev",
            Base = State,
            Store = isPreview ? null : Store,
            Program = program,
            Plugins = new PluginSearch { ProjectDirectory = folder, ProjectPlugins = [new ProjectPlugin("kit", plugin.Folder)] },
            ProjectDirectory = folder,
            ProgramDirectory = folder,
            Parallel = Parallel,
            OtherStacks = OtherStacks,
            Config = Config,
            ContinueOnError = continueOnError,
            Abort = Abort,
        };
        var result = await Deployments.RunAsync(change?.Invoke(request) ?? request, Events, cancel);
        if (!isPreview && Store.Last is { } saved)
        {
            State = saved;
        }

        return result;
    }

    public async ValueTask DisposeAsync()
    {
        if (plugin is not null)
        {
            await plugin.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Record(string method, IMessage request, IMessage? response)
    {
        var urn = request.Descriptor.FindFieldByName("urn")?.Accessor.GetValue(request) as string ?? "";
        lock (gate)
        {
            requests.Add(request);
            answered.Add((method, urn.Split("::")[^1]));
        }
    }
}
