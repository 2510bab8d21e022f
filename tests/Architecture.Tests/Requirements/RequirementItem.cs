namespace Architecture.Tests.Requirements;

/// <summary>One requirement of `tests/requirements.tsv`.</summary>
/// <param name="Id">Its name in the design, such as E4.</param>
/// <param name="Marks">Where it comes from; N is a correction of what the originals did.</param>
/// <param name="Meaning">What it asks for, in one line.</param>
/// <param name="LeftOutBecause">Why there is no test for it; null for all that has to have one.</param>
internal sealed record RequirementItem(string Id, string Marks, string Meaning, string? LeftOutBecause)
{
    /// <summary>Whether something in it corrects a fault of the originals, which asks for a test that fails on that fault.</summary>
    public bool Corrects => Marks.Contains('N', StringComparison.Ordinal);
}
