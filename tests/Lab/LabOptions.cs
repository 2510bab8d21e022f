namespace HaIac.Labs;

/// <summary>What kind of lab to start.</summary>
public sealed record LabOptions
{
    /// <summary>The nodes' host names, which are also their names in the cluster. One to nine; default ctl1, ctl2, ctl3.</summary>
    public IReadOnlyList<string> NodeNames { get; init; } = ["ctl1", "ctl2", "ctl3"];

    /// <summary>How long the nodes may take to form a cluster with quorum. Default 3 minutes: the host may be busy.</summary>
    public TimeSpan QuorumLimit { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// How long corosync waits for a member before it calls it lost. Default 4 s: corosync's own 3 s and some room for
    /// a host whose processors are shared.
    /// </summary>
    public TimeSpan MemberTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Whether the lab outlives the process that starts it, until <c>lab.sh down</c>. Default false.</summary>
    public bool Keep { get; init; }

    /// <summary>Receives a line for each stage of bringing up, with the time it took; null for silence.</summary>
    public Action<string>? Progress { get; init; }
}
