using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Connecting;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes.Reaching;

/// <summary>This host is one of the nodes; the others are reached by their names with the user's own ssh configuration.</summary>
/// <param name="address">The cluster's address.</param>
/// <param name="local">Runs commands here; not disposed with this.</param>
/// <param name="settings">Limits.</param>
internal sealed class LocalNodes(LocalAddress address, ICommandRunner local, TransportSettings settings) : INodeReach
{
    private readonly SshConnections connections = new(new SshAddress(address.Text) { Hosts = [] }, local);
    private readonly Lock gate = new();
    private Task<NodeName?>? own;
    private SshNodes? others;

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken)
    {
        if (await Own().WaitAsync(cancellationToken).ConfigureAwait(false) != node)
        {
            return await (others ??= new SshNodes(connections, settings)).RunAsync(node, command, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await local.RunAsync(command, cancellationToken).ConfigureAwait(false) with { Node = node.Value };
        }
        catch (TransportException fault)
        {
            throw NodeFailures.Of(address.Text, node, "this host", fault, []);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connections.DisposeAsync();

    private Task<NodeName?> Own()
    {
        lock (gate)
        {
            return own ??= AskAsync();
        }
    }

    private async Task<NodeName?> AskAsync() =>
        OwnName.In(await local.RunAsync(OwnName.Command(settings.QueryTimeout), CancellationToken.None).ConfigureAwait(false));
}
