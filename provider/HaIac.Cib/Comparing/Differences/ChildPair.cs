using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>One child element on both sides, and what stands for it in the aligned element.</summary>
/// <param name="Old">The earlier one; null when it is new.</param>
/// <param name="New">The later one; null when it is gone.</param>
/// <param name="Result">What stands for it; the very instance of <paramref name="Old"/> where nothing differs, null where nothing is needed.</param>
internal readonly record struct ChildPair(CibElement? Old, CibElement? New, CibElement? Result);
