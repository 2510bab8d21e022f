namespace HaIac.Operating.Services;

/// <summary>What the status of a service looks at (rules G2-G5 of the requirements).</summary>
internal sealed record StatusSettings
{
    /// <summary>Scope for a simple resource. Default: <see cref="StatusScope.Global"/>.</summary>
    public StatusScope Simple { get; init; } = StatusScope.Global;

    /// <summary>Scope for a clone. Default: <see cref="StatusScope.Local"/>.</summary>
    public StatusScope Cloned { get; init; } = StatusScope.Local;

    /// <summary>Scope for a promotable clone. Default: <see cref="StatusScope.Local"/>.</summary>
    public StatusScope Promotable { get; init; } = StatusScope.Local;

    /// <summary>Whether a missing location constraint of ours counts as drift. Default: false.</summary>
    public bool LocationCounts { get; init; }

    /// <summary>Whether failures on a node make it "running, failed". Default: true.</summary>
    public bool FailuresCount { get; init; } = true;
}

/// <summary>Where a service must run to count as running.</summary>
internal enum StatusScope
{
    /// <summary>On the node that is asked about.</summary>
    Local,

    /// <summary>Anywhere.</summary>
    Global,
}
