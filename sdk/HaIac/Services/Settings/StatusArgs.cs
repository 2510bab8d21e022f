using Pulumi;

namespace HaIac;

/// <summary>What the status of a service looks at. Requirements G2 to G5.</summary>
public sealed class StatusArgs : ResourceArgs
{
    /// <summary>Scope for a simple resource.</summary>
    /// <value>Default: <see cref="StatusScope.Global"/>.</value>
    public StatusScope? Simple { get; set; }

    /// <summary>Scope for a clone.</summary>
    /// <value>Default: <see cref="StatusScope.Local"/>.</value>
    public StatusScope? Cloned { get; set; }

    /// <summary>Scope for a promotable clone.</summary>
    /// <value>Default: <see cref="StatusScope.Local"/>.</value>
    public StatusScope? Promotable { get; set; }

    /// <summary>Whether a missing location constraint of ours counts as drift.</summary>
    /// <value>Default: false.</value>
    [Input("location")]
    public Input<bool>? LocationCounts { get; set; }

    /// <summary>Whether failures on a node make the service "running, failed" there.</summary>
    /// <value>Default: true.</value>
    [Input("failures")]
    public Input<bool>? FailuresCount { get; set; }

    [Input("simple")]
    private Input<string>? SimpleInput => WireText.Of(Simple);

    [Input("clone")]
    private Input<string>? ClonedInput => WireText.Of(Cloned);

    [Input("promotable")]
    private Input<string>? PromotableInput => WireText.Of(Promotable);
}
