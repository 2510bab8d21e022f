using Pulumi;

namespace HaIac.Cib;

/// <summary>Addresses and ports of a <see cref="Bundle"/>. Source: Pacemaker Explained, Bundles, Bundle Network Properties.</summary>
public sealed class BundleNetworkArgs : ResourceArgs
{
    /// <summary>Address of the first container; the others take those that follow.</summary>
    /// <value>Default: none; the containers have no addresses of their own.</value>
    [Input("ipRangeStart")]
    public Input<string>? IpRangeStart { get; set; }

    /// <summary>Port on which the cluster talks to the containers. Bundles on the host's network must not share it.</summary>
    /// <value>1 to 65535. Default: 3121.</value>
    [Input("controlPort")]
    public Input<int>? ControlPort { get; set; }

    /// <summary>Interface of the host that gets the addresses.</summary>
    /// <value>Default: the one that routes to them.</value>
    [Input("hostInterface")]
    public Input<string>? HostInterface { get; set; }

    /// <summary>Length of the net mask of the addresses, in bits.</summary>
    /// <value>0 to 128. Default: 32.</value>
    [Input("hostNetmask")]
    public Input<int>? HostNetmask { get; set; }

    /// <summary>Whether each container's hosts file names all containers.</summary>
    /// <value>Default: true.</value>
    [Input("addHost")]
    public Input<bool>? AddHost { get; set; }

    [Input("ports")]
    private InputList<PortMappingArgs>? _ports;

    /// <summary>Ports of the host that lead into the containers.</summary>
    /// <value>Default: none.</value>
    public InputList<PortMappingArgs> Ports
    {
        get => _ports ??= new InputList<PortMappingArgs>();
        set => _ports = value;
    }
}
