namespace Pulumi.Experimental;

/// <summary>A message for the user of the engine.</summary>
/// <param name="severity">How much it matters.</param>
/// <param name="message">The text.</param>
/// <param name="urn">The resource it belongs to; the stack by default.</param>
/// <param name="streamId">Messages of the same number other than 0 are joined to one text.</param>
/// <param name="ephemeral">Whether it is a status that the next one replaces; kept by default.</param>
public sealed class LogRequest(LogSeverity severity, string message, Urn? urn = null, int streamId = 0, bool ephemeral = false)
{
    /// <summary>How much it matters.</summary>
    public LogSeverity Severity { get; } = severity;

    /// <summary>The text.</summary>
    public string Message { get; } = message;

    /// <summary>The resource it belongs to; null for the stack.</summary>
    public Urn? Urn { get; } = urn;

    /// <summary>Messages of the same number other than 0 are joined to one text.</summary>
    public int StreamId { get; } = streamId;

    /// <summary>Whether it is a status that the next one replaces.</summary>
    public bool Ephemeral { get; } = ephemeral;
}
