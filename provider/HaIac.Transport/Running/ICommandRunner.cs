using HaIac.Transport.Failing;

namespace HaIac.Transport.Running;

/// <summary>Runs programs where the cluster's tools are: on this host or on a node.</summary>
public interface ICommandRunner : IAsyncDisposable
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Ends the command with all its children, and waits until they are gone.</param>
    /// <returns>How it ended, whatever its exit status.</returns>
    /// <exception cref="TransportException">It could not be run, took too long or wrote too much.</exception>
    Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken = default);

    /// <summary>Tells the runner that the host of a result does not serve: another one is chosen for the next command, if there is one.</summary>
    /// <param name="node">The host, as the result named it; null is ignored.</param>
    void Distrust(string? node);
}
