using HaIac.Cib.Rules;
using HaIac.Cib.Values;

namespace HaIac.Cib.Constraints;

/// <summary>How much resources want to be, or not to be, where others are.</summary>
/// <remarks>
/// Either a pair, <see cref="Dependent"/> and <see cref="Primary"/>, or <see cref="ResourceSets"/>.
/// Source: Pacemaker Explained, Placing Resources Relative to other Resources; constraints-3.9.rng element-colocation.
/// </remarks>
public sealed record ColocationConstraint : CibConstraint
{
    /// <summary>The resource that is placed relative to the other (<c>rsc</c>). Default: null, the sets say which.</summary>
    public CibId? Dependent { get; init; }

    /// <summary>The resource that is placed first (<c>with-rsc</c>). Default: null, the sets say which.</summary>
    public CibId? Primary { get; init; }

    /// <summary>
    /// Sets in place of a pair. A sequential set places each member with the one before it; in one that is not, all depend on the set
    /// that follows and not on each other. Sets are placed from the last to the first. Default: none.
    /// </summary>
    public ValueList<ResourceSet> ResourceSets { get; init; } = [];

    /// <summary>How much it wants to be with the primary, or away from it.</summary>
    /// <value>Score, −1 000 000 to 1 000 000: INFINITY means must be together, −INFINITY must be apart. Null: not set, which Pacemaker takes for 0.</value>
    public Score? Score { get; init; }

    /// <summary>Applies to the dependent in this role only; null means any.</summary>
    public ResourceRole? DependentRole { get; init; }

    /// <summary>Applies to the primary in this role only; null means any.</summary>
    public ResourceRole? PrimaryRole { get; init; }

    /// <summary>The node attribute that must be equal where both run, for example a rack.</summary>
    /// <value>Default: null, which Pacemaker takes for #uname: the same node.</value>
    public string? NodeAttribute { get; init; }

    /// <summary>Whether the dependent's needs count when the primary is placed: true moves the primary with a dependent that failed too often.</summary>
    /// <value>Default: null, the meta attribute <c>critical</c> of the dependent decides (true).</value>
    public bool? Influence { get; init; }

    /// <summary>The constraint holds only while one of these rules does; deprecated by Pacemaker. Default: none, always.</summary>
    public ValueList<CibRule> Lifetime { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<CibId> NamedResources() => new[] { Dependent, Primary }.Concat(ResourceSets.SelectMany(set => set.Members)).OfType<CibId>();

    /// <inheritdoc/>
    public override string Tag => "rsc_colocation";
}
