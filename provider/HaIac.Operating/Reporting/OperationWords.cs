using System.Globalization;

namespace HaIac.Operating.Reporting;

/// <summary>One operation of the history as a line.</summary>
internal static class OperationWords
{
    /// <summary>The line: <c>api on ctl2: call 14, start: 5 (…), "binary is missing" at …</c>.</summary>
    public static string Of(HistoryEntry entry)
    {
        var call = entry.CallId >= 0 ? string.Create(CultureInfo.InvariantCulture, $"call {entry.CallId}, ") : "";
        var when = entry.LastChange is { } time ? string.Create(CultureInfo.InvariantCulture, $" at {time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : "";
        return $"{entry.Resource} on {entry.Node}: {call}{entry}{when}";
    }

    /// <summary>Whether an operation tells of something else than a healthy life: under way, or ended otherwise than running, stopped or promoted.</summary>
    public static bool IsRemarkable(HistoryEntry entry) => entry.Pending || entry.Exit.Code is not (0 or 7 or 8);
}
