using Pulumi;

namespace HaIac;

/// <summary>How the daemon that the init system of each node runs is taken over when the cluster gets the service, and given back when it leaves.</summary>
/// <remarks>
/// A class that runs the native unit itself (systemd, service, lsb) never stops it: the unit is the clustered instance. Requirements E1 to E7, B16.
/// </remarks>
public sealed class TakeoverArgs : ResourceArgs
{
    /// <summary>Whether the native daemon is taken over at all; false makes cluster objects only.</summary>
    /// <value>Default: true.</value>
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    /// <summary>Take over before the cluster starts the service.</summary>
    /// <value>Default: true.</value>
    [Input("onStart")]
    public Input<bool>? OnStart { get; set; }

    /// <summary>Take over when the service is stopped.</summary>
    /// <value>Default: false.</value>
    [Input("onStop")]
    public Input<bool>? OnStop { get; set; }

    /// <summary>Take over when the status is looked at, and on refresh.</summary>
    /// <value>Default: false.</value>
    [Input("onRefresh")]
    public Input<bool>? OnRefresh { get; set; }

    /// <summary>Mask the unit too, so that package scripts cannot start it. Has no effect for a class that runs the unit itself.</summary>
    /// <value>Default: false.</value>
    [Input("mask")]
    public Input<bool>? Mask { get; set; }

    /// <summary>What a takeover that fails is: two instances could run.</summary>
    /// <value>Default: <see cref="FailureLevel.Error"/>.</value>
    public FailureLevel? OnFailure { get; set; }

    [Input("units")]
    private InputList<string>? _units;

    /// <summary>Native units to take over, without <c>.service</c>.</summary>
    /// <value>Default: the service's own.</value>
    public InputList<string> Units
    {
        get => _units ??= new InputList<string>();
        set => _units = value;
    }

    [Input("excludedManagers")]
    private InputList<string>? _excludedManagers;

    /// <summary>Init systems that are left alone: <c>systemd</c>, <c>sysvinit</c>.</summary>
    /// <value>Default: none.</value>
    public InputList<string> ExcludedManagers
    {
        get => _excludedManagers ??= new InputList<string>();
        set => _excludedManagers = value;
    }

    [Input("nativeStandards")]
    private InputList<string>? _nativeStandards;

    /// <summary>Standards of agents that run the native unit itself, which is then never stopped.</summary>
    /// <value>Default: systemd, service, lsb.</value>
    public InputList<string> NativeStandards
    {
        get => _nativeStandards ??= new InputList<string>();
        set => _nativeStandards = value;
    }

    [Input("onFailure")]
    private Input<string>? OnFailureInput => WireText.Of(OnFailure);
}
