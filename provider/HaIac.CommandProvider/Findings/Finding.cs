using System.Text;

namespace HaIac.CommandProvider.Findings;

/// <summary>Something that a user must know of: what, where, why, and how to mend it.</summary>
/// <param name="Code">Its kind.</param>
/// <param name="What">What is wrong; one sentence.</param>
/// <param name="Where">The resource and property, host or folder concerned.</param>
/// <param name="Why">The cause as far as it is known.</param>
/// <param name="Mend">What the reader can do about it.</param>
internal sealed record Finding(FindingCode Code, string What, string Where, string Why, string Mend)
{
    /// <summary>The property concerned, as a path; empty for the whole resource.</summary>
    public string Property { get; init; } = "";

    /// <summary>The whole finding.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Code.Code}: {Code.Summary}");
        foreach (var (label, value) in ((string, string)[])[("what", What), ("where", Where), ("why", Why), ("mend", Mend)])
        {
            text.Append("\n  ").Append(label.PadRight(7)).Append(value.Replace("\n", "\n         ", StringComparison.Ordinal));
        }

        return text.ToString();
    }
}
