using HaIac.Engine.Events;

namespace HaIac.Engine.Rendering;

/// <summary>The short list of changed keys on a row: <c>[diff: +new-gone~changed]</c> (display rule 18).</summary>
internal static class DiffSummary
{
    /// <summary>The list with its brackets; empty if there is nothing to tell.</summary>
    /// <param name="step">The step.</param>
    /// <param name="options">What the view shows.</param>
    public static string Of(StepMetadata step, DisplayOptions options)
    {
        if (StepText.Masked(step.Old, options) is not { } old || StepText.Masked(step.New, options) is not { } now)
            return "";
        var signs = new SortedDictionary<string, ChangeSign>(StringComparer.Ordinal);
        if (step.DetailedDiff is { } detailed)
            AddDetailed(signs, detailed, old, now);
        else if (step.Op != StepOp.Same)
            AddInputs(signs, old, now);
        if (old.Provider != now.Provider)
            signs["provider"] = ChangeSign.Changed;
        if (old.Protect != now.Protect)
            signs["protect"] = ChangeSign.Changed;
        if (!step.Diffs.IsEmpty)
        {
            foreach (var key in signs.Keys.Except(step.Diffs, StringComparer.Ordinal).ToList())
                signs.Remove(key);
        }

        // Taint stands before the keys, which are in order.
        var changed = signs.Where(sign => sign.Value == ChangeSign.Changed).Select(sign => sign.Key);
        if (old.Taint != now.Taint)
            changed = changed.Prepend("taint");
        var text = Group("+", signs.Where(sign => sign.Value == ChangeSign.Added).Select(sign => sign.Key))
            + Group("-", signs.Where(sign => sign.Value == ChangeSign.Deleted).Select(sign => sign.Key))
            + Group("~", changed);
        return text.Length == 0 ? "" : $"[diff: {text}]";
    }

    private static void AddDetailed(
        SortedDictionary<string, ChangeSign> signs,
        System.Collections.Immutable.ImmutableSortedDictionary<string, PropertyDiff> detailed,
        StepState old,
        StepState now)
    {
        foreach (var (path, diff) in detailed)
        {
            var elements = PropertyPath.Parse(path);
            if (elements.Count == 0 || elements[0] is not string key)
                continue;
            if (elements.Count == 1)
            {
                signs[key] = diff.Kind.IsAdd() ? ChangeSign.Added : diff.Kind.IsDelete() ? ChangeSign.Deleted : ChangeSign.Changed;
                continue;
            }

            var before = diff.InputDiff ? old.Inputs : old.Outputs;
            signs[key] = !before.ContainsKey(key) ? ChangeSign.Added : !now.Inputs.ContainsKey(key) ? ChangeSign.Deleted : ChangeSign.Changed;
        }
    }

    private static void AddInputs(SortedDictionary<string, ChangeSign> signs, StepState old, StepState now)
    {
        foreach (var (key, change) in ValueComparer.Compare(old.Inputs, now.Inputs).Fields)
        {
            if (change.Sign != ChangeSign.Same && !ValuePrinter.IsPrivate(key))
                signs[key] = change.Sign;
        }
    }

    private static string Group(string sign, IEnumerable<string> keys)
    {
        var text = string.Join(',', keys);
        return text.Length == 0 ? "" : sign + text;
    }
}
