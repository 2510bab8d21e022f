using System.Text;

namespace HaIac.Operating.Findings;

/// <summary>Something a user has to know about a property or an object: what, where, why and how to mend it.</summary>
/// <param name="Code">The kind of finding.</param>
/// <param name="What">What was found.</param>
/// <param name="Where">The resource and property concerned.</param>
/// <param name="Why">Why it is not as it should be.</param>
/// <param name="Mend">What the reader can do.</param>
internal sealed record Finding(FindingCode Code, string What, string Where, string Why, string Mend)
{
    /// <summary>The path of the property it is about; empty when it is about the object as a whole.</summary>
    public string Property { get; init; } = "";

    /// <summary>How the cluster was at that moment, one fact per line; empty where that does not matter.</summary>
    public string Report { get; init; } = "";

    /// <summary>The whole text. How grave it is, the engine says before it: <c>error: HAI2101: Summary</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Code.Code}: {Code.Summary}");
        Append(text, "what", What);
        Append(text, "where", Where);
        Append(text, "why", Why);
        Append(text, "mend", Mend);
        if (Report.Length > 0)
        {
            Append(text, "report", Report);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string label, string value) =>
        text.Append("\n  ").Append(label.PadRight(7)).Append(value.ReplaceLineEndings("\n         "));
}
