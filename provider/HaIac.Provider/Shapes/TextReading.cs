
namespace HaIac.Provider.Shapes;

/// <summary>What reading a text gave: its meaning in one spelling, or why it is refused.</summary>
/// <param name="Meaning">The spelling that stands for all spellings of this meaning; null when the text is refused.</param>
/// <param name="Fault">What is wrong with the text; null when it is accepted.</param>
/// <param name="Code">The finding that reports the fault.</param>
internal readonly record struct TextReading(string? Meaning, string? Fault = null, Operating.Findings.FindingCode? Code = null);
