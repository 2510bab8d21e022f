namespace HaIac.Cib.Rules;

/// <summary>How long a range of dates lasts from its start; the parts add up. One without any part ends where it starts.</summary>
/// <remarks>Source: Pacemaker Explained, Rules, Duration; rule-3.9.rng duration. Older schemas know no days, minutes and seconds.</remarks>
public sealed record DateDuration
{
    /// <summary>Years. Default: null, none.</summary>
    public int? Years { get; init; }

    /// <summary>Months. Default: null, none.</summary>
    public int? Months { get; init; }

    /// <summary>Weeks. Default: null, none.</summary>
    public int? Weeks { get; init; }

    /// <summary>Days. Default: null, none.</summary>
    public int? Days { get; init; }

    /// <summary>Hours. Default: null, none.</summary>
    public int? Hours { get; init; }

    /// <summary>Minutes. Default: null, none.</summary>
    public int? Minutes { get; init; }

    /// <summary>Seconds. Default: null, none.</summary>
    public int? Seconds { get; init; }

    /// <summary>The parts that are set by their names in the CIB, from long to short.</summary>
    internal IEnumerable<(string Name, int Count)> Parts =>
        new (string Name, int? Count)[]
        {
            ("years", Years), ("months", Months), ("weeks", Weeks), ("days", Days), ("hours", Hours), ("minutes", Minutes), ("seconds", Seconds),
        }
        .Where(part => part.Count is not null)
        .Select(part => (part.Name, part.Count!.Value));
}
