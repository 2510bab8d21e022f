namespace HaIac.Cib.Documents;

/// <summary>Where an id is.</summary>
/// <param name="Element">What has it.</param>
/// <param name="Top">The object at the top of the section that holds it; the element itself when it is at the top.</param>
/// <param name="Section">The section's tag.</param>
internal readonly record struct IdEntry(CibElement Element, CibElement Top, string Section);
