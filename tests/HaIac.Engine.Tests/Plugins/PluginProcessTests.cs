using HaIac.Engine.Launching;
using HaIac.Engine.Plugins;

namespace HaIac.Engine.Tests.Plugins;

/// <summary>Plugins that do not start as they should: each gets its own message with what the plugin said.</summary>
[TestFixture, CancelAfter(60_000), Platform(Exclude = "Win", Reason = "the plugins are shell scripts")]
internal sealed class PluginProcessTests
{
    private string folder = null!;

    [SetUp]
    public void SetUp() => folder = Directory.CreateTempSubdirectory("haiac-plugin-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Start_EndsAtOnce_TellsExitCodeAndOutput(CancellationToken ct) =>
        Assert.That(
            () => StartAsync("echo cannot find my library >&2; exit 7", ct),
            Throws.TypeOf<PluginException>().With.Message.Contains("HAI1406").And.Message.Contains("exit code 7").And.Message.Contains("cannot find my library"));

    [Test]
    public void Start_SaysSomethingElseThanAPort_QuotesIt(CancellationToken ct) =>
        Assert.That(
            () => StartAsync("echo hello; sleep 60", ct),
            Throws.TypeOf<PluginException>().With.Message.Contains("HAI1408").And.Message.Contains("\"hello\""));

    [TestCase("0")]
    [TestCase("70000")]
    [TestCase("-1")]
    public void Start_PortOutOfRange_IsRefused(string port) =>
        Assert.That(() => StartAsync($"echo {port}; sleep 60", default), Throws.TypeOf<PluginException>().With.Message.Contains("HAI1408"));

    [Test]
    public void Start_NoExecutable_NamesIt(CancellationToken ct) =>
        Assert.That(
            () => PluginProcess.StartAsync(new PluginExecutable("kit", CommandLine.Of(Path.Combine(folder, "none")), folder), Host(), ct),
            Throws.TypeOf<PluginException>().With.Message.Contains(Path.Combine(folder, "none")));

    [Test]
    public void Start_FileThatIsNotExecutable_SaysSo(CancellationToken ct)
    {
        var file = Path.Combine(folder, "plain");
        File.WriteAllText(file, "#!/bin/sh\n");

        Assert.That(
            () => PluginProcess.StartAsync(new PluginExecutable("kit", CommandLine.Of(file), folder), Host(), ct),
            Throws.TypeOf<PluginException>().With.Message.Contains("HAI1405").And.Message.Contains(file + " is not executable").And.Message.Contains("chmod +x"));
    }

    [Test]
    public void Load_PortWhereNothingListens_SaysSo(CancellationToken ct) =>
        Assert.That(
            async () => await ProviderClient.LoadAsync(new PluginExecutable("kit", Script("echo 1; exit 0"), folder), Host(), ct),
            Throws.TypeOf<PluginException>().With.Message.Contains("HAI1409"));

    [Test]
    public async Task Start_PortWithSpaces_IsRead(CancellationToken ct)
    {
        using var plugin = await StartAsync("printf ' 4711 \\r\\n'; read line", ct);

        Assert.That(plugin.Address, Is.EqualTo("127.0.0.1:4711"));
    }

    private Task<PluginProcess> StartAsync(string script, CancellationToken ct) =>
        PluginProcess.StartAsync(new PluginExecutable("kit", Script(script), folder), Host(), ct);

    private PluginHost Host() => new() { EngineAddress = "127.0.0.1:1", ProgramDirectory = folder, Project = "demo" };

    private CommandLine Script(string text)
    {
        var path = Path.Combine(folder, "pulumi-resource-kit");
        File.WriteAllText(path, "#!/bin/sh\n" + text + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return CommandLine.Of(path);
    }
}
