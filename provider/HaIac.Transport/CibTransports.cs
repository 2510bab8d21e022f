using HaIac.Transport.Addressing;
using HaIac.Transport.Connecting;
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
            LocalAddress => new ToolTransport(address.Text, new LocalCommandRunner(settings.Clock), settings),
            VirtualAddress place => new VirtualCluster(place, new LocalCommandRunner(settings.Clock), settings),
            RemoteCibAddress manager => new RemoteCibTransport(manager, new LocalCommandRunner(settings.Clock), settings),
            SshAddress hosts => new ToolTransport(address.Text, OverSsh(hosts, settings), settings),
            _ => throw new NotSupportedException($"bug in HaIac: no transport for {address.GetType().Name}"),
        };
    }

    private static SshCommandRunner OverSsh(SshAddress address, TransportSettings settings) =>
        new(address, new LocalCommandRunner(settings.Clock), new QuorumProbe(address.Text, settings.QueryTimeout));
}
