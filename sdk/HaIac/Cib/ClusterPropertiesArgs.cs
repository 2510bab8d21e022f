using Pulumi;

namespace HaIac.Cib;

/// <summary>Inputs of <see cref="ClusterProperties"/>.</summary>
public sealed class ClusterPropertiesArgs : ResourceArgs
{
    [Input("properties", required: true)]
    private InputMap<string>? _properties;

    /// <summary>Properties by name, such as stonith-enabled. Only those declared here are ours.</summary>
    /// <value>Required, at least one.</value>
    public InputMap<string> Properties
    {
        get => _properties ??= new InputMap<string>();
        set => _properties = value;
    }

    /// <summary>Switches the options off: preview and up tell what would be done and leave the cluster alone.</summary>
    /// <value>Default: false.</value>
    [Input("noop")]
    public Input<bool>? Noop { get; set; }
}
