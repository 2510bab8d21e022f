using HaIac.Transport.Addressing;
using HaIac.Transport.Connecting;
using HaIac.Transport.Nodes;
using HaIac.Transport.Nodes.Reaching;
using HaIac.Transport.Running;
using HaIac.Transport.Virtual;

namespace HaIac.Transport;

/// <summary>Opens clusters.</summary>
public static class CibTransports
{
    /// <summary>Makes the transport that an address asks for. Nothing is connected before the first use.</summary>
    /// <param name="address">The address. For a virtual cluster the transport is an <see cref="Virtual.IVirtualCluster"/>.</param>
    /// <param name="settings">Limits; null: the defaults.</param>
    /// <returns>The transport; the caller disposes it.</returns>
    public static ICibTransport Open(ClusterAddress address, TransportSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        settings ??= new TransportSettings();
        return address switch
        {
            LocalAddress here => Here(here, settings),
            VirtualAddress place => new VirtualCluster(place, new LocalCommandRunner(settings.Clock), settings),
            RemoteCibAddress manager => new RemoteCibTransport(manager, new LocalCommandRunner(settings.Clock), settings),
            SshAddress hosts => OverSsh(hosts, settings),
            _ => throw new NotSupportedException($"bug in HaIac: no transport for {address.GetType().Name}"),
        };
    }

    private static ToolTransport Here(LocalAddress address, TransportSettings settings)
    {
        var local = new LocalCommandRunner(settings.Clock);
        return new ToolTransport(address.Text, local, settings, new NodeWorker(new LocalNodes(address, local, settings), address.Text, settings));
    }

    private static ToolTransport OverSsh(SshAddress address, TransportSettings settings)
    {
        var connections = new SshConnections(address, new LocalCommandRunner(settings.Clock));
        var runner = new SshCommandRunner(connections, new QuorumProbe(address.Text, settings.QueryTimeout));
        return new ToolTransport(address.Text, runner, settings, new NodeWorker(new SshNodes(connections, settings), address.Text, settings));
    }
}
