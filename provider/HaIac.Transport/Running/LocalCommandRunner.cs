using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace HaIac.Transport.Running;

/// <summary>Runs commands on this host.</summary>
/// <remarks>
/// Each command gets a session of its own. So a Ctrl-C in the terminal does not hit a patch that is under way, ssh finds no terminal to ask
/// questions on, and the command can be ended together with its children.
/// </remarks>
public sealed class LocalCommandRunner : ICommandRunner
{
    private const string SessionTool = "setsid";

    private readonly TimeProvider clock;
    private readonly ProgramFinder programs;

    /// <summary>Creates the runner.</summary>
    /// <param name="clock">Measures the time limits. Default: the system's.</param>
    public LocalCommandRunner(TimeProvider? clock = null)
        : this(clock ?? TimeProvider.System, ProgramFinder.OfThisHost())
    {
    }

    internal LocalCommandRunner(TimeProvider clock, ProgramFinder programs)
    {
        this.clock = clock;
        this.programs = programs;
    }

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellationToken.ThrowIfCancellationRequested();
        if (programs.Find(command.Program) is not { } program || (command.Tool is { } tool && programs.Find(tool) is null))
        {
            throw RunFailures.ToolMissing(command, null);
        }


        using var process = new Process { StartInfo = StartInfo(command, program) };
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            throw RunFailures.CannotStart(command, fault);
        }

        using var timer = new CancellationTokenSource(command.Timeout, clock);
        using var enough = new CancellationTokenSource();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token, enough.Token);
        var output = new OutputReader(process.StandardOutput.BaseStream, command.OutputLimit, enough, command.Heard);
        var errors = new OutputReader(process.StandardError.BaseStream, command.OutputLimit, enough);
        var input = WriteInputAsync(process, command.Input);
        var reading = Task.WhenAll(output.ReadAsync(), errors.ReadAsync());
        try
        {
            await Task.WhenAll(process.WaitForExitAsync(end.Token), reading.WaitAsync(end.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            ProcessGroup.Kill(process.Id);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            await reading.ConfigureAwait(false);
            await input.ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            throw enough.IsCancellationRequested
                ? RunFailures.TooMuchOutput(command, null)
                : RunFailures.TimedOut(command, null, errors.Text());
        }

        await input.ConfigureAwait(false);
        return new CommandResult { ExitCode = process.ExitCode, Output = output.Text(), Errors = errors.Text() };
    }

    /// <inheritdoc/>
    public void Distrust(string? node)
    {
        // There is only this host.
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ProcessStartInfo StartInfo(Command command, string program)
    {
        var start = new ProcessStartInfo
        {
            FileName = programs.Find(SessionTool) ?? throw RunFailures.ToolMissing(command with { Tool = SessionTool }, null),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Messages of tools are compared, so they must come in one language.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["PATH"] = programs.SearchPath;
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task WriteInputAsync(Process process, string? text)
    {
        try
        {
            var input = process.StandardInput.BaseStream;
            await using (input.ConfigureAwait(false))
            {
                if (text is not null)
                {
                    await input.WriteAsync(Encoding.UTF8.GetBytes(text)).ConfigureAwait(false);
                }
            }
        }
        catch (IOException)
        {
            // The program ended without reading all of it; its exit status tells why.
        }
    }
}
