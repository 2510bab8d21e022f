namespace HaIac.Protocol.Grpc;

/// <summary>The status codes of gRPC, with their numbers on the wire.</summary>
public enum GrpcStatusCode
{
    /// <summary>The call succeeded.</summary>
    Ok = 0,

    /// <summary>The caller gave up.</summary>
    Cancelled = 1,

    /// <summary>The service failed without saying how.</summary>
    Unknown = 2,

    /// <summary>The request makes no sense, whatever the state of the service.</summary>
    InvalidArgument = 3,

    /// <summary>The time limit of the call ran out.</summary>
    DeadlineExceeded = 4,

    /// <summary>What the request names is not there.</summary>
    NotFound = 5,

    /// <summary>What the request wants to make is there already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A limit, such as the size of a message, is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The service is not in a state in which it can do this.</summary>
    FailedPrecondition = 9,

    /// <summary>The call was aborted, usually by a conflict.</summary>
    Aborted = 10,

    /// <summary>The request goes past a valid range.</summary>
    OutOfRange = 11,

    /// <summary>The service has no such method.</summary>
    Unimplemented = 12,

    /// <summary>The service broke one of its own promises.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached now.</summary>
    Unavailable = 14,

    /// <summary>Data was lost or damaged.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
