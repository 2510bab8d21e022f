using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace HaIac.Protocol.Tests.Grpc;

/// <summary>Calls a server below our own client, to send what that client never would.</summary>
internal static class RawCall
{
    public static HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false });

    public static HttpRequestMessage Request(string address, string path, byte[] body, string contentType = "application/grpc") =>
        new(HttpMethod.Post, $"http://{address}{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } },
        };

    public static byte[] Frame(IMessage message) => Frame(0, message.CalculateSize(), message.ToByteArray());

    public static byte[] Frame(byte flag, int length, byte[] bytes)
    {
        var frame = new byte[5 + bytes.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length);
        bytes.CopyTo(frame, 5);
        return frame;
    }

    /// <summary>The status, wherever it stands.</summary>
    public static string? Status(HttpResponseMessage response) =>
        response.TrailingHeaders.TryGetValues("grpc-status", out var trailing) ? trailing.Single()
        : response.Headers.TryGetValues("grpc-status", out var leading) ? leading.Single() : null;
}
