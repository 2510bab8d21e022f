using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes.Reaching;

/// <summary>Runs commands on the node of a given name.</summary>
internal interface INodeReach : IAsyncDisposable
{
    /// <summary>Runs a command on a node to its end. A change is never repeated.</summary>
    /// <param name="node">The node, by its name in the cluster.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How it ended, whatever its exit status.</returns>
    /// <exception cref="TransportException">
    /// The node cannot be reached, the connection broke, or the command took too long; the message names the node and what was tried.
    /// </exception>
    Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken);
}
