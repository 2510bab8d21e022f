using System.ComponentModel;
using System.Diagnostics;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Running;

/// <summary>Runs programs on this host, each in a session of its own, so that it can be ended together with its children.</summary>
/// <param name="clock">Measures the time for the rest of the output. Default: the system's.</param>
public sealed class ProgramRunner(TimeProvider? clock = null) : IProgramRunner
{
    private const string SessionTool = "setsid";

    // What a program wrote before it ended is read in no time; longer waits are for those who still hold its output, and these may live for ever.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task<ProgramEnd> RunAsync(ProgramStart start, ProgramStreams streams, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(streams);
        cancellationToken.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = StartInfo(start) };
        Begin(process, start);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var input = GuardedAsync(() => WriteAsync(streams, process, end.Token), end);
        var output = Task.WhenAll(
            GuardedAsync(() => streams.Output(process.StandardOutput.BaseStream, end.Token), end),
            GuardedAsync(() => streams.Errors(process.StandardError.BaseStream, end.Token), end));
        try
        {
            await process.WaitForExitAsync(end.Token).ConfigureAwait(false);
            var left = !await EndsAsync(output, end.Token).ConfigureAwait(false);
            return new ProgramEnd(process.ExitCode, left);
        }
        catch (OperationCanceledException)
        {
            ProcessGroup.Kill(process.Id);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();

            // Who reads or writes gave up; what it says comes out of here.
            await Task.WhenAll(output, input).ConfigureAwait(false);
            throw;
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(input, output).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> EndsAsync(Task output, CancellationToken cancellationToken)
    {
        try
        {
            await output.WaitAsync(Rest, clock ?? TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>A reader or writer that fails ends the program: nobody would go on with its streams, and it would wait for ever.</summary>
    private static async Task GuardedAsync(Func<Task> work, CancellationTokenSource end)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The other side is gone: it was killed in the middle of a write, or ended without reading all of it. Its exit status tells why.
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await end.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task WriteAsync(ProgramStreams streams, Process process, CancellationToken cancellationToken)
    {
        await streams.Input(process.StandardInput.BaseStream, cancellationToken).ConfigureAwait(false);
        process.StandardInput.Close();
    }

    private static void Begin(Process process, ProgramStart start)
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            throw new TransportException(
                TransportFailure.CommandFailed,
                $"Program {start.Program} could not be started.",
                Where(start),
                fault.Message,
                "Check that the folder may be entered and the program executed by this user, and that arguments and environment are not too long.",
                fault);
        }
    }

    private static ProcessStartInfo StartInfo(ProgramStart start)
    {
        var programs = ProgramFinder.OfThisHost();
        var program = Find(start, programs);
        var info = new ProcessStartInfo
        {
            FileName = programs.Find(SessionTool) ?? throw Missing(start, SessionTool),
            WorkingDirectory = start.Directory ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        info.ArgumentList.Add(program);
        foreach (var argument in start.Arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in start.Environment)
        {
            if (value is null)
            {
                info.Environment.Remove(name);
            }
            else
            {
                info.Environment[name] = value;
            }
        }

        return info;
    }

    // A path starts from the folder that the program runs in, as it would for a shell there.
    private static string Find(ProgramStart start, ProgramFinder programs)
    {
        var path = start.Program.Contains('/', StringComparison.Ordinal) && start.Directory is { } directory
            ? Path.GetFullPath(start.Program, Path.GetFullPath(directory))
            : start.Program;
        return programs.Find(path) ?? throw Missing(start, start.Program);
    }

    private static TransportException Missing(ProgramStart start, string program) => new(
        TransportFailure.ToolMissing,
        $"Program {program} is needed, but this host does not have it.",
        Where(start),
        program.Contains('/', StringComparison.Ordinal) ? "There is no such file, or it may not be executed." : "It is not in the search path.",
        DebianPackages.Of(program) is { } package ? $"Install it; on Debian: apt-get install {package}" : "Correct its name, or install it.");

    private static string Where(ProgramStart start) => start.Directory is { } directory ? $"this host, folder {directory}" : "this host";
}
