namespace HaIac.Transport;

/// <summary>How patient a transport is, and how much it reads.</summary>
public sealed class TransportSettings
{
    /// <summary>Limit of one query of the cluster. Default 60 s.</summary>
    public TimeSpan QueryTimeout { get; set; } = TransportDefaults.QueryTimeout;

    /// <summary>Limit of one patch. Default 120 s: a large CIB takes the CIB manager some seconds under load.</summary>
    public TimeSpan PatchTimeout { get; set; } = TransportDefaults.PatchTimeout;

    /// <summary>Limit of one run of the scheduler. Default 120 s.</summary>
    public TimeSpan SimulationTimeout { get; set; } = TransportDefaults.SimulationTimeout;

    /// <summary>
    /// Limit of one change of units on a node. Default 180 s: systemd gives a unit 90 s to stop and 90 s to start unless the unit says otherwise. Looking at units, and
    /// all work on files, has the limit of a query.
    /// </summary>
    public TimeSpan UnitTimeout { get; set; } = TransportDefaults.UnitTimeout;

    /// <summary>How long work on a node waits for more work on the same node, to go there together. Default 10 ms.</summary>
    public TimeSpan NodeGatherTime { get; set; } = TransportDefaults.NodeGatherTime;

    /// <summary>
    /// How long work on a node waits for the work before it, to go there together with what comes meanwhile. Default 250 ms: a service that starts slowly must not hold
    /// up others for longer.
    /// </summary>
    public TimeSpan NodePatience { get; set; } = TransportDefaults.NodePatience;

    /// <summary>How many bytes one command may answer. Default 256 MiB: far above any real CIB.</summary>
    public int OutputLimit { get; set; } = TransportDefaults.OutputLimit;

    /// <summary>How long to wait for another process that is changing the same virtual cluster. Default 60 s.</summary>
    public TimeSpan LockTimeout { get; set; } = TransportDefaults.LockTimeout;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
