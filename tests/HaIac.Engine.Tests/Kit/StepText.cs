using System.Text.RegularExpressions;
using HaIac.Engine.Events;
using HaIac.Engine.Rendering;
using HaIac.Engine.Tests.Rendering;

namespace HaIac.Engine.Tests.Kit;

/// <summary>What an operation prints, and its form: headings, rows, diffs, outputs, counts; sentences are each tool's own.</summary>
internal static partial class StepText
{
    public static List<string> Render(List<string> arguments, string project, string stack, bool isPreview, IEnumerable<EngineEvent> events)
    {
        var kind = arguments[0] switch
        {
            "destroy" => OperationKind.Destroy,
            "refresh" => OperationKind.Refresh,
            _ => OperationKind.Update,
        };
        return RenderedOperation.Lines(arguments, new DisplayOptions(project, stack, kind, isPreview), events);
    }

    /// <summary>The lines whose form is compared, in any order.</summary>
    public static List<string> Lines(IEnumerable<string> text)
    {
        var kept = new List<string>();
        var inDiagnostics = false;
        foreach (var line in text)
        {
            inDiagnostics = line.StartsWith("Diagnostics:", StringComparison.Ordinal) || (inDiagnostics && (line.Length == 0 || line[0] == ' '));
            var explanation = inDiagnostics && line.StartsWith("    ", StringComparison.Ordinal) && !Headline().IsMatch(line);
            if (!StackRow().IsMatch(line) && !Noise().IsMatch(line) && !Sentence().IsMatch(line) && !explanation)
            {
                kept.Add(Blurred(line));
            }
        }

        return kept;
    }

    private static string Blurred(string line)
    {
        var text = Times().Replace(line, "(t)");
        text = text.StartsWith("Duration: ", StringComparison.Ordinal) ? "Duration: t" : text;
        return Message().Replace(Uuid().Replace(text, "<uuid>"), "$1:").TrimEnd();
    }

    [GeneratedRegex("^ {4}(error|warning): ")]
    private static partial Regex Headline();

    [GeneratedRegex("^ .. pulumi:pulumi:Stack \\S+ (?!.*(failed|error|warning|message))")]
    private static partial Regex StackRow();

    [GeneratedRegex("^@ |^\\s*$")]
    private static partial Regex Noise();

    [GeneratedRegex("^[A-Z][^:]* [a-z]+ .{40,}|^If you want|^Note that")]
    private static partial Regex Sentence();

    [GeneratedRegex("\\(\\d+(\\.\\d+)?(m?s|m\\d+s)\\)")]
    private static partial Regex Times();

    [GeneratedRegex("\\b(error|warning): .*")]
    private static partial Regex Message();

    [GeneratedRegex("<uuid-\\d+>|(?!04da6b54)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
