namespace HaIac.Engine.Events;

/// <summary>How bad a message is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>For those who look for a fault; shown only with <c>--debug</c>.</summary>
    Debug,

    /// <summary>Information.</summary>
    Info,

    /// <summary>Text from the standard error of a program or plugin; information, too.</summary>
    InfoError,

    /// <summary>Something the user should look at.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,
}
