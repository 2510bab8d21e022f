using System.Globalization;
using HaIac.Engine.Events;
using HaIac.Engine.State;

namespace HaIac.Engine.Rendering;

/// <summary>The text of one row (display rules 6 and 14-17).</summary>
internal sealed class RowText
{
    private readonly DisplayOptions _options;

    /// <summary>Row texts of one operation.</summary>
    /// <param name="options">What the view shows.</param>
    public RowText(DisplayOptions options) => _options = options;

    /// <summary>The row as it stands.</summary>
    /// <param name="key">Key of the row: URN, or empty for a stack that was not seen.</param>
    /// <param name="row">The row.</param>
    /// <param name="isStack">True for the row of the stack.</param>
    /// <param name="atEnd">True if the operation is over.</param>
    /// <param name="now">The time.</param>
    public string Of(string key, ProgressRow row, bool isStack, bool atEnd, DateTimeOffset now)
    {
        var type = StepFilter.DisplayType(row.Step.Type);
        var name = key.Length == 0 ? $"{_options.Project}-{_options.Stack}" : new Urn(key).Name;
        var who = _options.Urns && key.Length > 0 ? key : $"{type} {name}";
        return $" {StepWords.Of(row.Step.Op).Symbol} {who} {Status(row, isStack, atEnd, now)} {Info(row, atEnd)}";
    }

    /// <summary>True if the row needs no last print (display rule 13).</summary>
    /// <param name="row">The row.</param>
    /// <param name="isStack">True for the row of the stack.</param>
    /// <param name="atEnd">True if the operation is over.</param>
    public static bool IsDone(ProgressRow row, bool isStack, bool atEnd) =>
        row.Failed || atEnd || (!isStack && row.Finished.ContainsKey(row.Step.Op));

    private string Status(ProgressRow row, bool isStack, bool atEnd, DateTimeOffset now)
    {
        var words = StepWords.Of(row.Step.Op);
        var status = IsDone(row, isStack, atEnd) ? DoneStatus(row, words, atEnd) : RunningStatus(row, words, isStack, now);
        var retained = row.Step.Old is { RetainOnDelete: true }
            && row.Step.Op is StepOp.Delete or StepOp.Replace or StepOp.CreateReplacement or StepOp.DeleteReplaced;
        return retained ? status + "[retain]" : status;
    }

    private string RunningStatus(ProgressRow row, StepWords words, bool isStack, DateTimeOffset now)
    {
        if (isStack && row.Step.Op == StepOp.Same)
            return "running";
        if (_options.IsPreview)
            return words.Plan;
        if (row.Step.Op == StepOp.Same)
            return "";
        var seconds = row.Start is { } start ? (long)(now - start).TotalSeconds : 0;
        return $"{words.Doing} ({seconds}s)";
    }

    private string DoneStatus(ProgressRow row, StepWords words, bool atEnd)
    {
        if (_options.IsPreview)
            return words.PlanAtEnd;
        var interrupted = atEnd && !row.HasError && row.Step.Present is { Custom: true } && row.Step.Op != StepOp.Same && !row.Finished.ContainsKey(row.Step.Op);
        if (interrupted)
            return words.Doing + " (interrupted)";
        var took = row is { Start: { } start, End: { } end } && row.Step.Op != StepOp.Same ? Took(end - start) : "";
        return row.HasError ? $"**{words.Failed}{took}**" : words.Done + took;
    }

    private static string Took(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1)
            ? string.Create(CultureInfo.InvariantCulture, $" ({time.TotalSeconds:0.00}s)")
            : $" ({(long)time.TotalSeconds}s)";

    private string Info(ProgressRow row, bool atEnd)
    {
        var parts = new List<string>();
        var diff = DiffSummary.Of(DiffStep(row), _options);
        if (diff.Length > 0)
            parts.Add(diff);
        if (!atEnd)
        {
            if (row.LastMessage is { } message)
                parts.Add(message);
        }
        else
        {
            Counted(parts, row.Count(DiagnosticSeverity.Error), "error");
            Counted(parts, row.Count(DiagnosticSeverity.Warning), "warning");
            Counted(parts, row.Count(DiagnosticSeverity.Info, DiagnosticSeverity.InfoError), "message");
            Counted(parts, row.Count(DiagnosticSeverity.Debug), "debug");
        }

        var info = string.Join("; ", parts);
        var end = info.IndexOfAny(['\r', '\n']);
        return end < 0 ? info : info[..end];
    }

    private static void Counted(List<string> parts, int count, string what)
    {
        if (count > 0)
            parts.Add($"{count} {what}{(count == 1 ? "" : "s")}");
    }

    private static StepMetadata DiffStep(ProgressRow row)
    {
        var whole = row.Step.Op switch
        {
            StepOp.CreateReplacement or StepOp.DeleteReplaced => StepOp.Replace,
            StepOp.Import or StepOp.ImportReplacement => row.Step.Op,
            _ => (StepOp?)null,
        };
        return whole is { } op && row.Finished.TryGetValue(op, out var step) ? step : row.Step;
    }
}
