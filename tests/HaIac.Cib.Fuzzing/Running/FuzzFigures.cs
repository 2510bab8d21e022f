using System.Globalization;

namespace HaIac.Cib.Fuzzing.Running;

/// <summary>What a session did.</summary>
public sealed record FuzzFigures
{
    public long Inputs { get; set; }

    /// <summary>Inputs that the reader accepted.</summary>
    public long Accepted { get; set; }

    public long Characters { get; set; }

    /// <summary>Branches of the library that were taken; 0 without instrumentation.</summary>
    public int Branches { get; set; }

    /// <summary>Texts in the corpus at the end.</summary>
    public int Corpus { get; set; }

    /// <summary>Laws that did not hold, each with the first input that showed it.</summary>
    public Dictionary<string, (string Detail, string Input)> Broken { get; } = new(StringComparer.Ordinal);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Inputs} inputs, {Accepted} accepted, {Characters / 1_000_000} million characters, {Branches} branches, {Corpus} texts in the corpus, {Broken.Count} laws broken");
}
