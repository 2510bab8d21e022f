using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>One attribute that differs between two or three sides; attributes that are equal by meaning do not appear.</summary>
/// <param name="Object">The object it belongs to; a primitive in a group or clone is named itself.</param>
/// <param name="Attribute">
/// The attribute: <c>type</c>, <c>instance_attributes.ip</c>, <c>meta_attributes.clone-max</c>, <c>properties.stonith-enabled</c>, <c>operations[monitor].interval</c>
/// (<c>operations[monitor 10s].timeout</c> where there are several of that name), <c>members[ID]</c>, <c>members</c> for their order.
/// </param>
/// <param name="Kind">What it is.</param>
/// <param name="LastApplied">What we last applied; null when we did not set it.</param>
/// <param name="Wanted">What is declared; null when it is not.</param>
/// <param name="Live">What the cluster has; null when it is not set.</param>
public sealed record AttributeChange(CibId Object, string Attribute, ChangeKind Kind, string? LastApplied, string? Wanted, string? Live);
