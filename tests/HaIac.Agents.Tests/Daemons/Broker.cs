using System.Net;
using System.Net.Sockets;
using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Daemons;

/// <summary>A TCP peer on the loopback, in the place of a message broker or database, that can go away and come back.</summary>
internal sealed class Broker : IDisposable
{
    private readonly List<Socket> _connections = [];
    private readonly Lock _gate = new();
    private TcpListener? _listener;

    public int Port { get; } = Ports.Free();

    public int Connections
    {
        get
        {
            lock (_gate)
            {
                return _connections.Count;
            }
        }
    }

    public void Open()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    public void Close()
    {
        _listener?.Dispose();
        _listener = null;
        lock (_gate)
        {
            foreach (var connection in _connections)
            {
                // Reset, so that no state of the connection lingers on this port.
                connection.LingerState = new LingerOption(true, 0);
                connection.Dispose();
            }

            _connections.Clear();
        }
    }

    public void Dispose() => Close();

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var connection = await listener.AcceptSocketAsync();
                lock (_gate)
                {
                    _connections.Add(connection);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
