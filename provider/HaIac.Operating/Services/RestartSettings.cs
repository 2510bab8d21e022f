namespace HaIac.Operating.Services;

/// <summary>How a service is restarted (rules I7-I11 of the requirements).</summary>
internal sealed record RestartSettings
{
    /// <summary>Whether a service that does not run on the node is left alone. Default: true.</summary>
    public bool OnlyIfRunning { get; init; } = true;

    /// <summary>Whether a reload is preferred where agent or unit can do it. Default: true.</summary>
    public bool PreferReload { get; init; } = true;

    /// <summary>Whether a node in maintenance restarts it by its init system instead of the cluster. Default: false.</summary>
    public bool InMaintenance { get; init; }

    /// <summary>Whether the roll-out goes on after a stop that failed. Default: false.</summary>
    public bool GoesOnAfterFailure { get; init; }

    /// <summary>How long a lock on the restart of a service is honoured; its owner may have died. Default: 15 minutes.</summary>
    public TimeSpan LockLimit { get; init; } = TimeSpan.FromMinutes(15);
}
