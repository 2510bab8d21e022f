using HaIac.Cib.Values;

namespace HaIac.Cib.Constraints;

/// <summary>What must happen to one resource before something happens to another.</summary>
/// <remarks>Source: Pacemaker Explained, Specifying the Order in which Resources Should Start/Stop; constraints-3.9.rng element-order.</remarks>
public sealed record OrderConstraint : CibConstraint
{
    /// <summary>The resource that goes first.</summary>
    public required CibId First { get; init; }

    /// <summary>The resource that follows.</summary>
    public required CibId Then { get; init; }

    /// <summary>What happens to it; null means start.</summary>
    public OrderAction? FirstAction { get; init; }

    /// <summary>What waits for it; null means the same as <see cref="FirstAction"/>.</summary>
    public OrderAction? ThenAction { get; init; }

    /// <summary>How strictly; null means Mandatory.</summary>
    public OrderKind? Kind { get; init; }

    /// <summary>Whether the reverse holds for stopping; null means true, for Serialize false.</summary>
    public bool? Symmetrical { get; init; }

    /// <summary>Whether all instances of the first must be active; null means true.</summary>
    public bool? RequireAll { get; init; }

    /// <inheritdoc/>
    public override string Tag => "rsc_order";
}
