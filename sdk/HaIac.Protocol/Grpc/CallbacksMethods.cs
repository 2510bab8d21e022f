using HaIac.Protocol.Messages;

namespace HaIac.Protocol.Grpc;

/// <summary>Functions of a program that the engine calls back. The methods of service <c>pulumirpc.Callbacks</c>.</summary>
public static class CallbacksMethods
{
    private const string Service = "pulumirpc.Callbacks";

    /// <summary>The method <c>Invoke</c>.</summary>
    public static readonly GrpcMethod<CallbackInvokeRequest, CallbackInvokeResponse> Invoke =
        new(Service, nameof(Invoke), CallbackInvokeRequest.Parser, CallbackInvokeResponse.Parser);
}
