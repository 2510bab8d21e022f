namespace HaIac.Cib.Constraints;

/// <summary>Whether the cluster looks for a resource on a node before it starts it anywhere.</summary>
public enum ResourceDiscovery
{
    /// <summary>Look there; the cluster's default.</summary>
    Always,

    /// <summary>Never look there.</summary>
    Never,

    /// <summary>Look only there, and on nodes with a constraint of the same kind.</summary>
    Exclusive,
}
