using System.Text;

namespace HaIac.Engine;

/// <summary>The form of the engine's own messages: a searchable headline, then what, where, why and mend.</summary>
public static class EngineFinding
{
    /// <summary>Text of a finding, without severity: the display puts that in front.</summary>
    /// <param name="code">Code, such as <c>HAI1401</c>.</param>
    /// <param name="summary">Fixed headline, without names.</param>
    /// <param name="what">What was found, with the values as the user gave them.</param>
    /// <param name="where">Resource, property, file.</param>
    /// <param name="why">The rule behind it; empty leaves the line out.</param>
    /// <param name="mend">What the user can do.</param>
    public static string Text(string code, string summary, string what, string where, string why, string mend)
    {
        var text = new StringBuilder(code).Append(": ").Append(summary);
        foreach (var (label, value) in new[] { ("what ", what), ("where", where), ("why  ", why), ("mend ", mend) })
        {
            if (value.Length > 0)
            {
                // Further lines of one entry stay under its text.
                text.Append("\n  ").Append(label).Append("  ").Append(value.TrimEnd().Replace("\n", "\n         ", StringComparison.Ordinal));
            }
        }

        return text.ToString();
    }
}
