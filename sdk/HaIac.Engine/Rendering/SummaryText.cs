using System.Globalization;
using HaIac.Engine.Events;

namespace HaIac.Engine.Rendering;

/// <summary>The block that counts what was done (display rule D).</summary>
internal static class SummaryText
{
    private static readonly (StepOp Op, string Plan, string Done)[] Listed =
    [
        (StepOp.Create, "to create", "created"),
        (StepOp.Update, "to update", "updated"),
        (StepOp.Delete, "to delete", "deleted"),
        (StepOp.Replace, "to replace", "replaced"),
        (StepOp.Import, "to import", "imported"),
    ];

    /// <summary>Prints the block, without the empty line after it.</summary>
    /// <param name="summary">What was done.</param>
    /// <param name="errored">How many resources have an error.</param>
    /// <param name="output">Takes the text.</param>
    public static void Print(SummaryEvent summary, int errored, IDisplayOutput output)
    {
        output.Line("Resources:");
        var kinds = 0;
        var changes = 0;
        foreach (var (op, plan, done) in Listed)
        {
            var count = summary.ResourceChanges.GetValueOrDefault(op);
            if (count == 0)
                continue;
            kinds++;
            changes += count;
            output.Line($"    {StepWords.Of(op).Symbol}{count} {(summary.IsPreview ? plan : done)}");
        }

        var last = new List<string>();
        if (kinds > 1)
            last.Add($"{changes} changes");
        if (summary.ResourceChanges.GetValueOrDefault(StepOp.Same) is > 0 and var same)
            last.Add($"{same} unchanged");
        if (last.Count > 0)
            output.Line("    " + string.Join(". ", last));
        if (errored > 0)
            output.Line($"    {errored} errored");
        if (summary.IsPreview)
            return;
        output.Line("");
        output.Line($"Duration: {Duration(summary.Duration)}");
    }

    /// <summary>A duration in whole seconds, rounded up: <c>1m5s</c>.</summary>
    /// <param name="time">The duration.</param>
    public static string Duration(TimeSpan time)
    {
        var seconds = (long)Math.Ceiling(time.TotalSeconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds % 60}s");
        if (seconds >= 60)
            text = $"{seconds / 60 % 60}m{text}";
        return seconds >= 3600 ? $"{seconds / 3600}h{text}" : text;
    }
}
