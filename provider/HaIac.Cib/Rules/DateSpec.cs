namespace HaIac.Cib.Rules;

/// <summary>A calendar: matches every moment whose parts are all in the given ranges; parts that are not set do not count.</summary>
/// <remarks>
/// A calendar without any part matches always (measured with crm_simulate 2.1.5). Pacemaker before 2.1 and all schemas before 3.9 know
/// neither minutes nor seconds. Source: Pacemaker Explained, Rules, Date Specifications; rule-3.9.rng date_spec.
/// </remarks>
public sealed record DateSpec
{
    /// <summary>Seconds of the minute, 0 to 59. Default: null, any.</summary>
    public DateRange? Seconds { get; init; }

    /// <summary>Minutes of the hour, 0 to 59. Default: null, any.</summary>
    public DateRange? Minutes { get; init; }

    /// <summary>Hours of the day, 0 to 23: 9-16 is from 09:00:00 to 16:59:59. Default: null, any.</summary>
    public DateRange? Hours { get; init; }

    /// <summary>Days of the week, 1 (Monday) to 7 (Sunday). Default: null, any.</summary>
    public DateRange? Weekdays { get; init; }

    /// <summary>Days of the month, 1 to 31. Default: null, any.</summary>
    public DateRange? Monthdays { get; init; }

    /// <summary>Days of the year, 1 to 366. Default: null, any.</summary>
    public DateRange? Yeardays { get; init; }

    /// <summary>Months, 1 (January) to 12. Default: null, any.</summary>
    public DateRange? Months { get; init; }

    /// <summary>Weeks of the year after ISO 8601, 1 to 53. Default: null, any.</summary>
    public DateRange? Weeks { get; init; }

    /// <summary>Years, as in 2026. Default: null, any.</summary>
    public DateRange? Years { get; init; }

    /// <summary>Years to which weeks belong after ISO 8601; other than <see cref="Years"/> for some days around New Year. Default: null, any.</summary>
    public DateRange? Weekyears { get; init; }

    /// <summary>Phases of the moon, 0 (new) to 7, 4 is full; deprecated by Pacemaker. Default: null, any.</summary>
    public DateRange? Moon { get; init; }

    /// <summary>The parts that are set by their names in the CIB, from long to short.</summary>
    internal IEnumerable<(string Name, DateRange Range)> Parts =>
        new (string Name, DateRange? Range)[]
        {
            ("years", Years), ("months", Months), ("monthdays", Monthdays), ("hours", Hours), ("minutes", Minutes), ("seconds", Seconds),
            ("yeardays", Yeardays), ("weekyears", Weekyears), ("weeks", Weeks), ("weekdays", Weekdays), ("moon", Moon),
        }
        .Where(part => part.Range is not null)
        .Select(part => (part.Name, part.Range!.Value));
}
