using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaIac.Cli.Tests.Operations;

/// <summary>The order of things around an operation; programs here are scripts that declare nothing.</summary>
[Platform(Exclude = "Win", Reason = "the programs are shell scripts")]
public sealed class OperationRunnerTests
{
    [Test]
    public async Task Up_ProgramThatDeclaresNothing_SucceedsAndKeepsAHistory()
    {
        using var project = await ProjectAsync("exit 0\n");

        var result = await project.RunAsync("up", "--yes", "--message", "first");

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, Does.Match(@"^Previewing update \(dev\):\n\n(.*\n)+?Resources:\n\nUpdating \(dev\):\n\n(.*\n)+?Resources:\n\nDuration: "));
        Assert.That(result.Out, Does.Contain("warning: HAI1442: Program declared nothing").And.Contain("Deployment.RunAsync"));
        var history = Directory.GetFiles(project.PathOf(".pulumi/history/demo/dev"), "*.history.json");
        Assert.That(history, Has.Length.EqualTo(1));
        using var record = JsonDocument.Parse(await File.ReadAllTextAsync(history[0]));
        Assert.That((record.RootElement.GetProperty("kind").GetString(), record.RootElement.GetProperty("message").GetString(), record.RootElement.GetProperty("result").GetString()), Is.EqualTo(("update", "first", "succeeded")));
        Assert.That(Directory.GetFiles(project.PathOf(".pulumi/locks/organization/demo/dev")), Is.Empty);
    }

    [Test]
    public async Task Refresh_Any_RunsNoProgramAndKeepsAHistory()
    {
        using var project = await ProjectAsync("exit 5\n");

        var result = await project.RunAsync("refresh", "--yes");

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, Does.Match(@"^Previewing refresh \(dev\):\n\n(.*\n)*?Resources:\n\nRefreshing \(dev\):\n\n(.*\n)*?Resources:\n\nDuration: "));
        using var record = JsonDocument.Parse(await File.ReadAllTextAsync(Directory.GetFiles(project.PathOf(".pulumi/history/demo/dev"), "*.history.json").Single()));
        Assert.That(record.RootElement.GetProperty("kind").GetString(), Is.EqualTo("refresh"));
    }

    [Test]
    public async Task Refresh_Question_SaysThatOnlyTheStateChanges()
    {
        using var project = await ProjectAsync("exit 5\n");

        var result = await project.RunAsync("no\n", ["refresh"]);

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Out, Does.Contain("Do you want to perform this refresh?").And.Contain("Only the state is changed"));
    }

    [TestCase("other", 0, "secretOutputNames")]
    [TestCase("organization/demo/gone", 1, "unknown stack \"organization/demo/gone\"")]
    public async Task Refresh_ReferenceToAnotherStack_ReadsItFromTheBackend(string other, int exit, string told)
    {
        using var project = await ProjectAsync("exit 5\n");
        Assert.That((await project.RunAsync("stack", "init", "other")).Exit, Is.Zero);
        const string Stack = "urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev";
        const string Provider = "urn:pulumi:dev::demo::pulumi:providers:pulumi::default";
        var state = JsonNode.Parse(project.Read(".pulumi/stacks/demo/dev.json"))!;
        state["checkpoint"]!["latest"]!["resources"] = JsonNode.Parse($$"""
            [{"urn":"{{Stack}}","custom":false,"type":"pulumi:pulumi:Stack"},
             {"urn":"{{Provider}}","custom":true,"id":"p-1","type":"pulumi:providers:pulumi"},
             {"urn":"urn:pulumi:dev::demo::pulumi:pulumi:StackReference::ref","custom":true,"id":"{{other}}","type":"pulumi:pulumi:StackReference",
              "inputs":{"name":"{{other}}"},"outputs":{"name":"{{other}}"},"parent":"{{Stack}}","external":true,"provider":"{{Provider}}::p-1"}]
            """);
        project.Write(".pulumi/stacks/demo/dev.json", state.ToJsonString());

        var result = await project.RunAsync("refresh", "--yes", "--skip-preview", "--stack", "dev");

        Assert.That(result.Exit, Is.EqualTo(exit), result.Out + result.Error);
        Assert.That(result.Out + project.Read(".pulumi/stacks/demo/dev.json"), Does.Contain(told));
    }

    [TestCase("up")]
    [TestCase("preview")]
    [TestCase("destroy")]
    [TestCase("refresh")]
    public async Task Refresh_ObjectThatCannotBeRead_FailsBeforeAnythingElse(string verb)
    {
        using var project = await ProjectAsync("echo the program ran\n");
        const string Stack = "urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev";
        const string Provider = "urn:pulumi:dev::demo::pulumi:providers:zzz::default";
        var state = JsonNode.Parse(project.Read(".pulumi/stacks/demo/dev.json"))!;
        state["checkpoint"]!["latest"]!["resources"] = JsonNode.Parse($$"""
            [{"urn":"{{Stack}}","custom":false,"type":"pulumi:pulumi:Stack"},
             {"urn":"{{Provider}}","custom":true,"id":"p-1","type":"pulumi:providers:zzz"},
             {"urn":"urn:pulumi:dev::demo::zzz:index:Box::a","custom":true,"id":"a-1","type":"zzz:index:Box","parent":"{{Stack}}","provider":"{{Provider}}::p-1"}]
            """);
        project.Write(".pulumi/stacks/demo/dev.json", state.ToJsonString());
        string[] options = verb == "preview" ? ["--refresh"] : verb == "refresh" ? ["--yes"] : ["--refresh", "--yes"];

        var result = await project.RunAsync([verb, .. options]);

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Out + result.Error, Does.Contain("HAI1401").And.Contain("pulumi-resource-zzz").And.Not.Contain("the program ran"));
        Assert.That(project.Read(".pulumi/stacks/demo/dev.json"), Does.Contain("\"a-1\""));
    }

    [Test]
    public async Task Preview_Any_LeavesStateLocksAndHistoryAlone()
    {
        using var project = await ProjectAsync("exit 0\n");
        var before = project.Read(".pulumi/stacks/demo/dev.json");

        var result = await project.RunAsync("preview");

        Assert.That(result.Exit, Is.Zero);
        Assert.That(project.Read(".pulumi/stacks/demo/dev.json"), Is.EqualTo(before));
        Assert.That(Directory.Exists(project.PathOf(".pulumi/history")), Is.False);
        Assert.That(Directory.Exists(project.PathOf(".pulumi/locks")), Is.False);
    }

    [Test]
    public async Task Up_ProgramThatFails_ShowsItsTextAndExitsWith1()
    {
        using var project = await ProjectAsync("echo to output; echo to error >&2; exit 5\n");

        var result = await project.RunAsync("up", "--yes");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Out, Does.Contain("to output").And.Contain("to error").And.Contain("exit code 5").And.Not.Contain("Updating (dev)"));
    }

    [TestCase("up")]
    [TestCase("destroy")]
    [TestCase("refresh")]
    public async Task Operation_NobodyToAsk_ExitsWith2BeforeAnything(string verb)
    {
        using var project = await ProjectAsync("exit 0\n");

        var result = await project.RunAsync(verb);

        Assert.That((result.Exit, result.Out), Is.EqualTo((2, "")));
        Assert.That(result.Error, Does.Contain("--yes"));
    }

    [TestCase("no\n", 1, false)]
    [TestCase("\n", 1, false)]
    [TestCase("details\nyes\n", 0, true)]
    [TestCase("maybe\ny\n", 0, true)]
    public async Task Up_Question_DecidesWhetherItHappens(string typed, int exit, bool happens)
    {
        using var project = await ProjectAsync("exit 0\n");

        var result = await project.RunAsync(typed, ["up"]);

        Assert.That(result.Exit, Is.EqualTo(exit));
        Assert.That(result.Out.Contains("Updating (dev)", StringComparison.Ordinal), Is.EqualTo(happens));
        Assert.That(result.Out, Does.Contain("Do you want to perform this update?"));
    }

    [Test]
    public async Task Up_NonInteractiveAtATerminal_AsksNothing()
    {
        using var project = await ProjectAsync("exit 0\n");

        Assert.That((await project.RunAsync("yes\n", ["up", "--non-interactive"])).Exit, Is.EqualTo(2));
    }

    [Test]
    public async Task Up_CtrlCAtTheQuestion_EndsAndGivesTheLockBack()
    {
        using var project = await ProjectAsync("exit 0\n");
        using var stop = new CancellationTokenSource();
        using var terminal = new SilentTerminal(stop);

        var result = await project.RunAsync(terminal, stop.Token, ["up"]);

        Assert.That((result.Exit, result.Error), Is.EqualTo((1, "error: canceled\n")));
        Assert.That(Directory.GetFiles(project.PathOf(".pulumi/locks/organization/demo/dev")), Is.Empty);
    }

    [Test]
    public async Task Up_FullDisk_SaysSoAndKeepsTheOldState()
    {
        using var project = await ProjectAsync("exit 0\n");
        var state = project.Read(".pulumi/stacks/demo/dev.json");
        var folder = project.PathOf(".pulumi/stacks/demo");
        if (!OperatingSystem.IsLinux() || !Run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder))
            Assert.Ignore("a small disk cannot be mounted here; that needs root and mount(8)");
        try
        {
            project.Write(".pulumi/stacks/demo/dev.json", state);
            Assert.That(() => FillDisk(project), Throws.InstanceOf<IOException>());

            var result = await project.RunAsync("up", "--yes", "--skip-preview");

            Assert.That(result.Exit, Is.EqualTo(1));
            Assert.That(result.Out + result.Error, Does.Contain("HAI1120").And.Contain("Make room").And.Not.Contain("   at "));
            Assert.That(project.Read(".pulumi/stacks/demo/dev.json"), Is.EqualTo(state));
        }
        finally
        {
            Run("umount", folder);
        }
    }

    [Test]
    public async Task Up_LockedStack_NamesTheOwnerAndChangesNothing()
    {
        using var project = await ProjectAsync("exit 0\n");
        project.Write(".pulumi/locks/organization/demo/dev/other.json", """{"pid":7,"username":"ann","hostname":"far","timestamp":"2026-01-02T03:04:05Z"}""");

        var up = await project.RunAsync("up", "--yes");
        var preview = await project.RunAsync("preview");

        Assert.That((up.Exit, up.Out, preview.Exit), Is.EqualTo((1, "", 0)));
        Assert.That(up.Error, Does.Contain("HAI1134").And.Contain("ann@far").And.Contain("pid 7").And.Contain("2026-01-02T03:04:05Z"));
        Assert.That(File.Exists(project.PathOf(".pulumi/locks/organization/demo/dev/other.json")));
    }

    [Test]
    public async Task Up_DamagedState_SaysSoAndKeepsTheFile()
    {
        using var project = await ProjectAsync("exit 0\n");
        project.Write(".pulumi/stacks/demo/dev.json", "{\"version\":3,");

        var result = await project.RunAsync("up", "--yes");

        Assert.That((result.Exit, result.Out), Is.EqualTo((1, "")));
        Assert.That(result.Error, Does.Contain("HAI1113").And.Contain("dev.json").And.Contain(".bak"));
        Assert.That(project.Read(".pulumi/stacks/demo/dev.json"), Is.EqualTo("{\"version\":3,"));
    }

    [Test]
    public async Task Up_WrongPassphrase_FailsBeforeTheHeading()
    {
        using var project = await ProjectAsync("exit 0\n");
        project.Variables["PULUMI_CONFIG_PASSPHRASE"] = "wrong";

        var result = await project.RunAsync("up", "--yes");

        Assert.That((result.Exit, result.Out), Is.EqualTo((1, "")));
        Assert.That(result.Error, Does.Contain("HAI1141"));
    }

    [Test]
    public async Task Up_ConfigOption_IsSavedAndGivenToTheProgram()
    {
        using var project = await ProjectAsync("echo \"$PULUMI_CONFIG\"\n");

        var result = await project.RunAsync("up", "--yes", "--skip-preview", "-c", "size=3");

        Assert.That(project.Read("Pulumi.dev.yaml"), Does.Contain("demo:size: \"3\""));
        Assert.That(result.Out, Does.Contain("""{"demo:size":"3"}"""));
    }

    [Test]
    public async Task Up_SecretThatTheProgramPrints_IsMasked()
    {
        using var project = await ProjectAsync("echo \"$PULUMI_CONFIG\"\n");
        await project.RunAsync("config", "set", "--secret", "pass", "open sesame");

        var result = await project.RunAsync("up", "--yes", "--event-log", "events.log");

        Assert.That(result.Out, Does.Contain("[secret]").And.Not.Contain("open sesame"));
    }

    [Test]
    public async Task Up_MissingDeclaredConfig_TellsAllFaultsBeforeTheHeading()
    {
        using var project = new TemporaryProject("name: demo\nruntime: dotnet\nbackend: {url: 'file://.'}\nconfig:\n  size: {type: integer}\n  pass: {type: string, secret: true}\n");
        await project.RunAsync("stack", "init", "dev");
        await project.RunAsync("config", "set", "pass", "plain");

        var result = await project.RunAsync("up", "--yes");

        Assert.That((result.Exit, result.Out), Is.EqualTo((1, "")));
        Assert.That(result.Error, Does.Contain("demo:size has no value").And.Contain("demo:pass must be encrypted"));
    }

    [Test]
    public async Task Up_NoRuntime_IsRefusedBecauseItWouldDeleteEverything()
    {
        using var project = new TemporaryProject("name: demo\nbackend: {url: 'file://.'}\n");
        await project.RunAsync("stack", "init", "dev");

        Assert.That((await project.RunAsync("up", "--yes")).Error, Does.Contain("HAI1206"));
    }

    [Test]
    public async Task Preview_Json_IsOneDocument()
    {
        using var project = await ProjectAsync("echo hello\n");

        var result = await project.RunAsync("preview", "--json");

        using var document = JsonDocument.Parse(result.Out);
        Assert.That(document.RootElement.GetProperty("steps").GetArrayLength(), Is.Zero);
        Assert.That(document.RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString(), Does.StartWith("hello\n"));
    }

    [Test]
    public async Task Up_JsonAndEventLog_HaveTheSameEvents()
    {
        using var project = await ProjectAsync("exit 0\n");

        var result = await project.RunAsync("up", "--json", "--skip-preview", "--event-log", "events.log");

        Assert.That(result.Out, Is.EqualTo(project.Read("events.log")));
        var kinds = result.Out.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement.EnumerateObject().Last().Name);
        Assert.That(kinds, Is.EqualTo(["preludeEvent", "diagnosticEvent", "summaryEvent", "cancelEvent"]));
    }

    [Test]
    public async Task Destroy_Remove_TakesTheStackAway()
    {
        using var project = await ProjectAsync("exit 0\n");

        var result = await project.RunAsync("destroy", "--yes", "--remove");

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(File.Exists(project.PathOf("Pulumi.dev.yaml")), Is.False);
        Assert.That(File.Exists(project.PathOf(".pulumi/stacks/demo/dev.json")), Is.False);
    }

    [Test]
    public async Task Operation_NoStack_SaysHowToGetOne()
    {
        using var project = new TemporaryProject();

        Assert.That((await project.RunAsync("preview")).Error, Does.Contain("HAI1242").And.Contain("haiac stack init"));
        Assert.That((await project.RunAsync("preview", "--stack", "nowhere")).Exit, Is.EqualTo(6));
    }

    private static void FillDisk(TemporaryProject project)
    {
        for (var i = 0; i < 100; i++)
            project.Write($".pulumi/stacks/demo/filler{i}", new string('x', 4096));
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            return process is not null && process.WaitForExit(TimeSpan.FromSeconds(20)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<TemporaryProject> ProjectAsync(string script)
    {
        var project = TemporaryProject.WithProgram(script);
        await project.RunAsync("stack", "init", "dev");
        return project;
    }

    /// <summary>A terminal at which nobody types; whoever reads from it is interrupted.</summary>
    private sealed class SilentTerminal(CancellationTokenSource stop) : TextReader
    {
        private readonly ManualResetEventSlim _closed = new();

        public override string? ReadLine()
        {
            stop.Cancel();
            _closed.Wait(TimeSpan.FromSeconds(30));
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.Set();
            base.Dispose(disposing);
        }
    }
}
