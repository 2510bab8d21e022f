using HaIac.Cib.Rules;
using HaIac.Cib.Values;

namespace HaIac.Cib.Constraints;

/// <summary>What must happen to some resources before something happens to others.</summary>
/// <remarks>
/// Either a pair, <see cref="First"/> and <see cref="Then"/>, or <see cref="ResourceSets"/>.
/// Source: Pacemaker Explained, Specifying the Order in which Resources Should Start/Stop; constraints-3.9.rng element-order.
/// </remarks>
public sealed record OrderConstraint : CibConstraint
{
    /// <summary>The resource that goes first. Default: null, the sets say which.</summary>
    public CibId? First { get; init; }

    /// <summary>The resource that follows. Default: null, the sets say which.</summary>
    public CibId? Then { get; init; }

    /// <summary>Sets in place of a pair: each begins when the one before it is done. Default: none.</summary>
    public ValueList<ResourceSet> ResourceSets { get; init; } = [];

    /// <summary>What happens to the first; null means start.</summary>
    public OrderAction? FirstAction { get; init; }

    /// <summary>What waits for it; null means the same as <see cref="FirstAction"/>.</summary>
    public OrderAction? ThenAction { get; init; }

    /// <summary>How strictly; null means Mandatory.</summary>
    public OrderKind? Kind { get; init; }

    /// <summary>Whether the reverse holds for stopping; null means true, for Serialize false.</summary>
    public bool? Symmetrical { get; init; }

    /// <summary>Whether all instances of the first must be active; null means true.</summary>
    public bool? RequireAll { get; init; }

    /// <summary>How strictly, in the spelling before <see cref="Kind"/>: above zero Mandatory, else Optional.</summary>
    /// <value>Score, −1 000 000 to 1 000 000; default null. Not together with <see cref="Kind"/>; deprecated by Pacemaker.</value>
    public Score? Score { get; init; }

    /// <summary>The constraint holds only while one of these rules does; deprecated by Pacemaker. Default: none, always.</summary>
    public ValueList<CibRule> Lifetime { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<CibId> NamedResources() => new[] { First, Then }.Concat(ResourceSets.SelectMany(set => set.Members)).OfType<CibId>();

    /// <inheritdoc/>
    public override string Tag => "rsc_order";
}
