using HaIac.Cib.Values;
using HaIac.Transport.Connecting;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes.Reaching;

/// <summary>Nodes behind ssh: each over the shared connection to its host.</summary>
/// <param name="connections">The way to the hosts; not disposed with this.</param>
/// <param name="settings">Limits.</param>
internal sealed class SshNodes(SshConnections connections, TransportSettings settings) : INodeReach
{
    private readonly NodeHosts hosts = new(connections, settings.QueryTimeout);

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken)
    {
        var (host, others) = await hosts.FindAsync(node, cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await connections.RunAsync(host, command, cancellationToken).ConfigureAwait(false);
            return result.ExitCode == SshConnections.SshFailed
                ? throw SshFailures.Of(connections.Address, host, command, result)
                : result with { Node = node.Value };
        }
        catch (TransportException fault)
        {
            hosts.Forget(host);
            throw NodeFailures.Of(connections.Address.Text, node, host.Name, fault, others);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
