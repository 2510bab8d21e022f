using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Misbehaving;

/// <summary>One served provider for all tests of a fixture: it must live through everything that they have it do.</summary>
internal abstract class BentFixture
{
    private readonly CancellationTokenSource stop = new();
    private string folder = "";
    private Task serving = Task.CompletedTask;

    protected BentProvider Provider { get; } = new();

    protected EngineHarness Engine { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("haiac-bent-").FullName;
        using var port = new PortLine();
        serving = Pulumi.Experimental.Provider.Provider.Serve([], "1.0.0", _ => Provider, stop.Token, port);
        await await Task.WhenAny(serving, port.Port).WaitAsync(TimeSpan.FromSeconds(60));
        await KitPlugin.WriteScriptAsync(folder, "bent", await port.Port);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await serving;
        stop.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [SetUp]
    public void Begin()
    {
        Provider.Method = "";
        Engine = new EngineHarness();
    }

    [TearDown]
    public async Task EndAsync() => await Engine.DisposeAsync();

    /// <summary>Runs with the provider as a plugin of the project, on as long as anything can go on.</summary>
    protected Task<DeploymentResult> RunAsync(
        DeploymentKind kind, Func<WrittenProgram.Api, Task>? body = null, CancellationToken cancel = default, bool isPreview = false) =>
        Engine.RunAsync(kind, body is null ? null : new WrittenProgram(body), isPreview, null, true, cancel, request => request with
        {
            Plugins = new PluginSearch { ProjectDirectory = Engine.Folder, ProjectPlugins = [new ProjectPlugin("bent", folder)] },
        });

    /// <summary>Declares a resource of the provider.</summary>
    protected static async Task<string> ThingAsync(WrittenProgram.Api api, string name, string value) =>
        (await api.RegisterAsync("bent:index:Thing", name, request => request.Object = WrittenProgram.Api.Fields(new { value }))).Id;

    /// <summary>Declares one resource before the victim, the victim, and one after it.</summary>
    protected static Func<WrittenProgram.Api, Task> Three(string value) => async api =>
    {
        await ThingAsync(api, "before", value);
        await ThingAsync(api, BentProvider.Victim, value);
        await ThingAsync(api, "after", value);
    };

    /// <summary>The resources of the state with their value: "before=v1".</summary>
    protected string[] Things() => [.. Engine.State.Resources.Where(r => r.Type == "bent:index:Thing").Select(Text).Order(StringComparer.Ordinal)];

    protected StateResource? Bad() => Engine.State.Resources.SingleOrDefault(r => r.Type == "bent:index:Thing" && r.Urn.EndsWith("::bad", StringComparison.Ordinal));

    private static string Text(StateResource resource) =>
        $"{resource.Urn.Split("::")[^1]}={(resource.Outputs.TryGetValue("value", out var value) && value is WireText text ? text.Value : "?")}";
}
