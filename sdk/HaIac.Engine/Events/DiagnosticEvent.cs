namespace HaIac.Engine.Events;

/// <summary>A message of the engine, the program or a provider for the user.</summary>
/// <param name="Message">The text; may have many lines and usually ends in a line break.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Urn">The resource it is about; empty for the stack as a whole.</param>
/// <param name="Prefix">Text in front of the message (<c>"error: "</c>); empty for plain messages.</param>
/// <param name="StreamId">Messages of one stream that is not 0 are parts of one text, such as the program's standard output.</param>
/// <param name="Ephemeral">True for a status line that is worth showing only while it is the newest one.</param>
public sealed record DiagnosticEvent(
    string Message,
    DiagnosticSeverity Severity,
    string Urn = "",
    string Prefix = "",
    int StreamId = 0,
    bool Ephemeral = false) : EngineEvent
{
    /// <summary>A message with the prefix that its severity is known by.</summary>
    /// <param name="severity">How bad it is.</param>
    /// <param name="message">The text; a line break is added at the end if there is none.</param>
    /// <param name="urn">The resource it is about; empty for the stack as a whole.</param>
    public static DiagnosticEvent Of(DiagnosticSeverity severity, string message, string urn = "")
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = message.EndsWith('\n') ? message : message + "\n";
        return new(text, severity, urn, DiagnosticSeverities.Prefix(severity));
    }
}
