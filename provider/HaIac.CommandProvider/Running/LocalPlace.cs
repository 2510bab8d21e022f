using System.Text;
using HaIac.CommandProvider.Findings;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.CommandProvider.Running;

/// <summary>Runs commands on this host.</summary>
/// <param name="programs">Starts programs.</param>
/// <param name="directory">The folder of the program, where relative paths start.</param>
/// <param name="clock">Measures time limits.</param>
internal sealed class LocalPlace(IProgramRunner programs, string directory, TimeProvider clock) : ICommandPlace
{
    private static readonly string[] DefaultInterpreter = ["/bin/sh", "-c"];

    /// <inheritdoc/>
    public async Task<RunOutcome> RunAsync(CommandRun run, CallContext call, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(run.Inputs.Text("dir") ?? ".", directory);
        if (!Directory.Exists(folder))
        {
            throw new FindingException(new(
                FindingCode.NoFolder, $"There is no folder {folder}.", $"{call.Subject}, property dir",
                File.Exists(folder) ? "It is a file." : $"Relative paths start from the folder of the program, {directory}.",
                "Correct dir, or create the folder in a resource that this one depends on."));
        }

        var interpreter = run.Inputs.Texts("interpreter") is { Count: > 0 } given ? given : DefaultInterpreter;
        var start = new ProgramStart
        {
            Program = interpreter[0],
            Arguments = [.. interpreter.Skip(1), run.Command],
            Directory = folder,
            Environment = Variables(run, call),
        };
        if (Encoding.UTF8.GetByteCount(run.Command) > CommandRun.LongestText)
        {
            throw new FindingException(CommandFailures.TooLong(call, $"The command for {run.Step}", "Put it into a file and run that, or hand it over with stdin and an interpreter that reads it."));
        }

        var where = $"folder {folder}";
        var outcome = await new RunSupervision(run, call, where, clock).RunAsync((output, errors, end) => StartAsync(start, run, call, output, errors, end), cancellationToken).ConfigureAwait(false);
        if (run.Step == "delete")
        {
            // Nobody asks for files of what is gone, and their folder may be gone with it.
            return outcome;
        }

        var files = new FoundFiles(folder, call.Subject);
        return outcome with
        {
            Assets = run.Inputs.Texts("assetPaths") is { } assets ? files.Assets(assets, "assetPaths") : null,
            Archive = run.Inputs.Texts("archivePaths") is { } archive ? files.Archive(archive, "archivePaths") : null,
        };
    }

    private async Task<ProgramEnd> StartAsync(ProgramStart start, CommandRun run, CallContext call, OutputCapture output, OutputCapture errors, CancellationToken end)
    {
        var input = Encoding.UTF8.GetBytes(run.Inputs.Text("stdin") ?? "");
        try
        {
            return await programs.RunAsync(
                start,
                new ProgramStreams { Input = (stream, ct) => stream.WriteAsync(input, ct).AsTask(), Output = output.ReadAsync, Errors = errors.ReadAsync },
                end).ConfigureAwait(false);
        }
        catch (TransportException fault) when (fault.Kind == TransportFailure.ToolMissing || fault.Kind == TransportFailure.CommandFailed)
        {
            throw new FindingException(new(
                FindingCode.NoInterpreter, fault.What, $"{call.Subject}, property interpreter", fault.Why,
                run.Inputs.Texts("interpreter") is { Count: > 0 } ? $"{fault.Mend} The first word of interpreter is a program, its other words are separate arguments." : fault.Mend));
        }
    }

    private static Dictionary<string, string?> Variables(CommandRun run, CallContext call)
    {
        var variables = PreviousOutput.Variables(run, call.Log);
        foreach (var (name, value) in variables)
        {
            if (CommandFailures.Length(name, value) > CommandRun.LongestText)
            {
                throw new FindingException(CommandFailures.TooLong(call, $"Environment variable {name}", "Hand the value over with stdin or in a file."));
            }
        }

        return variables.ToDictionary(pair => pair.Key, string? (pair) => pair.Value, StringComparer.Ordinal);
    }
}
