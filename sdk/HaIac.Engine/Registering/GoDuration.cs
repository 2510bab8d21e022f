using System.Globalization;

namespace HaIac.Engine.Registering;

/// <summary>Durations as programs send them: <c>5m</c>, <c>1h30m</c>, <c>1.5s</c>, <c>300000000000ns</c>.</summary>
internal static class GoDuration
{
    private static readonly (string Unit, double Seconds)[] Units =
        [("ns", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600)];

    /// <summary>Reads a duration.</summary>
    /// <returns>Seconds, or null if the text is no duration.</returns>
    public static double? ParseSeconds(string text)
    {
        var (sign, rest) = text switch
        {
            ['-', .. var r] => (-1, r),
            ['+', .. var r] => (1, r),
            _ => (1, text),
        };
        if (rest == "0")
        {
            return 0;
        }

        var total = 0.0;
        var at = 0;
        while (at < rest.Length)
        {
            var number = at;
            while (at < rest.Length && (char.IsAsciiDigit(rest[at]) || rest[at] == '.'))
            {
                at++;
            }

            var unit = at;
            while (at < rest.Length && !char.IsAsciiDigit(rest[at]) && rest[at] != '.')
            {
                at++;
            }

            var known = Array.Find(Units, candidate => candidate.Unit == rest[unit..at]);
            if (known.Unit is null || !double.TryParse(rest[number..unit], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            total += value * known.Seconds;
        }

        return rest.Length == 0 ? null : sign * total;
    }
}
