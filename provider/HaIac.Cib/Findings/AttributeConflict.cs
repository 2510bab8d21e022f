using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Findings;

/// <summary>One attribute that was changed by somebody else between our last write and this one.</summary>
/// <param name="Object">The object it belongs to.</param>
/// <param name="Attribute">The attribute, as in <c>meta_attributes.clone-max</c> or <c>operations[monitor].interval</c>.</param>
/// <param name="LastApplied">What we last wrote; null when we did not set it.</param>
/// <param name="Live">What the cluster has now; null when it is not set.</param>
/// <param name="Wanted">What is declared now; null when it is no longer declared.</param>
/// <param name="Writer">Who wrote the cluster's configuration last.</param>
public sealed record AttributeConflict(CibId Object, string Attribute, string? LastApplied, string? Live, string? Wanted, LastWriter Writer);
