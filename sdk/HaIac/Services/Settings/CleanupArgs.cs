using Pulumi;

namespace HaIac;

/// <summary>When the failures of a service are cleaned up; what is erased is reported first. Requirements K1 to K3.</summary>
public sealed class CleanupArgs : ResourceArgs
{
    /// <summary>Before a start.</summary>
    /// <value>Default: <see cref="CleanupWhen.Failed"/>.</value>
    public CleanupWhen? OnStart { get; set; }

    /// <summary>Before a stop.</summary>
    /// <value>Default: <see cref="CleanupWhen.Failed"/>.</value>
    public CleanupWhen? OnStop { get; set; }

    /// <summary>When the status is looked at.</summary>
    /// <value>Default: <see cref="CleanupWhen.Never"/>.</value>
    public CleanupWhen? OnStatus { get; set; }

    [Input("onStart")]
    private Input<string>? OnStartInput => WireText.Of(OnStart);

    [Input("onStop")]
    private Input<string>? OnStopInput => WireText.Of(OnStop);

    [Input("onStatus")]
    private Input<string>? OnStatusInput => WireText.Of(OnStatus);
}
