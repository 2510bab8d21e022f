namespace HaIac.Engine.Events;

/// <summary>The texts by which severities go in events and in print.</summary>
public static class DiagnosticSeverities
{
    /// <summary>The text in the JSON of an event.</summary>
    /// <param name="severity">The severity.</param>
    public static string Name(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Debug => "debug",
        DiagnosticSeverity.Info => "info",
        DiagnosticSeverity.InfoError => "info#err",
        DiagnosticSeverity.Warning => "warning",
        _ => "error",
    };

    /// <summary>What stands in front of a message of this severity; empty for information.</summary>
    /// <param name="severity">The severity.</param>
    public static string Prefix(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Debug => "debug: ",
        DiagnosticSeverity.Warning => "warning: ",
        DiagnosticSeverity.Error => "error: ",
        _ => "",
    };

    /// <summary>The severity behind the text of an event.</summary>
    /// <param name="name">Text of the JSON.</param>
    /// <exception cref="FormatException">No severity has this name.</exception>
    public static DiagnosticSeverity Parse(string name) => name switch
    {
        "debug" => DiagnosticSeverity.Debug,
        "info" => DiagnosticSeverity.Info,
        "info#err" => DiagnosticSeverity.InfoError,
        "warning" => DiagnosticSeverity.Warning,
        "error" => DiagnosticSeverity.Error,
        _ => throw new FormatException($"\"{name}\" is no severity; known are debug, info, info#err, warning, error."),
    };
}
