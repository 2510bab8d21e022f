using Pulumi;

namespace HaIac.SharedServices;

/// <summary>Inputs of a <see cref="VirtualIp"/>.</summary>
public sealed class VirtualIpArgs : ResourceArgs
{
    /// <summary>The address, IPv4 or IPv6.</summary>
    /// <value>Required.</value>
    public Input<string>? Ip { get; set; }

    /// <summary>Length of the network prefix in bits.</summary>
    /// <value>0 to 32, or to 128 for IPv6. Default: the agent takes it from the interface that has a matching network.</value>
    public Input<int>? CidrNetmask { get; set; }

    /// <summary>Network interface that gets the address.</summary>
    /// <value>Default: the agent finds the interface by the routing table; required for IPv6 link-local addresses.</value>
    public Input<string>? Nic { get; set; }

    /// <summary>How often the address is checked.</summary>
    /// <value>Default: 10 s.</value>
    public TimeSpan MonitorInterval { get; set; } = TimeSpan.FromSeconds(10);
}
