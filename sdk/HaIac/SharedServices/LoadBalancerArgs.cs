namespace HaIac.SharedServices;

/// <summary>Inputs of a <see cref="LoadBalancer"/>.</summary>
public sealed class LoadBalancerArgs : ServiceSettings
{
    /// <summary>Virtual addresses on which it listens. In a clustered mode each follows a running instance.</summary>
    /// <value>Default: none.</value>
    public List<VirtualIp> Addresses { get; set; } = [];

    /// <summary>Name of the systemd unit, without <c>.service</c>.</summary>
    /// <value>Default: haproxy.</value>
    public string UnitName { get; set; } = "haproxy";
}
