using System.Net;

namespace HaIac.Protocol.Grpc;

/// <summary>What failures below gRPC mean to a caller, as the gRPC specification maps them.</summary>
internal static class GrpcHttpErrors
{
    private const long Cancel = 8;
    private const long EnhanceYourCalm = 11;

    public static GrpcStatusCode StatusOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => GrpcStatusCode.Internal,
        HttpStatusCode.Unauthorized => GrpcStatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => GrpcStatusCode.PermissionDenied,
        HttpStatusCode.NotFound => GrpcStatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout => GrpcStatusCode.Unavailable,
        _ => GrpcStatusCode.Unknown,
    };

    /// <summary>A stream that the peer reset with a reason keeps it; everything else is a peer that cannot be reached.</summary>
    public static GrpcStatusCode StatusOf(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is HttpProtocolException protocol)
            {
                return protocol.ErrorCode switch
                {
                    Cancel => GrpcStatusCode.Cancelled,
                    EnhanceYourCalm => GrpcStatusCode.ResourceExhausted,
                    _ => GrpcStatusCode.Unavailable,
                };
            }
        }

        return GrpcStatusCode.Unavailable;
    }
}
