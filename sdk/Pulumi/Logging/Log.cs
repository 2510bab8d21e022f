using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>Messages to the user, shown by the engine. They are sent in the background, in the order of the calls.</summary>
public static class Log
{
    /// <summary>A message for debugging; shown only when asked for.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">The resource it is about; <c>null</c> for the stack.</param>
    /// <param name="streamId">Number of a stream; messages of one stream are shown together. Default: 0, none.</param>
    /// <param name="ephemeral">Whether the message only shows while the update runs; default: no.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>A message.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">The resource it is about; <c>null</c> for the stack.</param>
    /// <param name="streamId">Number of a stream; messages of one stream are shown together. Default: 0, none.</param>
    /// <param name="ephemeral">Whether the message only shows while the update runs; default: no.</param>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>A warning.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">The resource it is about; <c>null</c> for the stack.</param>
    /// <param name="streamId">Number of a stream; messages of one stream are shown together. Default: 0, none.</param>
    /// <param name="ephemeral">Whether the message only shows while the update runs; default: no.</param>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>An error. The program goes on, but it ends with exit code 1.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">The resource it is about; <c>null</c> for the stack.</param>
    /// <param name="streamId">Number of a stream; messages of one stream are shown together. Default: 0, none.</param>
    /// <param name="ephemeral">Whether the message only shows while the update runs; default: no.</param>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>An exception as an error. The program goes on, but it ends with exit code 1.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="resource">The resource it is about; <c>null</c> for the stack.</param>
    /// <param name="streamId">Number of a stream; messages of one stream are shown together. Default: 0, none.</param>
    /// <param name="ephemeral">Whether the message only shows while the update runs; default: no.</param>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Error(FailureText.Of(exception), resource, streamId, ephemeral);
    }

    private static void Write(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
        => Deployment.Required.Logger.Write(severity, message, resource, streamId ?? 0, ephemeral ?? false);
}
