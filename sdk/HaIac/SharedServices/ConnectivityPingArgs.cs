using Pulumi;

namespace HaIac.SharedServices;

/// <summary>Inputs of a <see cref="ConnectivityPing"/>.</summary>
public sealed class ConnectivityPingArgs : ResourceArgs
{
    /// <summary>Hosts that every node pings, such as the gateways of the public network.</summary>
    /// <value>Required, at least one. A node counts as connected when one of them answers.</value>
    public List<string> Hosts { get; set; } = [];

    /// <summary>Attribute of the node that the result goes into.</summary>
    /// <value>Default: pingd. Two checks need two names.</value>
    public string Attribute { get; set; } = "pingd";

    /// <summary>Further values over the tested ones, with the keys of every <see cref="ServiceSettings.ResourceHash"/>.</summary>
    /// <value>Default: empty. Starting from: multiplier 1000, dampen 30 s, timeout 3 s, monitor every 20 s with 30 s.</value>
    public ResourceHash ResourceHash { get; set; } = [];
}
