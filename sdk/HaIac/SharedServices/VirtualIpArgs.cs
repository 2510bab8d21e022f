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

    /// <summary>Whether an IPv6 address is kept from being chosen as source of the node's own connections, which would break when it moves.</summary>
    /// <value>Default: the agent's, false. Without meaning for IPv4.</value>
    public bool? NoOutgoing { get; set; }

    /// <summary>Ping check without whose success on a node the address is not kept there.</summary>
    /// <value>Default: none.</value>
    public ConnectivityPing? ReachableBy { get; set; }

    /// <summary>How often the address is checked.</summary>
    /// <value>Default: 5 s.</value>
    public TimeSpan MonitorInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Further values over the tested ones, with the keys of every <see cref="ServiceSettings.ResourceHash"/>.</summary>
    /// <value>Default: empty. Starting from: stickiness 1, migration-threshold 3, failure-timeout 60 s, monitor timeout 20 s, start and stop 30 s.</value>
    public ResourceHash ResourceHash { get; set; } = [];
}
