using System.Globalization;
using System.Xml;

namespace HaIac;

/// <summary>Durations in the spelling that Pacemaker's tools write.</summary>
internal static class PacemakerDuration
{
    public const string Expected = "a duration such as 30, 30s, 500ms, 2min or PT1M";

    public static string Format(TimeSpan value) =>
        value.Ticks % TimeSpan.TicksPerSecond == 0
            ? ((long)value.TotalSeconds).ToString(CultureInfo.InvariantCulture) + "s"
            : ((long)value.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) + "ms";

    /// <summary>Whether a text is a duration that Pacemaker reads: a number with an optional unit, or an ISO 8601 duration.</summary>
    public static bool IsDuration(string text) => Read(text) is not null;

    /// <summary>The duration that a text says; null if it is none.</summary>
    public static TimeSpan? Read(string text)
    {
        var trimmed = text.Trim();
        var digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        if (digits == 0)
        {
            return trimmed.StartsWith('P') ? Iso(trimmed) : null;
        }

        var microseconds = trimmed[digits..].Trim() switch
        {
            "us" or "usec" => 1L,
            "ms" or "msec" => 1_000L,
            "" or "s" or "sec" => 1_000_000L,
            "m" or "min" => 60_000_000L,
            "h" or "hr" => 3_600_000_000L,
            _ => 0L,
        };
        return microseconds > 0 && long.TryParse(trimmed[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= TimeSpan.MaxValue.Ticks / 10 / microseconds
                ? TimeSpan.FromMicroseconds(number * microseconds)
                : null;
    }

    private static TimeSpan? Iso(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
