using Pulumi;

namespace HaIac;

/// <summary>How a service is restarted. Requirements I7 to I11.</summary>
public sealed class RestartArgs : ResourceArgs
{
    /// <summary>Whether a service that does not run on the node is left alone.</summary>
    /// <value>Default: true.</value>
    [Input("onlyIfRunning")]
    public Input<bool>? OnlyIfRunning { get; set; }

    /// <summary>Whether a reload is preferred where agent or unit can do it.</summary>
    /// <value>Default: true.</value>
    [Input("preferReload")]
    public Input<bool>? PreferReload { get; set; }

    /// <summary>Whether only the node is put into maintenance and the init system restarts the daemon, instead of the cluster.</summary>
    /// <value>Default: false.</value>
    [Input("inMaintenance")]
    public Input<bool>? InMaintenance { get; set; }

    /// <summary>Whether a rolling restart goes on after a stop that failed.</summary>
    /// <value>Default: false.</value>
    [Input("goesOnAfterFailure")]
    public Input<bool>? GoesOnAfterFailure { get; set; }

    /// <summary>How long the lock on a restart is honoured; its owner may have died.</summary>
    /// <value>Default: 15 minutes.</value>
    public TimeSpan? LockLimit { get; set; }

    [Input("lockLimit")]
    private Input<string>? LockLimitInput => WireText.Of(LockLimit);
}
