using HaIac.Cib.Values;

namespace HaIac.Cib.Constraints;

/// <summary>Resources that a constraint treats alike, in an order.</summary>
/// <remarks>Source: Pacemaker Explained, Resource Sets; constraints-3.9.rng element-resource-set.</remarks>
public sealed record ResourceSet
{
    /// <summary>Its id.</summary>
    /// <value>Default: null, a new one gets <c>CONSTRAINT_set</c>, and it is known by its settings and members, then by its place.</value>
    public CibId? Id { get; init; }

    /// <summary>The id of a set in another constraint that holds here too; then nothing else may be set. Default: null.</summary>
    public CibId? IdRef { get; init; }

    /// <summary>The resources, or tags, in their order; at least one unless <see cref="IdRef"/> is set.</summary>
    public ValueList<CibId> Members { get; init; } = [];

    /// <summary>Whether the members go one after the other: order starts them in turn, colocation places each with its neighbour; null means true.</summary>
    public bool? Sequential { get; init; }

    /// <summary>Orders only: whether all members must be active before the next set begins; null means true.</summary>
    public bool? RequireAll { get; init; }

    /// <summary>Colocations only: to which neighbour the members of a sequential set are bound; null means <see cref="SetOrdering.Group"/>.</summary>
    public SetOrdering? Ordering { get; init; }

    /// <summary>Orders only: what happens to the members; null means start.</summary>
    public OrderAction? Action { get; init; }

    /// <summary>Applies to members in this role only; null means any.</summary>
    public ResourceRole? Role { get; init; }

    /// <summary>Colocations only: how much the members want to be together, in place of the constraint's.</summary>
    /// <value>Score, −1 000 000 to 1 000 000; default null, the constraint's.</value>
    public Score? Score { get; init; }

    /// <summary>Orders only: how strictly, in place of the constraint's; null leaves that.</summary>
    public OrderKind? Kind { get; init; }
}
