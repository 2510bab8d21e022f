using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using HaIac.Protocol.Grpc;

namespace HaIac.Engine.Plugins;

/// <summary>A call of a provider failed; the message is the provider's own, or ours if it could not say anything.</summary>
/// <param name="message">Text for the user.</param>
/// <param name="outcomeUnknown">Whether nobody knows what became of the object.</param>
/// <param name="inner">The failed call.</param>
internal sealed class ProviderCallException(string message, bool outcomeUnknown, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether nobody knows what became of the object.</summary>
    public bool OutcomeUnknown { get; } = outcomeUnknown;

    /// <summary>Whether the provider does not know the call.</summary>
    public bool IsUnimplemented => InnerException is GrpcException { StatusCode: GrpcStatusCode.Unimplemented };

    /// <summary>Finds what the provider told beside its text.</summary>
    public bool TryGetDetail<T>([NotNullWhen(true)] out T? detail)
        where T : class, IMessage<T>, new()
    {
        detail = null;
        return InnerException is GrpcException failed && failed.TryGetDetail(out detail);
    }
}
