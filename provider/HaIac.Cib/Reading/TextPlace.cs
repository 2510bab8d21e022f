namespace HaIac.Cib.Reading;

/// <summary>A place in a text.</summary>
/// <param name="Line">The line, from 1. LF, CR LF and CR end one.</param>
/// <param name="Column">The place in the line, from 1, in UTF-16 units.</param>
internal readonly record struct TextPlace(int Line, int Column)
{
    /// <summary>The place of the character at an offset.</summary>
    public static TextPlace Of(string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        var lineStart = before.LastIndexOfAny('\n', '\r') + 1;
        return new(1 + LinesIn(before), offset - lineStart + 1);
    }

    /// <summary>How many line ends a piece of text has; a CR at its end counts as one.</summary>
    public static int LinesIn(ReadOnlySpan<char> text)
    {
        var lines = text.Count('\n');
        for (var rest = text; rest.IndexOf('\r') is >= 0 and var at; rest = rest[(at + 1)..])
        {
            if (at + 1 == rest.Length || rest[at + 1] != '\n')
            {
                lines++;
            }
        }

        return lines;
    }
}
