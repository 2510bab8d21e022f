using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace HaIac.Protocol.Grpc;

/// <summary>Calls the services at one address, over HTTP/2 without TLS.</summary>
public sealed class GrpcChannel : IDisposable
{
    // Connections are costly and safe to share, so there is one client an address for the life of the process.
    private static readonly ConcurrentDictionary<string, Lazy<HttpClient>> Clients = new(StringComparer.Ordinal);

    private readonly HttpClient _client;
    private readonly string _address;

    private GrpcChannel(string address, HttpClient client)
    {
        _address = address;
        _client = client;
    }

    /// <summary>Opens a channel; nothing is sent before the first call.</summary>
    /// <param name="hostPort">Address as peers pass it around, such as <c>127.0.0.1:41215</c>.</param>
    public static GrpcChannel ForAddress(string hostPort) =>
        new(hostPort, Clients.GetOrAdd(hostPort, static a => new Lazy<HttpClient>(() => CreateClient(a))).Value);

    /// <summary>Calls a method that answers once.</summary>
    /// <typeparam name="TRequest">Message that is sent.</typeparam>
    /// <typeparam name="TResponse">Message that is answered.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call, at the service too.</param>
    /// <param name="deadline">Time limit of the call; none by default, because creating a resource may take hours.</param>
    /// <exception cref="GrpcException">The call ended with a status other than OK, or the service cannot be reached.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken = default,
        TimeSpan? deadline = null)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        TResponse? answer = default;
        await foreach (var message in StreamAsync(method, request, cancellationToken, deadline).ConfigureAwait(false))
        {
            if (answer is not null)
            {
                throw new GrpcException(GrpcStatusCode.Internal, $"{_address} answered {method.Path} more than once.");
            }

            answer = message;
        }

        return answer ?? throw new GrpcException(GrpcStatusCode.Internal, $"{_address} answered {method.Path} with no message.");
    }

    /// <summary>Calls a method that answers with a stream of messages.</summary>
    /// <typeparam name="TRequest">Message that is sent.</typeparam>
    /// <typeparam name="TResponse">Each message that is answered.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call, at the service too.</param>
    /// <param name="deadline">Time limit of the whole stream; none by default.</param>
    /// <exception cref="GrpcException">The call ended with a status other than OK, or the service cannot be reached.</exception>
    public async IAsyncEnumerable<TResponse> StreamAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method,
        TRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken = default,
        TimeSpan? deadline = null)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        TimeSpan? time = deadline is { } wanted ? GrpcTimeout.Clamp(wanted) : null;
        using var message = CreateRequest(method, request, time);
        if (time is { } span)
        {
            limit.CancelAfter(span);
        }

        using var response = await GuardAsync(
            () => _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token),
            method.Path,
            cancellationToken,
            limit.Token).ConfigureAwait(false);
        CheckHeaders(response, method.Path);

        var stream = await GuardAsync(
            () => response.Content.ReadAsStreamAsync(limit.Token), method.Path, cancellationToken, limit.Token).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        while (true)
        {
            var frame = await GuardAsync(
                () => GrpcFraming.ReadFrameAsync(stream, limit.Token), method.Path, cancellationToken, limit.Token).ConfigureAwait(false);
            if (frame is not { } bytes)
            {
                break;
            }

            yield return ParseResponse(method, bytes);
        }

        ThrowUnlessOk(response.TrailingHeaders, response.Headers, method.Path);
    }

    /// <summary>Gives the channel back. Its connections stay for others of the same address.</summary>
    public void Dispose()
    {
    }

    private static HttpClient CreateClient(string address)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = (context, cancellationToken) => GrpcConnection.OpenAsync(address, context.DnsEndPoint, cancellationToken),
            EnableMultipleHttp2Connections = true,
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            InitialHttp2StreamWindowSize = 1024 * 1024,

            // In KiB. Failures carry whole objects in their trailers; the default of 64 would turn them into broken connections.
            MaxResponseHeadersLength = 16 * 1024,
        };
        return new HttpClient(handler)
        {
            BaseAddress = new Uri("http://" + address),
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    private static HttpRequestMessage CreateRequest<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, TimeSpan? deadline)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        var content = new ByteArrayContent(GrpcFraming.Frame(request));
        content.Headers.ContentType = new MediaTypeHeaderValue(GrpcFraming.ContentType);
        var message = new HttpRequestMessage(HttpMethod.Post, method.Path)
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        message.Headers.TryAddWithoutValidation("user-agent", "haiac-grpc");
        if (deadline is { } time)
        {
            message.Headers.TryAddWithoutValidation(GrpcTimeout.Header, GrpcTimeout.Format(time));
        }

        return message;
    }

    private static void CheckHeaders(HttpResponseMessage response, string path)
    {
        if (response.Headers.Contains(GrpcStatusText.StatusHeader))
        {
            // Trailers-only: the status stands in the header block.
            ThrowUnlessOk(response.Headers, response.Headers, path);
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new GrpcException(
                GrpcHttpErrors.StatusOf(response.StatusCode),
                $"{path} was answered with HTTP status {(int)response.StatusCode}; no gRPC service is there.");
        }

        if (!GrpcFraming.IsGrpc(response.Content.Headers.ContentType?.MediaType))
        {
            throw new GrpcException(GrpcStatusCode.Unknown, $"{path} was answered with content type {response.Content.Headers.ContentType}, not gRPC.");
        }
    }

    private static void ThrowUnlessOk(HttpResponseHeaders trailers, HttpResponseHeaders headers, string path)
    {
        if (Value(trailers, GrpcStatusText.StatusHeader) is not { } text)
        {
            if (Value(headers, GrpcStatusText.StatusHeader) is not null)
            {
                return;
            }

            throw new GrpcException(GrpcStatusCode.Unknown, $"The answer of {path} ended without a status.");
        }

        var status = int.TryParse(text, out var number) && number is >= 0 and <= 16 ? (GrpcStatusCode)number : GrpcStatusCode.Unknown;
        if (status != GrpcStatusCode.Ok)
        {
            throw new GrpcException(
                status,
                GrpcStatusText.DecodeMessage(Value(trailers, GrpcStatusText.MessageHeader) ?? string.Empty),
                GrpcStatusText.DecodeDetails(Value(trailers, GrpcStatusText.DetailsHeader)));
        }
    }

    private static string? Value(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;

    private TResponse ParseResponse<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, ReadOnlyMemory<byte> bytes)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        try
        {
            return ProtobufReading.Parse(method.ResponseParser, bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"{_address} answered {method.Path} with a message that cannot be read: {e.Message}", inner: e);
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> action, string path, CancellationToken caller, CancellationToken limit)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (caller.IsCancellationRequested)
        {
            throw new GrpcException(GrpcStatusCode.Cancelled, $"The call of {path} was cancelled.", inner: e);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            throw new GrpcException(GrpcStatusCode.DeadlineExceeded, $"{_address} did not answer {path} in time.", inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new GrpcException(GrpcHttpErrors.StatusOf(e), $"{_address} cannot be reached or closed the connection: {e.Message}", inner: e);
        }
    }
}
