using Google.Protobuf;

namespace HaIac.Protocol.Grpc;

/// <summary>The methods that a server answers. A method that is not in the table is answered with UNIMPLEMENTED.</summary>
public sealed class GrpcServiceTable
{
    private readonly Dictionary<string, GrpcRoute> _routes = new(StringComparer.Ordinal);

    /// <summary>Adds a method that answers once.</summary>
    /// <typeparam name="TRequest">Message that is received.</typeparam>
    /// <typeparam name="TResponse">Message that is answered.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="handler">Answers a request; its token is cancelled when the caller goes away, or its time limit ends.</param>
    public GrpcServiceTable Add<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        AddStream(method, (request, token) => Once(handler(request, token)));

    /// <summary>Adds a method that answers with a stream of messages.</summary>
    /// <typeparam name="TRequest">Message that is received.</typeparam>
    /// <typeparam name="TResponse">Each message that is answered.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="handler">Answers a request.</param>
    public GrpcServiceTable AddStream<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, IAsyncEnumerable<TResponse>> handler)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        _routes.Add(method.Path, new GrpcRoute((bytes, token) => Untyped(handler(Parse(method, bytes), token))));
        return this;
    }

    internal GrpcRoute? Find(string path) => _routes.GetValueOrDefault(path);

    private static TRequest Parse<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, ReadOnlyMemory<byte> bytes)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        try
        {
            return ProtobufReading.Parse(method.RequestParser, bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"The request of {method.Path} cannot be read: {e.Message}", inner: e);
        }
    }

    private static async IAsyncEnumerable<TResponse> Once<TResponse>(Task<TResponse> answer)
    {
        yield return await answer.ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<IMessage> Untyped<TResponse>(IAsyncEnumerable<TResponse> messages)
        where TResponse : IMessage<TResponse>
    {
        await foreach (var message in messages.ConfigureAwait(false))
        {
            yield return message;
        }
    }
}
