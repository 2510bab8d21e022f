using System.Diagnostics;
using System.Globalization;
using HaIac.CommandProvider.Tests.Kit;
using Pulumi.Experimental.Provider;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Local;

/// <summary>Local commands that cannot run, fail, or must be ended.</summary>
[TestFixture]
internal sealed class LocalFailureTests
{
    private PluginUnderTest plugin = null!;

    [SetUp]
    public void Make() => plugin = new PluginUnderTest();

    [TearDown]
    public void Remove() => plugin.Dispose();

    [Test]
    public async Task Create_ExitStatus_IsNamedWithTheEndOfStandardError()
    {
        var message = await FailureAsync(("create", "i=0; while [ $i -lt 30 ]; do i=$((i+1)); echo line $i >&2; done; exit 3"));

        Assert.That(message, Does.Contain("HAI6103").And.Contain("exit status 3").And.Contain("command:local:Command \"r\"").And.Contain("line 30"));
        Assert.That(message, Does.Not.Contain("line 20"), "only the end is shown");
    }

    [Test]
    public async Task Create_FailsWithoutStandardError_ShowsStandardOutput()
    {
        var message = await FailureAsync(("create", "echo told there; exit 1"));

        Assert.That(message, Does.Contain("Its standard output:").And.Contain("told there"));
    }

    [Test]
    public async Task Create_ProgramNotFound_SaysSoAndHowToMendIt()
    {
        var message = await FailureAsync(("create", "no-such-program --x"));

        Assert.That(message, Does.Contain("exit status 127").And.Contain("found no program").And.Contain("PATH can be set in environment"));
    }

    [Test]
    public async Task Create_FolderIsNotThere_NamesIt()
    {
        var message = await FailureAsync(("create", "true"), ("dir", "nowhere"));

        Assert.That(message, Does.Contain("HAI6101").And.Contain(plugin.Folder.At("nowhere")).And.Contain("property dir"));
    }

    [Test]
    public async Task Create_FolderIsAFile_SaysSo()
    {
        plugin.Folder.Write("file", "");

        Assert.That(await FailureAsync(("create", "true"), ("dir", "file")), Does.Contain("HAI6101").And.Contain("It is a file."));
    }

    [Test]
    public async Task Create_InterpreterIsNotThere_NamesIt()
    {
        var message = await FailureAsync(("create", "true"), ("interpreter", new[] { "no-such-shell", "-c" }));

        Assert.That(message, Does.Contain("HAI6102").And.Contain("no-such-shell").And.Contain("property interpreter"));
    }

    [Test]
    public async Task Create_CommandTooLong_SaysSo()
    {
        var message = await FailureAsync(("create", "true " + new string('x', 200_000)));

        Assert.That(message, Does.Contain("HAI6106").And.Contain("The command for create").And.Not.Contain("xxxx"));
    }

    [Test]
    public async Task Create_VariableTooLong_SaysSo()
    {
        var message = await FailureAsync(("create", "true"), ("environment", Props.Map(("BIG", new string('x', 200_000)))));

        Assert.That(message, Does.Contain("HAI6106").And.Contain("BIG"));
    }

    [Test]
    public async Task Create_TooMuchOutput_EndsTheCommand()
    {
        var message = await FailureAsync(("create", "echo $$ > pid; yes"), ("logging", "none"));

        Assert.That(message, Does.Contain("HAI6105").And.Contain("64 MiB"));
        await EndedAsync("pid");
    }

    [Test]
    public async Task Create_SecretInTheCommand_IsNeverShown()
    {
        var message = await FailureAsync(("create", Props.Secret("echo hunter22 >&2; exit 4")));

        Assert.That(message, Does.Contain("exit status 4: [secret]").And.Contain("an input is a secret").And.Not.Contain("hunter22"));
    }

    [Test]
    public async Task Create_LoggingIsOff_OutputIsNotShownInTheFailureEither()
    {
        var message = await FailureAsync(("create", "echo private >&2; exit 4"), ("logging", "none"));

        Assert.That(message.Replace("echo private", "", StringComparison.Ordinal), Does.Contain("logging is none").And.Not.Contain("private"));
    }

    [Test]
    public async Task Create_TimeLimit_EndsTheCommandWithItsChildren()
    {
        var clock = new ManualClock();
        using var timed = new PluginUnderTest(clock);
        var waiting = timed.Engine.Await("waiting");
        var call = timed.CreateAsync(LocalCommand, Props.Of(("create", "sleep 600 & echo $! > child; echo waiting; wait")), timeout: TimeSpan.FromSeconds(90));
        await waiting;

        clock.Expire(TimeSpan.FromSeconds(90));
        var message = await PluginUnderTest.FailureOfAsync(call);

        Assert.That(message, Does.Contain("HAI6104").And.Contain("ended after 90 s").And.Contain("waiting").And.Contain("has been ended with it"));
        await EndedAsync(timed.Folder.At("child"));
    }

    [Test]
    public async Task Create_Cancelled_EndsTheCommandWithItsChildren()
    {
        using var cancel = new CancellationTokenSource();
        var ready = plugin.Engine.Await("ready");
        var call = plugin.CreateAsync(LocalCommand, Props.Of(("create", "sleep 600 & echo $! > child; echo ready; wait")), ct: cancel.Token);
        await ready;

        await cancel.CancelAsync();

        Assert.That(() => call, Throws.InstanceOf<OperationCanceledException>());
        await EndedAsync("child");
    }

    [Test]
    public async Task Create_ProcessLeftBehind_DoesNotHoldTheResourceUp()
    {
        var watch = Stopwatch.StartNew();

        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "sleep 600 & echo $! > child; echo done")));

        try
        {
            Assert.That((created.Outputs!.Text("stdout"), watch.Elapsed < TimeSpan.FromSeconds(60)), Is.EqualTo(("done", true)));
            Assert.That(plugin.Engine.Warnings.Single(), Does.Contain("left a process behind"));
            Assert.That(IsRunning("child"), Is.True, "it may be a service");
        }
        finally
        {
            Process.GetProcessById(int.Parse(plugin.Folder.Read("child"), CultureInfo.InvariantCulture)).Kill();
        }
    }

    [Test]
    public async Task Delete_Fails_SaysWhichCommand()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("delete", "exit 9")));

        Assert.That(await PluginUnderTest.FailureOfAsync(plugin.DeleteAsync(LocalCommand, created.Outputs!)), Does.Contain("The command for delete ended with exit status 9"));
    }

    [Test]
    public async Task Create_Failure_IsAnOperatorsTurnAndNoBug()
    {
        try
        {
            await plugin.CreateAsync(LocalCommand, Props.Of(("create", "false")));
            Assert.Fail("The call did not fail.");
        }
        catch (ProviderException fault)
        {
            Assert.That(fault.Kind, Is.EqualTo(ProviderFailureKind.Precondition));
        }
    }

    // A killed process is gone as soon as the system gets round to it.
    private Task EndedAsync(string file) => Processes.UntilAsync(() => !IsRunning(file));

    private bool IsRunning(string file) => Processes.IsRunning(File.ReadAllText(plugin.Folder.At(file)));

    private Task<string> FailureAsync(params (string Name, object Value)[] inputs) => PluginUnderTest.FailureOfAsync(plugin.CreateAsync(LocalCommand, Props.Of(inputs)));
}
