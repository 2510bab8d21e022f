using HaIac.SharedServices;

namespace HaIac;

/// <summary>Inputs of a <see cref="ReadyService"/>.</summary>
public class ReadyServiceArgs : ServiceSettings
{
    /// <summary>
    /// Virtual addresses that live where the service does: with a running instance, or with a promoted one where instances are promoted. They are brought
    /// up before a service that binds to them, and after a promotion.
    /// </summary>
    /// <value>Default: none.</value>
    public List<VirtualIp> Addresses { get; set; } = [];

    /// <summary>Values that follow from the arguments of the component; above the definition's, below the user's hash.</summary>
    internal virtual ResourceHash OwnParameters => [];
}
