using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>What a walk over two documents gives.</summary>
/// <param name="Comparison">What differs.</param>
/// <param name="Aligned">The later document, spelled as the earlier one wherever both mean the same; the earlier one itself when nothing differs.</param>
internal sealed record DocumentAlignment(DocumentComparison Comparison, CibDocument Aligned);
