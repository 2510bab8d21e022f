using System.Globalization;

namespace HaIac;

/// <summary>Durations in the spelling that Pacemaker's tools write.</summary>
internal static class PacemakerDuration
{
    public static string Format(TimeSpan value) =>
        value.Ticks % TimeSpan.TicksPerSecond == 0
            ? ((long)value.TotalSeconds).ToString(CultureInfo.InvariantCulture) + "s"
            : ((long)value.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) + "ms";

    /// <summary>Whether a text is a duration that Pacemaker reads: a number with an optional unit, or an ISO 8601 duration.</summary>
    public static bool IsDuration(string text)
    {
        var trimmed = text.Trim();
        var digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        var unit = trimmed[digits..].Trim();
        return digits > 0
            ? unit is "" or "ms" or "msec" or "us" or "usec" or "s" or "sec" or "m" or "min" or "h" or "hr"
            : trimmed.Length > 1 && trimmed[0] == 'P' && trimmed.Skip(1).All(c => char.IsAsciiDigit(c) || "YMWDTHS".Contains(c, StringComparison.Ordinal));
    }
}
