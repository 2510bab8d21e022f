using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing;

/// <summary>One part on its three sides; at least one is there.</summary>
internal sealed record PartTriple(ObjectShape? Last, ObjectShape? Wanted, CibElement? Live);
