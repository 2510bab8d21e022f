using System.Globalization;
using System.Text;

namespace HaIac.Engine.Rendering;

/// <summary>Texts in quotes, long ones cut (display rules 20).</summary>
internal static class QuotedText
{
    private const int MaxLines = 3;
    private const int MaxLineBytes = 150;

    /// <summary>A text in quotes with everything escaped that would not print.</summary>
    /// <param name="text">The text.</param>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\a' => "\\a",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\v' => "\\v",
                < 0x20 or 0x7f => $"\\x{rune.Value:x2}",
                _ when Prints(rune) => rune.ToString(),
                < 0x10000 => $"\\u{rune.Value:x4}",
                _ => $"\\U{rune.Value:x8}",
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The first lines of a text, each cut; marked by three dots where something is left out.</summary>
    /// <param name="text">The text.</param>
    public static string Cut(string text)
    {
        var lines = text.Split('\n');
        var kept = string.Join('\n', lines.Take(MaxLines).Select(CutLine));
        return lines.Length > MaxLines ? kept + "\n..." : kept;
    }

    /// <summary>A line, cut after 150 bytes.</summary>
    /// <param name="line">Text without line break.</param>
    public static string CutLine(string line)
    {
        if (Encoding.UTF8.GetByteCount(line) <= MaxLineBytes)
            return line;
        var bytes = 0;
        var kept = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxLineBytes)
                break;
            kept.Append(rune.ToString());
        }

        return kept + "...";
    }

    private static bool Prints(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.SpaceSeparator => rune.Value == ' ',
        _ => true,
    };
}
