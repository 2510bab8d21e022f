using HaIac.Cib.Values;

namespace HaIac.Transport.Observing;

/// <summary>A constraint that keeps a resource off a node.</summary>
/// <param name="ConstraintId">Id of the constraint; <c>cli-ban-…</c> when an operator made it.</param>
/// <param name="Resource">Id of the resource.</param>
/// <param name="Node">The node.</param>
/// <param name="PromotedOnly">True if it forbids only the promoted role.</param>
public sealed record NodeBan(string ConstraintId, string Resource, NodeName Node, bool PromotedOnly);
