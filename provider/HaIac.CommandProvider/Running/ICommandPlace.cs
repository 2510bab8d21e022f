using HaIac.CommandProvider.Findings;

namespace HaIac.CommandProvider.Running;

/// <summary>Where commands run.</summary>
internal interface ICommandPlace
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="run">The command.</param>
    /// <param name="call">The call that it belongs to.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="FindingException">It could not run, failed, took too long or printed too much.</exception>
    Task<RunOutcome> RunAsync(CommandRun run, CallContext call, CancellationToken cancellationToken);
}
