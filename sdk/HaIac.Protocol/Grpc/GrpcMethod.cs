using Google.Protobuf;

namespace HaIac.Protocol.Grpc;

/// <summary>One remote procedure: where it is called and how its messages are read.</summary>
/// <typeparam name="TRequest">Message that the caller sends.</typeparam>
/// <typeparam name="TResponse">Message that the service answers, or each message of a stream.</typeparam>
/// <param name="Service">Full service name, such as <c>pulumirpc.ResourceMonitor</c>.</param>
/// <param name="Name">Method name, such as <c>RegisterResource</c>.</param>
/// <param name="RequestParser">Parser of the request.</param>
/// <param name="ResponseParser">Parser of the response.</param>
public sealed record GrpcMethod<TRequest, TResponse>(
    string Service,
    string Name,
    MessageParser<TRequest> RequestParser,
    MessageParser<TResponse> ResponseParser)
    where TRequest : IMessage<TRequest>
    where TResponse : IMessage<TResponse>
{
    /// <summary>The HTTP path of the method.</summary>
    public string Path => $"/{Service}/{Name}";
}
