namespace Pulumi.Experimental;

/// <summary>How much a message matters.</summary>
public enum LogSeverity
{
    /// <summary>For those who look for faults; not shown by default.</summary>
    Debug = 0,

    /// <summary>Shown beside the resource.</summary>
    Info = 1,

    /// <summary>Shown among the diagnostics; nothing fails.</summary>
    Warning = 2,

    /// <summary>Shown and counted among the errors. By itself it fails nothing: the call that logs it must fail too.</summary>
    Error = 3,
}
