using System.ComponentModel;
using System.Diagnostics;

namespace HaIac.Engine.Launching;

/// <summary>A running program or plugin: its lines of output, its end, and how it is ended.</summary>
/// <remarks>
/// Children get a process group of their own where the host has <c>setsid</c>: Ctrl-C in a terminal goes to the whole
/// foreground group, and a plugin that dies of it would lose the calls that the engine still waits for.
/// </remarks>
internal sealed class ChildProcess : IDisposable
{
    private static readonly Lazy<string?> SessionStarter = new(() =>
        new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists));

    private const string Startable = "Check that the file is executable and made for this machine.";

    private static readonly TimeSpan InterruptPatience = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly bool leadsGroup;
    private readonly Task outputRead;
    private readonly Task errorRead;

    private ChildProcess(Process process, bool leadsGroup, Action<string> onOutput, Action<string> onError)
    {
        this.process = process;
        this.leadsGroup = leadsGroup;
        outputRead = ReadLinesAsync(process.StandardOutput, onOutput);
        errorRead = ReadLinesAsync(process.StandardError, onError);
        Ended = WaitAsync();
    }

    /// <summary>Completes with the exit code once the process has ended and all of its output was read.</summary>
    public Task<int> Ended { get; }

    /// <summary>Starts a process whose standard input stays open and empty.</summary>
    /// <exception cref="LaunchException">The file cannot be started.</exception>
    public static ChildProcess Start(
        CommandLine command, string directory, IReadOnlyDictionary<string, string> environment, Action<string> onOutput, Action<string> onError)
    {
        RefuseWhatIsNotExecutable(command.File);
        var starter = SessionStarter.Value;
        var start = new ProcessStartInfo
        {
            FileName = starter ?? command.File,
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (starter is not null)
        {
            start.ArgumentList.Add(command.File);
        }

        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start) ?? throw new LaunchException($"{command.File} did not start.", Startable);
            return new ChildProcess(process, starter is not null, onOutput, onError);
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new LaunchException($"{command.File} cannot be started in {directory}: {e.Message}", Startable, e);
        }
    }

    /// <summary>With a starter in between, the system's own refusal would come as a line of output and an exit code.</summary>
    private static void RefuseWhatIsNotExecutable(string file)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows() && Path.IsPathRooted(file) && File.Exists(file) && (File.GetUnixFileMode(file) & Executable) == 0)
        {
            throw new LaunchException($"{file} is not executable.", $"Make it executable: chmod +x {file}");
        }
    }

    /// <summary>Asks the process to end, waits, and ends it by force when it does not.</summary>
    public async Task StopAsync(TimeSpan patience, TimeProvider clock)
    {
        if (Ended.IsCompleted)
        {
            return;
        }

        ProcessSignals.SendInterrupt(process.Id, leadsGroup);
        process.StandardInput.Close();
        try
        {
            await Task.WhenAny(Ended, Task.Delay(InterruptPatience, clock)).ConfigureAwait(false);
            if (!Ended.IsCompleted)
            {
                ProcessSignals.SendTerminate(process.Id, leadsGroup);
            }

            await Ended.WaitAsync(patience, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Kill();
            await process.WaitForExitAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the process at once.</summary>
    public void Kill()
    {
        if (!Ended.IsCompleted)
        {
            ProcessSignals.SendKill(process.Id, leadsGroup);
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It ended in between.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private static async Task ReadLinesAsync(StreamReader reader, Action<string> onLine)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            onLine(line);
        }
    }

    private async Task<int> WaitAsync()
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        // A grandchild may keep the pipes open; what the process itself wrote is there long before this limit.
        await Task.WhenAny(Task.WhenAll(outputRead, errorRead), Task.Delay(TimeSpan.FromSeconds(2))).ConfigureAwait(false);
        return process.ExitCode;
    }
}
