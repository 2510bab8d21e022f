using HaIac.Engine.State;

namespace HaIac.Engine.Rendering;

/// <summary>The messages of an operation, by resource (display rule C).</summary>
internal static class DiagnosticsText
{
    /// <summary>Prints the block if there are messages.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="options">What the view shows.</param>
    /// <param name="output">Takes the text.</param>
    public static void Print(IEnumerable<KeyValuePair<string, ProgressRow>> rows, DisplayOptions options, IDisplayOutput output)
    {
        // The stack's own messages sum up; what they sum up is read first.
        var told = rows.Where(row => row.Value.Messages.Count > 0).OrderBy(row => row.Key.Length == 0 || StepFilter.IsStack(row.Key)).ToList();
        if (told.Count == 0)
            return;
        output.Line("Diagnostics:");
        foreach (var (key, row) in told)
        {
            output.Line(Title(key, row, options));
            foreach (var group in row.Messages.GroupBy(message => message.StreamId))
            {
                // A stream is one text that came in pieces; other messages stand for themselves.
                var texts = group.Key == 0
                    ? group.Select(message => message.Prefix + message.Message)
                    : [string.Concat(group.Select(message => message.Message))];
                foreach (var text in texts)
                    Print(text, output);
                output.Line("");
            }
        }
    }

    private static string Title(string key, ProgressRow row, DisplayOptions options)
    {
        if (options.Urns && key.Length > 0)
            return $"  {key}:";
        var name = key.Length == 0 ? $"{options.Project}-{options.Stack}" : new Urn(key).Name;
        return $"  {StepFilter.DisplayType(row.Step.Type)} ({name}):";
    }

    private static void Print(string text, IDisplayOutput output)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        foreach (var line in lines)
            output.Line("    " + line);
    }
}
