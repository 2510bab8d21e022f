using System.Net;
using System.Net.Sockets;

namespace HaIac.Protocol.Grpc;

/// <summary>
/// A connection under a channel. It tells when the other side ends it, which is the only sign of a peer that is gone while
/// no call is open.
/// </summary>
public sealed class GrpcConnection : NetworkStream
{
    private readonly string _address;

    private GrpcConnection(Socket socket, string address)
        : base(socket, ownsSocket: true) => _address = address;

    /// <summary>Raised when a connection has ended, with the address that the channel was opened for. The peer may still be there.</summary>
    public static event Action<string>? Ended;

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var ended = true;
        try
        {
            // The HTTP client always reads, so the end is noticed at once. An empty buffer only asks whether there is something.
            var count = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            ended = count == 0 && !buffer.IsEmpty;
            return count;
        }
        finally
        {
            if (ended)
            {
                Ended?.Invoke(_address);
            }
        }
    }

    internal static async ValueTask<Stream> OpenAsync(string address, DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new GrpcConnection(socket, address);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
