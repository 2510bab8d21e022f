using System.Globalization;

namespace HaIac.Protocol.Grpc;

/// <summary>The grpc-timeout header: at most eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    public const string Header = "grpc-timeout";

    // More than this a timer cannot hold, and nobody waits so long.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>The time limit that a timer can hold.</summary>
    public static TimeSpan Clamp(TimeSpan timeout) =>
        timeout < TimeSpan.Zero ? TimeSpan.Zero : timeout > Longest ? Longest : timeout;

    public static string Format(TimeSpan timeout)
    {
        var microseconds = Math.Max(0, timeout.Ticks / TimeSpan.TicksPerMicrosecond);
        return microseconds < 100_000_000
            ? microseconds.ToString(CultureInfo.InvariantCulture) + "u"
            : Math.Min(99_999_999, (long)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture) + "S";
    }

    public static TimeSpan? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) ||
            !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        TimeSpan? unit = text[^1] switch
        {
            'H' => TimeSpan.FromHours(1),
            'M' => TimeSpan.FromMinutes(1),
            'S' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMilliseconds(1),
            'u' => TimeSpan.FromMicroseconds(1),
            'n' => TimeSpan.Zero,
            _ => null,
        };
        if (unit is not { } span)
        {
            return null;
        }

        return span == TimeSpan.Zero
            ? TimeSpan.FromTicks(count / 100)
            : count > Longest.Ticks / span.Ticks ? Longest : count * span;
    }
}
