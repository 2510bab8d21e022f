using System.Globalization;

namespace Pulumi.Serialization;

/// <summary>Durations as the engine writes them: numbers with units, such as <c>1h30m</c> or <c>1.5s</c>.</summary>
internal static class GoDuration
{
    public static TimeSpan Parse(string text)
    {
        var rest = text.AsSpan().TrimStart('+');
        var negative = rest.StartsWith("-");
        rest = negative ? rest[1..] : rest;
        if (rest is "0")
        {
            return TimeSpan.Zero;
        }

        var ticks = 0m;
        do
        {
            var digits = 0;
            while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || rest[digits] == '.'))
            {
                digits++;
            }

            var letters = digits;
            while (letters < rest.Length && !char.IsAsciiDigit(rest[letters]) && rest[letters] != '.')
            {
                letters++;
            }

            if (!decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || TicksOf(rest[digits..letters]) is not { } unit)
            {
                throw new FormatException($"'{text}' is not a duration; durations look like '90s' or '1h30m'.");
            }

            ticks += number * unit;
            rest = rest[letters..];
        }
        while (rest.Length > 0);

        return TimeSpan.FromTicks((long)(negative ? -ticks : ticks));
    }

    private static decimal? TicksOf(ReadOnlySpan<char> unit)
        => unit switch
        {
            "ns" => 0.01m,
            "us" or "µs" or "μs" => TimeSpan.TicksPerMicrosecond,
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" => TimeSpan.TicksPerMinute,
            "h" => TimeSpan.TicksPerHour,
            _ => null,
        };
}
