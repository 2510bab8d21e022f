using Pulumi;

namespace HaIac.Cib;

/// <summary>An operation of a primitive. Source: Pacemaker Explained, Resource Operations.</summary>
public sealed class OperationArgs : ResourceArgs
{
    /// <summary>What is done: monitor, start, stop, promote, demote, reload, notify.</summary>
    /// <value>Required.</value>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }

    /// <summary>How often it is repeated, in Pacemaker's spelling (30s, 500ms, 2min, PT1M).</summary>
    /// <value>Default: 0, once.</value>
    [Input("interval")]
    public Input<string>? Interval { get; set; }

    /// <summary>How long one run may take.</summary>
    /// <value>Default: the cluster's, 20 s.</value>
    [Input("timeout")]
    public Input<string>? Timeout { get; set; }

    /// <summary>Only for this role: Started, Stopped, Promoted, Unpromoted.</summary>
    /// <value>Default: any.</value>
    [Input("role")]
    public Input<string>? Role { get; set; }

    /// <summary>What the cluster does when it fails: ignore, block, stop, restart, standby, fence, demote.</summary>
    /// <value>Default: restart; fence for stop where fencing is on.</value>
    [Input("onFail")]
    public Input<string>? OnFail { get; set; }

    [Input("extra")]
    private InputMap<string>? _extra;

    /// <summary>Further attributes by their CIB names, such as start-delay.</summary>
    /// <value>Default: none.</value>
    public InputMap<string> Extra
    {
        get => _extra ??= new InputMap<string>();
        set => _extra = value;
    }
}
