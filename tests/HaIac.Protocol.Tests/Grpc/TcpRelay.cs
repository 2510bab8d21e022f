using System.Net;
using System.Net.Sockets;

namespace HaIac.Protocol.Tests.Grpc;

/// <summary>Passes bytes between a client and a server until it is cut, as a network or a dying process cuts.</summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];
    private readonly string _target;
    private readonly Task _accepting;

    public TcpRelay(string target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Drops all connections: with a reset, or as a process that ends.</summary>
    public void Cut(bool reset)
    {
        lock (_sockets)
        {
            foreach (var socket in _sockets)
            {
                socket.LingerState = new LingerOption(reset, 0);
                socket.Close();
            }

            _sockets.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut(reset: true);
        await _accepting;
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket from;
            try
            {
                from = await _listener.AcceptSocketAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            var to = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await to.ConnectAsync(IPEndPoint.Parse(_target));
            lock (_sockets)
            {
                _sockets.AddRange([from, to]);
            }

            _ = PipeAsync(from, to);
            _ = PipeAsync(to, from);
        }
    }

    private static async Task PipeAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut, which is what the relay is for.
        }
    }
}
