using System.Diagnostics;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tests.Running;

[TestFixture]
internal sealed class LocalCommandRunnerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly LocalCommandRunner runner = new();

    [OneTimeTearDown]
    public async Task Close() => await runner.DisposeAsync();

    [Test]
    public async Task RunAsync_OutputErrorsAndExitCode_AreKeptApart()
    {
        var result = await runner.RunAsync(Shell("echo out; echo err >&2; exit 103"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(103));
            Assert.That(result.Output, Is.EqualTo("out\n"));
            Assert.That(result.Errors, Is.EqualTo("err\n"));
            Assert.That(result.Node, Is.Null);
        }
    }

    [Test]
    public async Task RunAsync_LargeInput_ComesBackWhole()
    {
        var text = new string('x', 3_000_000) + "ä";

        var result = await runner.RunAsync(new Command { Program = "cat", Input = text, Timeout = Limit });

        Assert.That(result.Output, Is.EqualTo(text));
    }

    [Test]
    public async Task RunAsync_ProgramIgnoresItsInput_IsNoFault()
    {
        var result = await runner.RunAsync(new Command { Program = "true", Input = new string('x', 3_000_000), Timeout = Limit });

        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    public async Task RunAsync_Arguments_AreNotInterpreted()
    {
        var result = await runner.RunAsync(new Command { Program = "printf", Arguments = ["%s|", "$(id)", "a b", "*", "'"], Timeout = Limit });

        Assert.That(result.Output, Is.EqualTo("$(id)|a b|*|'|"));
    }

    [Test]
    public async Task RunAsync_TakesTooLong_IsEndedWithItsChildren()
    {
        using var directory = new TemporaryDirectory();
        var clock = new ManualClock();
        await using var timed = new LocalCommandRunner(clock);
        var command = Shell($"echo waiting >&2; sleep 300 & echo $! > {directory.File("child")}.new; mv {directory.File("child")}.new {directory.File("child")}; wait") with { ChangesCluster = true };
        var running = timed.RunAsync(command);
        await UntilExists(directory.File("child"));

        clock.Advance(Limit);
        var fault = await Thrown.ByAsync<TransportException>(() => running.WaitAsync(Limit));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.TimedOut));
            Assert.That(fault.OutcomeUnknown, Is.True);
            Assert.That(fault.ErrorLines, Is.EqualTo(new[] { "waiting" }));
            var child = await File.ReadAllTextAsync(directory.File("child"));
            Assert.That(() => IsRunning(child), Is.False.After(10_000, 20), "whoever inherits a killed child buries it in its own time");
        }
    }

    [Test]
    public async Task RunAsync_Cancelled_IsEndedWithItsChildren()
    {
        using var directory = new TemporaryDirectory();
        using var cancel = new CancellationTokenSource();
        var running = runner.RunAsync(Shell($"sleep 300 & echo $! > {directory.File("child")}.new; mv {directory.File("child")}.new {directory.File("child")}; wait"), cancel.Token);
        await UntilExists(directory.File("child"));

        await cancel.CancelAsync();
        await Thrown.ByAsync<OperationCanceledException>(() => running.WaitAsync(Limit));

        Assert.That(IsRunning(await File.ReadAllTextAsync(directory.File("child"))), Is.False);
    }

    [Test]
    public async Task RunAsync_WritesTooMuch_IsEnded()
    {
        var fault = await Thrown.ByAsync<TransportException>(
            () => runner.RunAsync(new Command { Program = "yes", Timeout = Limit, OutputLimit = 1_000_000 }));

        Assert.That(fault.Message, Does.Contain("HAI4012").And.Contain("0.95 MiB"));
    }

    [Test]
    public async Task RunAsync_UnknownProgram_NamesThePackageIfItIsKnown()
    {
        await using var empty = new LocalCommandRunner(TimeProvider.System, new ProgramFinder(["/nowhere"]));

        var fault = await Thrown.ByAsync<TransportException>(() => empty.RunAsync(new Command { Program = "cibadmin", Timeout = Limit }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.ToolMissing));
            Assert.That(fault.Message, Does.Contain("HAI4005").And.Contain("cibadmin").And.Contain("apt-get install pacemaker-cli-utils"));
        }
    }

    [Test]
    public async Task RunAsync_KilledBySignal_IsAnExitCodeAbove128()
    {
        var result = await runner.RunAsync(Shell("kill -ABRT $$"));

        Assert.That(result.ExitCode, Is.EqualTo(134));
    }

    private static Command Shell(string script) => new() { Program = "sh", Arguments = ["-c", script], Timeout = Limit };

    // A killed process stays as a zombie until its parent, which may be an init that never reaps, has asked for it.
    private static bool IsRunning(string id)
    {
        try
        {
            var state = File.ReadAllText($"/proc/{id.Trim()}/stat");
            return state[state.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task UntilExists(string file)
    {
        var started = Stopwatch.GetTimestamp();
        while (!File.Exists(file))
        {
            Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(Limit));
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
