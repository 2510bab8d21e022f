namespace HaIac.Cib.Rules;

/// <summary>Conditions on the time that no moment meets.</summary>
/// <remarks>1. A part of a calendar that no clock shows, or that runs backwards. 2. A range that ends before it starts. 3. Days that are in no calendar.</remarks>
internal static class DateContradiction
{
    /// <summary>The zones of the earth are at most this far from UTC, westwards and eastwards.</summary>
    private static readonly TimeSpan s_west = TimeSpan.FromHours(12);
    private static readonly TimeSpan s_east = TimeSpan.FromHours(14);

    public static string? Find(IReadOnlyList<RuleExpression> allOf)
    {
        var dates = allOf.OfType<DateExpression>().ToList();
        var calendars = dates.FindAll(date => date is { Comparison: DateComparison.Calendar, Spec: not null });
        return calendars.Select(BadPart).FirstOrDefault(reason => reason is not null)
            ?? EndsBeforeItStarts(dates)
            ?? Disjoint(calendars)
            ?? (calendars.Count > 0 && !CalendarDays.Any(calendars.ConvertAll(calendar => calendar.Spec!))
                ? $"no day of any year is in {string.Join(" and ", calendars.Select(calendar => $"\"{calendar}\""))}"
                : null);
    }

    private static string? BadPart(DateExpression calendar)
    {
        foreach (var (name, range) in calendar.Spec!.Parts)
        {
            if (range.First > range.Last)
            {
                return $"{name}={range} runs backwards and holds no number; part it into two conditions with or between them";
            }

            if (LimitsOf(name) is var (least, most) && (range.First > most || range.Last < least))
            {
                return FormattableString.Invariant($"{name}={range} never comes: {name} go from {least} to {most}");
            }
        }

        return null;
    }

    private static (int Least, int Most)? LimitsOf(string part) => part switch
    {
        "seconds" or "minutes" => (0, 59),
        "hours" => (0, 23),
        "weekdays" => (1, 7),
        "monthdays" => (1, 31),
        "yeardays" => (1, 366),
        "months" => (1, 12),
        "weeks" => (1, 53),
        "moon" => (0, 7),
        _ => null,
    };

    private static string? EndsBeforeItStarts(List<DateExpression> dates)
    {
        foreach (var from in dates.Where(date => date is { Comparison: DateComparison.InRange or DateComparison.After, Start: not null }))
        {
            foreach (var to in dates.Where(date => date is { Comparison: DateComparison.InRange or DateComparison.Before, End: not null }))
            {
                var bothIncluded = from.Comparison == DateComparison.InRange && to.Comparison == DateComparison.InRange;
                if (IsOver(from.Start!, to.End!, bothIncluded))
                {
                    return ReferenceEquals(from, to) ? $"\"{from}\" ends before it starts" : $"\"{from}\" and \"{to}\" exclude each other";
                }
            }
        }

        return null;
    }

    /// <summary>Whether an end is before a start for certain, wherever the node is.</summary>
    private static bool IsOver(RuleDate start, RuleDate end, bool bothIncluded)
    {
        if (start.Local is not { } from || end.Local is not { } to)
        {
            return false;
        }

        // Where one side names its zone and the other is the node's own time, the node may be anywhere.
        var gap = (start.Offset, end.Offset) switch
        {
            (null, null) => to - from,
            (null, { } offset) => to - offset - (from - s_east),
            ({ } offset, null) => to + s_west - (from - offset),
            ({ } startOffset, { } endOffset) => to - endOffset - (from - startOffset),
        };
        return gap < TimeSpan.Zero || (gap == TimeSpan.Zero && !bothIncluded);
    }

    private static string? Disjoint(List<DateExpression> calendars)
    {
        foreach (var one in calendars)
        {
            foreach (var other in calendars)
            {
                if (one.Spec!.Parts.Join(other.Spec!.Parts, part => part.Name, part => part.Name, (a, b) => a.Range.First > b.Range.Last).Any(over => over))
                {
                    return $"\"{one}\" and \"{other}\" exclude each other";
                }
            }
        }

        return null;
    }
}
