using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Experimental.Provider;

/// <summary>Turns what a provider threw into the status that tells the engine what to do.</summary>
internal static class FailureAnswer
{
    // A status travels in the trailers of an answer, and no text for a person is longer than this.
    private const int TextLimit = 32 * 1024;

    // Trailers over 16 MiB are refused by peers, and base64 makes a third more of them.
    private const int DetailLimit = 8 * 1024 * 1024;

    public static GrpcException For(Exception thrown, string method, SecretMask secrets, WireMarshalOptions accepted)
    {
        var exception = ExceptionText.Cause(thrown);
        try
        {
            return Known(exception, method, secrets, accepted);
        }
        catch (Exception broken)
        {
            // What was thrown cannot be told: it lacks parts that its type promises. The call still needs an answer.
            return new GrpcException(
                GrpcStatusCode.Internal,
                $"{method} failed: {OneLine.Of(exception, secrets)}; more of it cannot be told: {OneLine.Of(broken, secrets)}",
                inner: thrown);
        }
    }

    private static GrpcException Known(Exception exception, string method, SecretMask secrets, WireMarshalOptions accepted) => exception switch
    {
        GrpcException e => new GrpcException(
            e.StatusCode == GrpcStatusCode.Ok ? GrpcStatusCode.Internal : e.StatusCode, TextOf(e, secrets), e.Details, e),
        ResourceInitializationException e => Answer(GrpcStatusCode.Unknown, e, secrets, InitFailed(e, secrets, accepted)),
        InputPropertiesException e => Answer(GrpcStatusCode.InvalidArgument, e, secrets, InvalidInputs(e, secrets)),
        MissingConfigurationException e => Answer(GrpcStatusCode.InvalidArgument, e, secrets, MissingKeys(e)),
        ProviderException e => Answer(StatusOf(e.Kind), e, e.IsMasked ? SecretMask.Empty : secrets),
        NotImplementedException e => Answer(GrpcStatusCode.Unimplemented, e, secrets),
        OperationCanceledException { InnerException: { } cause } =>
            new GrpcException(GrpcStatusCode.Cancelled, $"{method} gave up: {OneLine.Of(cause, secrets)}", inner: exception),
        OperationCanceledException => new GrpcException(GrpcStatusCode.Cancelled, $"{method} was cancelled.", inner: exception),
        _ => new GrpcException(GrpcStatusCode.Internal, $"{method} failed: {OneLine.Of(exception, secrets)}", inner: exception),
    };

    private static GrpcException Answer(GrpcStatusCode code, Exception exception, SecretMask secrets, IMessage? detail = null) =>
        new(code, TextOf(exception, secrets), detail is null ? default : [Any.Pack(detail)], exception);

    private static string TextOf(Exception exception, SecretMask secrets) =>
        ExceptionText.Short(secrets.Apply(ExceptionText.Of(exception)), TextLimit) is { Length: > 0 } text ? text : exception.GetType().Name;

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
        var detail = new Wire.ErrorResourceInitFailed
        {
            Id = e.Id,
            Properties = PropertyMarshaller.ToStruct(e.Outputs, accepted),
            RefreshBeforeUpdate = e.RefreshBeforeUpdate,
        };
        detail.Reasons.AddRange(e.Reasons.Select(reason => secrets.Apply(reason ?? string.Empty)));
        if (e.Inputs is { } inputs)
        {
            detail.Inputs = PropertyMarshaller.ToStruct(inputs, accepted);
        }

        if (detail.CalculateSize() > DetailLimit)
        {
            // The id is what must not be lost; a refresh brings the properties back.
            detail.Properties = new Struct();
            detail.Inputs = null;
            detail.RefreshBeforeUpdate = true;
            detail.Reasons.Add("Its properties are too large for a failure message: they are left out of the state until the next refresh.");
        }

        return detail;
    }

    private static Wire.InputPropertiesError InvalidInputs(InputPropertiesException e, SecretMask secrets)
    {
        var detail = new Wire.InputPropertiesError();
        detail.Errors.AddRange(e.PropertyErrors.Select(error => new Wire.InputPropertiesError.Types.PropertyError
        {
            PropertyPath = error.PropertyPath ?? string.Empty,
            Reason = secrets.Apply(error.Reason ?? string.Empty),
        }));
        return detail;
    }

    private static Wire.ConfigureErrorMissingKeys MissingKeys(MissingConfigurationException e)
    {
        var detail = new Wire.ConfigureErrorMissingKeys();
        detail.MissingKeys.AddRange(e.Keys.OrderBy(k => k.Key, StringComparer.Ordinal).Select(
            key => new Wire.ConfigureErrorMissingKeys.Types.MissingKey { Name = key.Key, Description = key.Value ?? string.Empty }));
        return detail;
    }
}
