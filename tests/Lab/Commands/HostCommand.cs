using System.ComponentModel;
using System.Diagnostics;

namespace HaIac.Labs.Commands;

/// <summary>Runs a command on the host to its end and collects what it says.</summary>
internal static class HostCommand
{
    public static async Task<CommandResult> RunAsync(
        IReadOnlyList<string> command,
        CancellationToken ct,
        string? input = null,
        string where = "host",
        IReadOnlyList<string>? shownAs = null,
        IReadOnlyDictionary<string, string>? onlyEnvironment = null)
    {
        ProcessStartInfo start = new(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (onlyEnvironment is not null)
        {
            start.Environment.Clear();
            foreach ((string name, string value) in onlyEnvironment)
            {
                start.Environment[name] = value;
            }
        }

        using Process process = Start(start);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(ct);
            Task<string> error = process.StandardError.ReadToEndAsync(ct);
            await WriteInputAsync(process, input, ct);
            await Task.WhenAll(output, error);
            await process.WaitForExitAsync(ct);
            return new CommandResult(where, string.Join(' ', shownAs ?? command), process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Runs a command that must succeed and answers its standard output.</summary>
    public static async Task<string> ReadAsync(CancellationToken ct, params string[] command) =>
        (await RunAsync(command, ct)).EnsureSuccess();

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new LabException($"'{start.FileName}' could not be started.");
        }
        catch (Win32Exception e)
        {
            throw new LabException($"'{start.FileName}' could not be started: {e.Message}.", e);
        }
    }

    private static async Task WriteInputAsync(Process process, string? input, CancellationToken ct)
    {
        try
        {
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The command ended without reading its input; its exit code tells whether that was right.
        }
    }
}
