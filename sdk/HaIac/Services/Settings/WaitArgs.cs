using Pulumi;

namespace HaIac;

/// <summary>What starting and stopping wait for, and how patiently. Requirements H7, H8, I3, L1 to L3.</summary>
public sealed class WaitArgs : ResourceArgs
{
    /// <summary>How many instances must run before a start is done.</summary>
    /// <value>Default: <see cref="InstanceWait.Some"/>.</value>
    public InstanceWait? Instances { get; set; }

    /// <summary>Whether the start of a promotable service waits for a promoted instance.</summary>
    /// <value>Default: true.</value>
    [Input("promoted")]
    public Input<bool>? Promoted { get; set; }

    /// <summary>Pause before the first retry; it grows from there.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan? Interval { get; set; }

    /// <summary>How long a wait, retries included, may take.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan? Limit { get; set; }

    /// <summary>How long one command may take.</summary>
    /// <value>Default: 60 s.</value>
    public TimeSpan? CommandTimeout { get; set; }

    /// <summary>What running out of time is.</summary>
    /// <value>Default: <see cref="FailureLevel.Error"/>.</value>
    public FailureLevel? OnTimeout { get; set; }

    [Input("instances")]
    private Input<string>? InstancesInput => WireText.Of(Instances);

    [Input("interval")]
    private Input<string>? IntervalInput => WireText.Of(Interval);

    [Input("limit")]
    private Input<string>? LimitInput => WireText.Of(Limit);

    [Input("commandTimeout")]
    private Input<string>? CommandTimeoutInput => WireText.Of(CommandTimeout);

    [Input("onTimeout")]
    private Input<string>? OnTimeoutInput => WireText.Of(OnTimeout);
}
