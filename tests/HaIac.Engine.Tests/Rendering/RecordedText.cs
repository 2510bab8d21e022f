using System.Text.Json;
using System.Text.RegularExpressions;
using HaIac.Engine.Events;
using HaIac.Engine.Rendering;

namespace HaIac.Engine.Tests.Rendering;

/// <summary>Recorded text, cut to what one operation printed and freed of times.</summary>
internal static partial class RecordedText
{
    /// <summary>The lines of the last operation: the event log holds that one only.</summary>
    public static List<string> LastOperation(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var start = all.FindLastIndex(line => Label().IsMatch(line));
        all = start < 0 ? all : all[start..];

        // Hints and generated programs come from the command, not from the view.
        var hint = all.FindIndex(line => line.StartsWith("The resources in the stack have been deleted", StringComparison.Ordinal)
            || line.StartsWith("The stack has been deleted", StringComparison.Ordinal)
            || line.StartsWith("All unprotected resources", StringComparison.Ordinal)
            || line.StartsWith("Please copy the following code", StringComparison.Ordinal)
            || line.StartsWith("The resource 'dev' in the organization", StringComparison.Ordinal)
            || line.StartsWith("The resource 'dev'", StringComparison.Ordinal));
        return hint < 0 ? all : all[..hint];
    }

    public static List<string> Render(List<string> arguments, string label, JsonElement events) =>
        RenderedOperation.Lines(arguments, Operation(label), events.EnumerateArray().Select(json => EventJsonReader.Read(json).Event));

    /// <summary>One text without times, dots and the order that is free.</summary>
    public static string Normal(List<string> lines)
    {
        var kept = lines
            .Where(line => !line.StartsWith("@ ", StringComparison.Ordinal))
            .Select(line => Seconds().Replace(Colours().Replace(line, ""), "(Ns)"))
            .Select(line => line.StartsWith("Duration: ", StringComparison.Ordinal) ? "Duration: N" : line)
            .ToList();
        var diagnostics = kept.IndexOf("Diagnostics:");
        if (diagnostics >= 0)
        {
            var end = kept.FindIndex(diagnostics, line => line is "Outputs:" or "Resources:");
            end = end < 0 ? kept.Count : end;

            // Groups of messages, and messages of several streams, stand in any order; empty lines part the streams, which events do not tell.
            var groups = string.Join('\n', kept[diagnostics..end].Where(line => line.Trim().Length > 0).Order(StringComparer.Ordinal));
            kept.RemoveRange(diagnostics, end - diagnostics);
            kept.Insert(diagnostics, groups);
        }

        // The rows of the stack stand in no fixed place among the others.
        var stack = kept.Where(line => StackRow().IsMatch(line)).Order(StringComparer.Ordinal).ToList();
        kept.RemoveAll(line => StackRow().IsMatch(line));
        while (kept.Count > 0 && kept[^1].Length == 0)
            kept.RemoveAt(kept.Count - 1);
        return string.Join('\n', kept.Concat(stack));
    }

    public static string Difference(string expected, string actual)
    {
        var diff = DiffPlex.DiffBuilder.InlineDiffBuilder.Diff(expected, actual, ignoreWhiteSpace: false);
        return string.Join('\n', diff.Lines.Where(line => line.Type != DiffPlex.DiffBuilder.Model.ChangeType.Unchanged).Select(line => $"{(line.Type == DiffPlex.DiffBuilder.Model.ChangeType.Inserted ? "ours    " : "recorded")} |{line.Text}|"));
    }

    private static DisplayOptions Operation(string label)
    {
        var kind = label switch
        {
            _ when label.Contains("refresh", StringComparison.OrdinalIgnoreCase) => OperationKind.Refresh,
            _ when label.Contains("destroy", StringComparison.OrdinalIgnoreCase) => OperationKind.Destroy,
            _ when label.Contains("import", StringComparison.OrdinalIgnoreCase) => OperationKind.Import,
            _ => OperationKind.Update,
        };
        return new("demo", label[(label.IndexOf('(') + 1)..label.IndexOf(')')], kind, label.StartsWith("Previewing", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(Previewing (update|refresh|destroy|import)|Updating|Refreshing|Destroying|Importing) \(")]
    private static partial Regex Label();

    [GeneratedRegex(@"\([0-9.]+s\)")]
    private static partial Regex Seconds();

    /// <summary>Colours inside messages: printed as they came, but the event log has none.</summary>
    [GeneratedRegex(@"\u001b\[[0-9;]*m")]
    private static partial Regex Colours();

    [GeneratedRegex("^ (  |[+-] |~ ) pulumi:pulumi:Stack ")]
    private static partial Regex StackRow();
}
