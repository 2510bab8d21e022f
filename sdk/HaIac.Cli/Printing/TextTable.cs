namespace HaIac.Cli.Printing;

/// <summary>A small table: headings, columns as wide as their widest cell and two more, the last one not padded.</summary>
internal static class TextTable
{
    /// <summary>Prints a table.</summary>
    /// <param name="output">Takes the text.</param>
    /// <param name="indent">Blanks before each line.</param>
    /// <param name="headings">Headings.</param>
    /// <param name="rows">Rows with as many cells.</param>
    public static void Print(TextWriter output, int indent, IReadOnlyList<string> headings, IReadOnlyCollection<IReadOnlyList<string>> rows)
    {
        var widths = headings.Select((heading, column) => rows.Select(row => row[column].Length).Append(heading.Length).Max()).ToList();
        foreach (var row in rows.Prepend(headings))
        {
            var cells = row.Select((cell, column) => column == row.Count - 1 ? cell : cell.PadRight(widths[column] + 2));
            output.WriteLine(new string(' ', indent) + string.Concat(cells).TrimEnd());
        }
    }
}
