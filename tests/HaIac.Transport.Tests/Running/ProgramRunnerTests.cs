using System.Text;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tests.Running;

/// <summary>Programs of others, with their streams.</summary>
[TestFixture]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class ProgramRunnerTests
{
    private readonly ProgramRunner runner = new();
    private readonly MemoryStream output = new();

    [TearDown]
    public void Forget() => output.SetLength(0);

    [Test]
    public async Task RunAsync_Arguments_AreTakenAsTheyAre()
    {
        await RunAsync(new ProgramStart { Program = "/bin/echo", Arguments = ["$HOME", "a  b", "'"] });

        Assert.That(Said, Is.EqualTo("$HOME a  b '\n"));
    }

    [Test]
    public async Task RunAsync_Environment_IsThatOfThisProcessWithDifferences()
    {
        await RunAsync(Shell("echo \"$A|${HOME-none}|$PATH\"") with { Environment = new Dictionary<string, string?> { ["A"] = "a", ["HOME"] = null } });

        Assert.That(Said, Is.EqualTo($"a|none|{Environment.GetEnvironmentVariable("PATH")}\n"));
    }

    [Test]
    public async Task RunAsync_RelativeProgram_StartsFromTheFolder()
    {
        using var directory = new TemporaryDirectory();
        File.SetUnixFileMode(directory.Write("here", "#!/bin/sh\necho here\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await RunAsync(new ProgramStart { Program = "./here", Directory = directory.Path });

        Assert.That(Said, Is.EqualTo("here\n"));
    }

    [TestCase("exit 3", 3)]
    [TestCase("kill -9 $$", 137)]
    public async Task RunAsync_ExitStatus_IsAnswered(string script, int status)
    {
        var end = await RunAsync(Shell(script));

        Assert.That(end, Is.EqualTo(new ProgramEnd(status, false)));
    }

    [Test]
    public async Task RunAsync_ReaderFails_EndsTheProgramAndThrowsWhatItThrew()
    {
        var fault = await Thrown.ByAsync<InvalidDataException>(() => runner.RunAsync(
            Shell("yes"), new ProgramStreams { Output = (_, _) => throw new InvalidDataException("enough"), Errors = CopyAsync }));

        Assert.That(fault.Message, Is.EqualTo("enough"));
    }

    [Test]
    public async Task RunAsync_WriterFails_EndsTheProgramAndThrowsWhatItThrew()
    {
        var fault = await Thrown.ByAsync<InvalidDataException>(() => runner.RunAsync(
            Shell("cat"), new ProgramStreams { Input = async (stream, ct) => { await stream.WriteAsync("x"u8.ToArray(), ct); throw new InvalidDataException("enough"); }, Output = CopyAsync, Errors = CopyAsync }).WaitAsync(TimeSpan.FromMinutes(1)));

        Assert.That(fault.Message, Is.EqualTo("enough"));
    }

    [Test]
    public async Task RunAsync_ReaderFailsAtOnce_EndsAProgramThatWritesNothing()
    {
        using var directory = new TemporaryDirectory();
        var id = System.IO.Path.Combine(directory.Path, "id");
        var streams = new ProgramStreams
        {
            Output = (_, _) =>
            {
                SpinWait.SpinUntil(() => File.Exists(id) && File.ReadAllText(id).EndsWith('\n'), TimeSpan.FromMinutes(1));
                throw new InvalidDataException("enough");
            },
            Errors = CopyAsync,
        };

        await Thrown.ByAsync<InvalidDataException>(() => runner.RunAsync(Shell($"echo $$ > {id}; exec sleep 600"), streams));

        Assert.That(Directory.Exists($"/proc/{File.ReadAllText(id).Trim()}"), Is.False);
    }

    [TestCase("no-such-program", "not in the search path")]
    [TestCase("./no-such-program", "There is no such file")]
    public async Task RunAsync_ProgramIsNotThere_SaysSo(string program, string why)
    {
        var fault = await Thrown.ByAsync<TransportException>(() => RunAsync(new ProgramStart { Program = program }));

        Assert.That(fault.Message, Does.Contain("HAI4005").And.Contain(program).And.Contain(why));
    }

    [Test]
    public async Task RunAsync_Cancelled_Throws()
    {
        using var cancel = new CancellationTokenSource();
        var streams = new ProgramStreams
        {
            Output = async (stream, ct) =>
            {
                await stream.ReadExactlyAsync(new byte[1], ct);
                await cancel.CancelAsync();
                await stream.CopyToAsync(output, ct);
            },
            Errors = CopyAsync,
        };

        await Thrown.ByAsync<OperationCanceledException>(() => runner.RunAsync(Shell("echo; sleep 600"), streams, cancel.Token));
    }

    private string Said => Encoding.UTF8.GetString(output.ToArray());

    private static ProgramStart Shell(string script) => new() { Program = "/bin/sh", Arguments = ["-c", script] };

    private Task<ProgramEnd> RunAsync(ProgramStart start) => runner.RunAsync(start, new ProgramStreams { Output = CopyAsync, Errors = CopyAsync });

    private Task CopyAsync(Stream stream, CancellationToken cancellationToken) => stream.CopyToAsync(output, cancellationToken);
}
