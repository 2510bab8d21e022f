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

    /// <summary>How many bytes one command may answer. Default 256 MiB: far above any real CIB.</summary>
    public int OutputLimit { get; set; } = TransportDefaults.OutputLimit;

    /// <summary>How long to wait for another process that is changing the same virtual cluster. Default 60 s.</summary>
    public TimeSpan LockTimeout { get; set; } = TransportDefaults.LockTimeout;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
