using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Experimental.Provider;

/// <summary>Turns what a provider threw into the status that tells the engine what to do.</summary>
internal static class FailureAnswer
{
    public static GrpcException For(Exception exception, string method, SecretMask secrets, WireMarshalOptions accepted) => exception switch
    {
        GrpcException e => new GrpcException(e.StatusCode, secrets.Apply(e.Detail), e.Details, e),
        AggregateException { InnerExceptions: [var only] } => For(only, method, secrets, accepted),
        ResourceInitializationException e => Answer(GrpcStatusCode.Unknown, e, secrets, InitFailed(e, secrets, accepted)),
        InputPropertiesException e => Answer(GrpcStatusCode.InvalidArgument, e, secrets, InvalidInputs(e, secrets)),
        MissingConfigurationException e => Answer(GrpcStatusCode.InvalidArgument, e, secrets, MissingKeys(e)),
        ProviderException e => Answer(StatusOf(e.Kind), e, e.IsMasked ? SecretMask.Empty : secrets),
        NotImplementedException e => Answer(GrpcStatusCode.Unimplemented, e, secrets),
        OperationCanceledException { InnerException: { } cause } =>
            new GrpcException(GrpcStatusCode.Cancelled, secrets.Apply($"{method} gave up: {OneLine.Of(cause)}"), inner: exception),
        OperationCanceledException => new GrpcException(GrpcStatusCode.Cancelled, $"{method} was cancelled.", inner: exception),
        _ => new GrpcException(GrpcStatusCode.Internal, secrets.Apply($"{method} failed: {OneLine.Of(exception)}"), inner: exception),
    };

    private static GrpcException Answer(GrpcStatusCode code, Exception exception, SecretMask secrets, IMessage? detail = null) =>
        new(code, secrets.Apply(exception.Message), detail is null ? default : [Any.Pack(detail)], exception);

    private static GrpcStatusCode StatusOf(ProviderFailureKind kind) => kind switch
    {
        ProviderFailureKind.InvalidInput => GrpcStatusCode.InvalidArgument,
        ProviderFailureKind.NotFound => GrpcStatusCode.NotFound,
        ProviderFailureKind.Precondition => GrpcStatusCode.FailedPrecondition,
        ProviderFailureKind.Unavailable => GrpcStatusCode.Unavailable,
        ProviderFailureKind.TimedOut => GrpcStatusCode.DeadlineExceeded,
        _ => GrpcStatusCode.Unknown,
    };

    private static Wire.ErrorResourceInitFailed InitFailed(ResourceInitializationException e, SecretMask secrets, WireMarshalOptions accepted)
    {
        var detail = new Wire.ErrorResourceInitFailed { Id = e.Id, Properties = PropertyMarshaller.ToStruct(e.Outputs, accepted) };
        detail.Reasons.AddRange(e.Reasons.Select(secrets.Apply));
        if (e.Inputs is { } inputs)
        {
            detail.Inputs = PropertyMarshaller.ToStruct(inputs, accepted);
        }

        return detail;
    }

    private static Wire.InputPropertiesError InvalidInputs(InputPropertiesException e, SecretMask secrets)
    {
        var detail = new Wire.InputPropertiesError();
        detail.Errors.AddRange(e.PropertyErrors.Select(error => new Wire.InputPropertiesError.Types.PropertyError
        {
            PropertyPath = error.PropertyPath,
            Reason = secrets.Apply(error.Reason),
        }));
        return detail;
    }

    private static Wire.ConfigureErrorMissingKeys MissingKeys(MissingConfigurationException e)
    {
        var detail = new Wire.ConfigureErrorMissingKeys();
        detail.MissingKeys.AddRange(e.Keys.OrderBy(k => k.Key, StringComparer.Ordinal).Select(
            key => new Wire.ConfigureErrorMissingKeys.Types.MissingKey { Name = key.Key, Description = key.Value }));
        return detail;
    }
}
