using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;
using HaIac.Protocol.Grpc;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>Sends whatever bytes a test wants, over plain HTTP: it knows nothing of what is valid.</summary>
internal sealed class RawClient(int port) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, MaxResponseHeadersLength = 16 * 1024 }) { Timeout = Limit };

    public static byte[] Frame(ReadOnlySpan<byte> message, byte flag = 0)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame.AsSpan(5));
        return frame;
    }

    public Task<RawAnswer> CallAsync(string method, IMessage request, CancellationToken cancellationToken = default, string? timeout = null) =>
        SendAsync($"/pulumirpc.ResourceProvider/{method}", Frame(request.ToByteArray()), cancellationToken, timeout: timeout);

    public async Task<RawAnswer> SendAsync(
        string path, byte[] body, CancellationToken cancellationToken = default, string contentType = "application/grpc", string? timeout = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("content-type", contentType);
        request.Headers.TryAddWithoutValidation("te", "trailers");
        if (timeout is not null)
        {
            request.Headers.TryAddWithoutValidation("grpc-timeout", timeout);
        }

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new RawAnswer(
            (int)response.StatusCode,
            Trailer(response, "grpc-status") is { } status ? (GrpcStatusCode)int.Parse(status) : null,
            Uri.UnescapeDataString(Trailer(response, "grpc-message") ?? string.Empty),
            content);
    }

    public void Dispose() => _http.Dispose();

    private static string? Trailer(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.Single() : null;
}
