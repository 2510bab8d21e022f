using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Values;

/// <summary>A length of time in one of Pacemaker's spellings. Two are equal when they last equally long: <c>60</c>, <c>60s</c>, <c>1min</c>, <c>PT1M</c>.</summary>
/// <remarks>Source: Pacemaker Explained, Property Types, duration and interval; a number without unit counts seconds, a month 30 days.</remarks>
public readonly partial record struct CibDuration : IComparable<CibDuration>
{
    private readonly string? _text;

    private CibDuration(TimeSpan value, string text)
    {
        Value = value;
        _text = text;
    }

    /// <summary>No time at all; as an interval: the operation does not recur.</summary>
    public static CibDuration Zero { get; } = new(TimeSpan.Zero, "0s");

    /// <summary>The length of time; zero or more.</summary>
    public TimeSpan Value { get; }

    /// <summary>The duration of a time span, in milliseconds where it is not a whole number of seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time span is negative.</exception>
    public static CibDuration Of(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
        var milliseconds = value.Ticks / TimeSpan.TicksPerMillisecond;
        return new(
            value,
            milliseconds % 1000 == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000}s")
                : string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms"));
    }

    /// <summary>Reads a duration.</summary>
    /// <exception cref="CibException">HAI3012: the text is no duration; the message lists the accepted spellings.</exception>
    public static CibDuration Parse(string? text) =>
        TryParse(text, out var duration, out var reason) ? duration : throw BadValue.Exception(CibFindingCodes.BadDuration, text, reason);

    /// <summary>Reads a duration; <paramref name="reason"/> says what is wrong with the text.</summary>
    public static bool TryParse(string? text, out CibDuration duration, [NotNullWhen(false)] out string? reason)
    {
        var trimmed = text?.Trim() ?? "";
        var value = trimmed.StartsWith('P') ? OfIso(trimmed) : OfUnit(trimmed);
        reason = value is null
            ? "expected a whole number with a unit: 20 or 20s or 20sec (seconds), 500ms or 500msec, 250us or 250usec, 5m or 5min, 1h or 1hr; or ISO 8601 such as PT1M30S"
            : null;
        duration = value is null ? default : new CibDuration(value.Value, trimmed);
        return value is not null;
    }

    /// <summary>Whether both last equally long, however they are spelled.</summary>
    public bool Equals(CibDuration other) => Value == other.Value;

    /// <summary>A hash that agrees with <see cref="Equals(CibDuration)"/>.</summary>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>Orders durations from short to long.</summary>
    public int CompareTo(CibDuration other) => Value.CompareTo(other.Value);

    /// <summary>The duration as it was written.</summary>
    public override string ToString() => _text ?? "0s";

    private static TimeSpan? OfUnit(string text)
    {
        var match = NumberWithUnit().Match(text);
        if (!match.Success || !long.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return Times(number, match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "us" or "usec" => TimeSpan.TicksPerMicrosecond,
            "ms" or "msec" => TimeSpan.TicksPerMillisecond,
            "m" or "min" => TimeSpan.TicksPerMinute,
            "h" or "hr" => TimeSpan.TicksPerHour,
            _ => TimeSpan.TicksPerSecond,
        });
    }

    private static TimeSpan? OfIso(string text)
    {
        var match = Iso8601().Match(text);
        if (!match.Success || text.Length < 3 || text.EndsWith('T'))
        {
            return null;
        }

        TimeSpan? sum = TimeSpan.Zero;
        foreach (var (part, ticks) in s_isoParts)
        {
            if (!match.Groups[part].Success)
            {
                continue;
            }

            var length = long.TryParse(match.Groups[part].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Times(number, ticks) : null;
            sum = sum is null || length is null || sum.Value > TimeSpan.MaxValue - length.Value ? null : sum + length;
        }

        return sum;
    }

    private static TimeSpan? Times(long number, long ticks) => number > TimeSpan.MaxValue.Ticks / ticks ? null : TimeSpan.FromTicks(number * ticks);

    private static readonly (string Part, long Ticks)[] s_isoParts =
    [
        ("months", 30 * TimeSpan.TicksPerDay),
        ("weeks", 7 * TimeSpan.TicksPerDay),
        ("days", TimeSpan.TicksPerDay),
        ("hours", TimeSpan.TicksPerHour),
        ("minutes", TimeSpan.TicksPerMinute),
        ("seconds", TimeSpan.TicksPerSecond),
    ];

    [GeneratedRegex(@"^(?<number>[0-9]{1,18})[ \t]*(?<unit>us|usec|ms|msec|s|sec|m|min|h|hr|)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberWithUnit();

    // A year has no fixed length for Pacemaker (2.1.5 makes none of it), so it is left out.
    // Without T hours and seconds are understood all the same, as Pacemaker does; M is months then.
    [GeneratedRegex(
        """
        ^P((?<months>[0-9]{1,12})M)?((?<weeks>[0-9]{1,12})W)?((?<days>[0-9]{1,12})D)?
        (T((?<hours>[0-9]{1,12})H)?((?<minutes>[0-9]{1,12})M)?((?<seconds>[0-9]{1,18})S)?|((?<hours>[0-9]{1,12})H)?((?<seconds>[0-9]{1,18})S)?)$
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Iso8601();
}
