using System.Collections.Immutable;
using HaIac.Engine.Launching;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Launching;

/// <summary>Real processes: shell scripts stand for built programs.</summary>
[TestFixture, CancelAfter(60_000), Platform(Exclude = "Win", Reason = "the programs are shell scripts")]
internal sealed class DotnetProgramLauncherTests
{
    private string folder = null!;

    [SetUp]
    public void SetUp() => folder = Directory.CreateTempSubdirectory("haiac-launch-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Start_Binary_GetsTheEnvironmentOfTheOfficialHost(CancellationToken ct)
    {
        var lines = await RunAsync("env; pwd", Settings(), ct);

        var variables = lines.Where(line => line.Contains('=')).Select(line => line.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(variables["PULUMI_MONITOR"], Is.EqualTo(new[] { "127.0.0.1:1" }));
            Assert.That(variables["PULUMI_ENGINE"], Is.EqualTo(new[] { "127.0.0.1:2" }));
            Assert.That(variables["PULUMI_PROJECT"], Is.EqualTo(new[] { "demo" }));
            Assert.That(variables["PULUMI_STACK"], Is.EqualTo(new[] { "dev" }));
            Assert.That(variables["PULUMI_ORGANIZATION"], Is.EqualTo(new[] { "organization" }));
            Assert.That(variables["PULUMI_DRY_RUN"], Is.EqualTo(new[] { "true" }));
            Assert.That(variables["PULUMI_QUERY_MODE"], Is.EqualTo(new[] { "false" }));
            Assert.That(variables["PULUMI_PARALLEL"], Is.EqualTo(new[] { "3" }));
            Assert.That(variables["PULUMI_ROOT_DIRECTORY"], Is.EqualTo(new[] { folder }));
            Assert.That(JObject.Parse(variables["PULUMI_CONFIG"].Single()), Is.EqualTo(JObject.Parse("""{"demo:num":"7","demo:pass":"hush"}""")).Using<JObject>(JToken.DeepEquals));
            Assert.That(variables["PULUMI_CONFIG_SECRET_KEYS"], Is.EqualTo(new[] { "[\"demo:pass\"]" }));
            Assert.That(lines[^1], Is.EqualTo(folder));
        }
    }

    [TestCase(0)]
    [TestCase(5)]
    [TestCase(32)]
    public async Task Ended_Binary_TellsTheExitCode(int exitCode)
    {
        Write($"exit {exitCode}");
        using var program = await new DotnetProgramLauncher(Settings()).StartAsync("127.0.0.1:1", "127.0.0.1:2", false, _ => { }, _ => { }, default);

        Assert.That(await program.Ended, Is.EqualTo(exitCode));
    }

    [Test]
    public async Task Start_Binary_PassesBothStreamsOn(CancellationToken ct)
    {
        var errors = new List<string>();
        Write("echo out; echo err >&2");
        var lines = new List<string>();
        using var program = await new DotnetProgramLauncher(Settings()).StartAsync("127.0.0.1:1", "127.0.0.1:2", false, lines.Add, errors.Add, ct);
        await program.Ended;

        Assert.That((lines, errors), Is.EqualTo((new[] { "out" }, new[] { "err" })));
    }

    [Test]
    public async Task Stop_ProgramThatIgnoresInterrupts_EndsItAllTheSame(CancellationToken ct)
    {
        Write("trap '' INT; echo started; while :; do sleep 0.1; done");
        var started = new TaskCompletionSource();
        using var program = await new DotnetProgramLauncher(Settings()).StartAsync("127.0.0.1:1", "127.0.0.1:2", false, _ => started.TrySetResult(), _ => { }, ct);
        await started.Task.WaitAsync(ct);

        await program.StopAsync();

        Assert.That(program.Ended.IsCompleted, Is.True);
    }

    [Test]
    public void Start_MissingBinary_NamesTheFile() =>
        Assert.That(
            () => new DotnetProgramLauncher(Settings()).StartAsync("127.0.0.1:1", "127.0.0.1:2", false, _ => { }, _ => { }, default),
            Throws.TypeOf<LaunchException>().With.Message.Contains(Path.Combine(folder, "app")));

    [Test]
    public void Start_BinaryThatIsNotExecutable_SaysHowToMakeItSo()
    {
        var file = Path.Combine(folder, "app");
        File.WriteAllText(file, "#!/bin/sh\n");

        Assert.That(
            () => new DotnetProgramLauncher(Settings()).StartAsync("127.0.0.1:1", "127.0.0.1:2", false, _ => { }, _ => { }, default),
            Throws.TypeOf<LaunchException>().With.Message.EqualTo($"{file} is not executable.").And.Property("Mend").EndsWith("chmod +x " + file));
    }

    [Test]
    public void Start_OtherRuntime_SaysWhatIsStarted() =>
        Assert.That(
            () => new DotnetProgramLauncher(Settings() with { Runtime = "nodejs" }).StartAsync("127.0.0.1:1", "127.0.0.1:2", false, _ => { }, _ => { }, default),
            Throws.TypeOf<LaunchException>().With.Message.Contains("'nodejs'").And.Message.Contains("'dotnet'"));

    [Test]
    public void Start_FolderWithoutProject_SaysWhatToSet() =>
        Assert.That(
            () => new DotnetProgramLauncher(Settings() with { Binary = null }).StartAsync("127.0.0.1:1", "127.0.0.1:2", false, _ => { }, _ => { }, default),
            Throws.TypeOf<LaunchException>().With.Message.Contains("no .csproj").And.Property("Mend").Contains("main"));

    private ProgramSettings Settings() => new()
    {
        ProjectDirectory = folder,
        ProgramDirectory = folder,
        Runtime = "dotnet",
        Binary = "./app",
        Project = "demo",
        Stack = "dev",
        Parallel = 3,
        Config = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string> { ["demo:num"] = "7", ["demo:pass"] = "hush" }),
        SecretKeys = ["demo:pass"],
    };

    private void Write(string script)
    {
        var app = Path.Combine(folder, "app");
        File.WriteAllText(app, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(app, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private async Task<List<string>> RunAsync(string script, ProgramSettings settings, CancellationToken ct)
    {
        Write(script);
        var lines = new List<string>();
        using var program = await new DotnetProgramLauncher(settings).StartAsync("127.0.0.1:1", "127.0.0.1:2", true, lines.Add, _ => { }, ct);
        await program.Ended;
        return lines;
    }
}
