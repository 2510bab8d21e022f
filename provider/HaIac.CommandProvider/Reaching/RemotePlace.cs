using System.Text;
using HaIac.CommandProvider.Findings;
using HaIac.CommandProvider.Running;
using HaIac.Transport.Logins;
using HaIac.Transport.Running;

namespace HaIac.CommandProvider.Reaching;

/// <summary>Runs commands on another host, in the login shell of its user.</summary>
/// <param name="programs">Starts ssh.</param>
/// <param name="clock">Measures time limits and pauses.</param>
internal sealed class RemotePlace(IProgramRunner programs, TimeProvider clock) : ICommandPlace
{
    /// <inheritdoc/>
    public Task<RunOutcome> RunAsync(CommandRun run, CallContext call, CancellationToken cancellationToken)
    {
        var login = ConnectionReader.Read(run.Inputs);
        var variables = PreviousOutput.Variables(run, call.Log);
        if (variables.FirstOrDefault(pair => CommandFailures.Length(pair.Key, pair.Value) > CommandRun.LongestText).Key is { } name)
        {
            throw new FindingException(CommandFailures.TooLong(call, $"Environment variable {name}", "Hand the value over with stdin or in a file."));
        }

        var line = RemoteLine.Of(run.Command, variables, run.IsSecretCommand);
        byte[] input = [.. line.Head, .. Encoding.UTF8.GetBytes(run.Inputs.Text("stdin") ?? "")];
        return new RunSupervision(run, call, $"host {login}", clock).RunAsync(
            (output, errors, end) => new SshSession(programs, clock).RunAsync(
                login,
                line.Text,
                isSubsystem: false,
                new ProgramStreams { Input = (stream, ct) => stream.WriteAsync(input, ct).AsTask(), Output = output.ReadAsync, Errors = errors.ReadAsync },
                call.Log.Status,
                end),
            cancellationToken);
    }
}
