using HaIac.Cib.Values;

namespace HaIac.Cib.Constraints;

/// <summary>How much one resource wants to be, or not to be, where another one is.</summary>
/// <remarks>Source: Pacemaker Explained, Placing Resources Relative to other Resources; constraints-3.9.rng element-colocation.</remarks>
public sealed record ColocationConstraint : CibConstraint
{
    /// <summary>The resource that is placed relative to the other (<c>rsc</c>).</summary>
    public required CibId Dependent { get; init; }

    /// <summary>The resource that is placed first (<c>with-rsc</c>).</summary>
    public required CibId Primary { get; init; }

    /// <summary>How much it wants to be with the primary, or away from it.</summary>
    /// <value>Score, −1 000 000 to 1 000 000: INFINITY means must be together, −INFINITY must be apart.</value>
    public required Score Score { get; init; }

    /// <summary>Applies to the dependent in this role only; null means any.</summary>
    public ResourceRole? DependentRole { get; init; }

    /// <summary>Applies to the primary in this role only; null means any.</summary>
    public ResourceRole? PrimaryRole { get; init; }

    /// <inheritdoc/>
    public override string Tag => "rsc_colocation";
}
