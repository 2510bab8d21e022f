using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace HaIac.Protocol.Grpc;

/// <summary>A call that ended with a status other than OK; thrown to callers, and by handlers that want to answer so.</summary>
public sealed class GrpcException : Exception
{
    /// <summary>Makes the failure of a call.</summary>
    /// <param name="statusCode">How the call failed.</param>
    /// <param name="detail">Text for the peer; no secrets.</param>
    /// <param name="details">Typed explanations that travel beside the text.</param>
    /// <param name="inner">What caused it on this side; not sent.</param>
    public GrpcException(GrpcStatusCode statusCode, string detail, ImmutableArray<Any> details = default, Exception? inner = null)
        : base(detail, inner)
    {
        StatusCode = statusCode;
        Details = details.IsDefault ? [] : details;
    }

    /// <summary>How the call failed.</summary>
    public GrpcStatusCode StatusCode { get; }

    /// <summary>Text of the failure as the peer sent it.</summary>
    public string Detail => Message;

    /// <summary>Typed explanations, in the order in which the peer sent them.</summary>
    public ImmutableArray<Any> Details { get; }

    /// <summary>Wraps a message as a detail of a failure.</summary>
    /// <param name="detail">The message.</param>
    public static Any Pack(IMessage detail) => Any.Pack(detail);

    /// <summary>Finds the first detail of one type; a damaged one counts as absent.</summary>
    /// <typeparam name="T">Message type looked for.</typeparam>
    /// <param name="detail">The detail, if there is one.</param>
    public bool TryGetDetail<T>([NotNullWhen(true)] out T? detail)
        where T : class, IMessage<T>, new()
    {
        var name = "/" + new T().Descriptor.FullName;
        foreach (var any in Details.Where(any => any.TypeUrl.EndsWith(name, StringComparison.Ordinal)))
        {
            try
            {
                detail = ProtobufReading.Parse(new MessageParser<T>(static () => new T()), any.Value.Memory);
                return true;
            }
            catch (InvalidProtocolBufferException)
            {
                // The text of the failure is worth more than its damaged details.
            }
        }

        detail = null;
        return false;
    }
}
