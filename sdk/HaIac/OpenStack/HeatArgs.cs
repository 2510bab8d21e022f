using HaIac.SharedServices;

namespace HaIac.OpenStack;

/// <summary>Inputs of <see cref="Heat"/>. Mode, class, parameters and order hold for all its daemons.</summary>
public sealed class HeatArgs : ServiceSettings
{
    /// <summary>Load balancer in front of the APIs; the endpoint is at its first address.</summary>
    /// <value>Default: none, and then there is no endpoint.</value>
    public LoadBalancer? Behind { get; set; }
}
