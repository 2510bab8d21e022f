namespace HaIac.Operating.Services;

/// <summary>What starting and stopping wait for, and how patiently (rules H7, H8, I3, L1-L3 of the requirements).</summary>
internal sealed record WaitSettings
{
    /// <summary>How many instances must run before a start is done. Default: <see cref="WaitFor.Some"/>.</summary>
    public WaitFor Instances { get; init; } = WaitFor.Some;

    /// <summary>Whether the start of a promotable service waits for a promoted instance. Default: true.</summary>
    public bool Promoted { get; init; } = true;

    /// <summary>Pause before the first retry; it grows from there. Default: 1 s.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a wait, retries included, may take. Default: 10 minutes.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long one command may take. Default: 60 s.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether running out of time only warns. Default: false.</summary>
    public bool TimeoutIsWarning { get; init; }
}

/// <summary>How many of the instances that could run are waited for.</summary>
internal enum WaitFor
{
    /// <summary>None: the call returns when the cluster has taken the order.</summary>
    None,

    /// <summary>At least one.</summary>
    Some,

    /// <summary>As many as clone-max, placement and online nodes allow.</summary>
    All,
}
