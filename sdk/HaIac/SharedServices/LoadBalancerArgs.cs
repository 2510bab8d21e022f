namespace HaIac.SharedServices;

/// <summary>Inputs of a <see cref="LoadBalancer"/>. It listens on its <see cref="ReadyServiceArgs.Addresses"/>.</summary>
public sealed class LoadBalancerArgs : BundledServiceArgs
{
    /// <summary>Name of the systemd unit, without <c>.service</c>.</summary>
    /// <value>Default: haproxy.</value>
    public string UnitName { get; set; } = "haproxy";
}
