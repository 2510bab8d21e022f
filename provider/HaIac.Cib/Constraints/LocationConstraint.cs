using HaIac.Cib.Values;

namespace HaIac.Cib.Constraints;

/// <summary>How much a resource prefers, or avoids, a node.</summary>
/// <remarks>Source: Pacemaker Explained, Deciding Which Nodes a Resource Can Run On; constraints-3.9.rng element-location.</remarks>
public sealed record LocationConstraint : CibConstraint
{
    /// <summary>The resource.</summary>
    public required CibId Resource { get; init; }

    /// <summary>The node.</summary>
    public required NodeName Node { get; init; }

    /// <summary>How much it prefers the node, or avoids it.</summary>
    /// <value>Score, −1 000 000 to 1 000 000: above zero prefers the node, below avoids it, −INFINITY forbids it.</value>
    public required Score Score { get; init; }

    /// <summary>Limit the preference to instances in this role; null means any.</summary>
    public ResourceRole? Role { get; init; }

    /// <summary>Whether the cluster looks for the resource on that node; null leaves always.</summary>
    public ResourceDiscovery? Discovery { get; init; }

    /// <inheritdoc/>
    public override string Tag => "rsc_location";
}
