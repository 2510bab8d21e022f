using System.Text.RegularExpressions;

namespace Conformance.Tests;

/// <summary>One difference that is meant: where the recording shows it, and what stands there instead.</summary>
/// <param name="Reason">Why the bundled API does otherwise.</param>
/// <param name="Recorded">Pattern of the recorded form; it must occur, so that a line that no longer applies is noticed.</param>
/// <param name="Ours">What the bundled API sends or prints there.</param>
internal sealed record Deviation(string Reason, string Recorded, string Ours)
{
    public string Apply(string line) => Regex.Replace(line, Recorded, Ours);
}
