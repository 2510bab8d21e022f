using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>Addresses and ports of the replicas of a bundle.</summary>
/// <remarks>Source: Pacemaker Explained, Bundles, Bundle Network Properties; resources-3.9.rng element-bundle.</remarks>
public sealed record BundleNetwork
{
    /// <summary>The address of the first replica; the others take those that follow. Default: null, no addresses.</summary>
    public string? IpRangeStart { get; init; }

    /// <summary>The port on which the cluster talks to the container.</summary>
    /// <value>Port, 1 to 65535; default null, which Pacemaker takes for 3121.</value>
    public int? ControlPort { get; init; }

    /// <summary>The interface of the host that holds the addresses. Default: null, the one that routes to them.</summary>
    public string? HostInterface { get; init; }

    /// <summary>The length of the net mask of the addresses.</summary>
    /// <value>Bits, 0 to 128; default null, which Pacemaker takes for 32.</value>
    public int? HostNetmask { get; init; }

    /// <summary>Whether names of all replicas are put into each container's hosts file; null leaves true.</summary>
    public bool? AddHost { get; init; }

    /// <summary>Ports of the host that lead into the containers. Default: none.</summary>
    public ValueList<PortMapping> PortMappings { get; init; } = [];
}
