using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Rules;

/// <summary>A date, or a date with a time, in one of the spellings of ISO 8601 that Pacemaker reads. Two are equal when they mean the same moment.</summary>
/// <remarks>
/// Accepted: <c>2026-01-31</c>, <c>20260131</c>, <c>2026-031</c> (day of the year), <c>2026-W05-6</c> (week and day); then, after a <c>T</c> or
/// a blank, <c>12:30</c> or <c>12:30:15</c>; then <c>Z</c>, or a blank and <c>+02:00</c>. Without the last it is the local time of each node.
/// Other spellings may stand in a live CIB; they are kept and equal only to themselves. Pacemaker 2.1.5 ignores an offset that has no
/// blank before it, so that is none of the accepted ones. Source: Pacemaker Explained, Rules, Date/Time Expressions; read back with
/// Pacemaker's iso8601.
/// </remarks>
public sealed partial record RuleDate
{
    private RuleDate(string text, DateTime? local, TimeSpan? offset)
    {
        Text = text;
        Local = local;
        Offset = offset;
    }

    /// <summary>The date as it was written.</summary>
    public string Text { get; }

    /// <summary>The moment on the clock of its time zone, or of the node where it names none; null for a spelling that is not understood.</summary>
    public DateTime? Local { get; }

    /// <summary>How far its time zone is ahead of UTC; null: the node's own time zone.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>Reads a date.</summary>
    /// <exception cref="CibException">HAI3030: no date of the calendar, or in no accepted spelling; the message lists them.</exception>
    public static RuleDate Parse(string? text) =>
        TryParse(text, out var date, out var reason) ? date : throw BadValue.Exception(CibFindingCodes.BadDate, text, reason);

    /// <summary>Reads a date; <paramref name="reason"/> says what is wrong with the text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RuleDate? date, [NotNullWhen(false)] out string? reason)
    {
        date = OfLive(text ?? "");
        if (date.Local is null)
        {
            date = null;
            reason = "expected a date such as 2026-01-31, or with a time 2026-01-31 12:30:00, 2026-01-31T12:30:00Z or 2026-01-31 12:30:00 +02:00 (with a blank before the offset)";
            return false;
        }

        reason = null;
        return true;
    }

    /// <summary>The date of something that is in a CIB already, whatever its spelling.</summary>
    internal static RuleDate OfLive(string text)
    {
        var match = Spelling().Match(text.Trim());
        return match.Success && DayOf(match) is { } day && TimeOf(match) is { } time && day <= DateOnly.FromDateTime(DateTime.MaxValue - time)
            ? new(text, day.ToDateTime(TimeOnly.MinValue) + time, OffsetOf(match))
            : new(text, null, null);
    }

    /// <summary>The date in one spelling for all that mean the same; the text itself where it is not understood.</summary>
    internal string Canonical => Local is not { } local
        ? Text
        : Offset is not { } offset || local.Ticks < offset.Ticks || DateTime.MaxValue - local < -offset
            ? local.ToString("s", CultureInfo.InvariantCulture) + (Offset is null ? "" : "?")
            : (local - offset).ToString("s", CultureInfo.InvariantCulture) + "Z";

    /// <summary>Whether both mean the same moment.</summary>
    public bool Equals(RuleDate? other) => other is not null && Canonical == other.Canonical;

    /// <summary>A hash that agrees with <see cref="Equals(RuleDate?)"/>.</summary>
    public override int GetHashCode() => Canonical.GetHashCode(StringComparison.Ordinal);

    /// <summary>The date as it was written.</summary>
    public override string ToString() => Text;

    private static DateOnly? DayOf(Match match)
    {
        var year = Number(match, "year");
        if (year == 0)
        {
            return null;
        }

        if (match.Groups["week"].Success)
        {
            var week = Number(match, "week");
            return week >= 1 && week <= ISOWeek.GetWeeksInYear(year) && year is > 1 and < 9999
                ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(Number(match, "weekday") % 7)))
                : null;
        }

        var first = new DateOnly(year, 1, 1);
        if (match.Groups["yearday"].Success)
        {
            var yearday = Number(match, "yearday");
            return yearday >= 1 && yearday <= (DateTime.IsLeapYear(year) ? 366 : 365) ? first.AddDays(yearday - 1) : null;
        }

        var (month, day) = (Number(match, "month"), Number(match, "day"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static TimeSpan? TimeOf(Match match)
    {
        if (!match.Groups["hour"].Success)
        {
            return TimeSpan.Zero;
        }

        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        return hour < 24 && minute < 60 && second < 60 ? new TimeSpan(hour, minute, second)
            : hour == 24 && minute == 0 && second == 0 ? TimeSpan.FromDays(1)
            : null;
    }

    private static TimeSpan? OffsetOf(Match match) =>
        match.Groups["zone"].Value is not { Length: > 0 } zone ? null
        : zone == "Z" ? TimeSpan.Zero
        : new TimeSpan(Number(match, "zonehour"), Number(match, "zoneminute"), 0) * (zone[0] == '-' ? -1 : 1);

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(
        """
        ^(?<year>[0-9]{4})(-(?<month>[0-9]{2})-(?<day>[0-9]{2})|(?<month>[0-9]{2})(?<day>[0-9]{2})|-(?<yearday>[0-9]{3})|-W(?<week>[0-9]{2})-(?<weekday>[1-7]))
        ([T\ ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2}))?(\ ?(?<zone>Z)|\ (?<zone>[+-](?<zonehour>[0-9]{2}):(?<zoneminute>[0-9]{2})))?)?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Spelling();
}
