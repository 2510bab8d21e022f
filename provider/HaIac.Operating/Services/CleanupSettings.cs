namespace HaIac.Operating.Services;

/// <summary>When the failures of a service are cleaned up (rules K1-K3 of the requirements). What is erased is first put into the report.</summary>
internal sealed record CleanupSettings
{
    /// <summary>Before a start. Default: <see cref="CleanupWhen.IfFailed"/>.</summary>
    public CleanupWhen OnStart { get; init; } = CleanupWhen.IfFailed;

    /// <summary>Before a stop. Default: <see cref="CleanupWhen.IfFailed"/>.</summary>
    public CleanupWhen OnStop { get; init; } = CleanupWhen.IfFailed;

    /// <summary>When the status is looked at. Default: <see cref="CleanupWhen.Never"/>.</summary>
    public CleanupWhen OnStatus { get; init; } = CleanupWhen.Never;
}

/// <summary>When failures are cleaned up.</summary>
internal enum CleanupWhen
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Only when there are any.</summary>
    IfFailed,

    /// <summary>Always: the cluster looks at the resource anew.</summary>
    Always,
}
