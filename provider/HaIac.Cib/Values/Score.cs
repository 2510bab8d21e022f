using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Values;

/// <summary>A score: a whole number from −1 000 000 to 1 000 000, where both ends mean infinity.</summary>
/// <remarks>Numbers beyond the ends are clamped, as Pacemaker does. Source: Pacemaker Explained, Scores.</remarks>
public readonly record struct Score : IComparable<Score>
{
    private const int Limit = 1_000_000;

    private Score(int value) => Value = value;

    /// <summary>"Must": <c>INFINITY</c>.</summary>
    public static Score Infinity { get; } = new(Limit);

    /// <summary>"Must not": <c>-INFINITY</c>.</summary>
    public static Score MinusInfinity { get; } = new(-Limit);

    /// <summary>The score as a number.</summary>
    /// <value>−1 000 000 to 1 000 000.</value>
    public int Value { get; }

    /// <summary>The score of a number; numbers beyond ±1 000 000 are infinite.</summary>
    public static Score Of(long value) => new((int)Math.Clamp(value, -Limit, Limit));

    /// <summary>Reads a score: a whole number, <c>INFINITY</c>, <c>+INFINITY</c> or <c>-INFINITY</c>.</summary>
    /// <exception cref="CibException">HAI3011: the text is none of these.</exception>
    public static Score Parse(string? text) =>
        TryParse(text, out var score, out var reason) ? score : throw BadValue.Exception(CibFindingCodes.BadScore, text, reason);

    /// <summary>Reads a score; <paramref name="reason"/> says what is wrong with the text.</summary>
    public static bool TryParse(string? text, out Score score, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        switch (text?.Trim())
        {
            case "INFINITY" or "+INFINITY":
                score = Infinity;
                return true;
            case "-INFINITY":
                score = MinusInfinity;
                return true;
            case { Length: > 0 } digits when IsNumber(digits):
                // A number too long for 64 bits is infinite all the same.
                score = long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                    ? Of(value)
                    : digits[0] == '-' ? MinusInfinity : Infinity;
                return true;
            default:
                score = default;
                reason = "a score is a whole number from -1000000 to 1000000, INFINITY or -INFINITY";
                return false;
        }
    }

    /// <summary>Orders scores from −INFINITY to INFINITY.</summary>
    public int CompareTo(Score other) => Value.CompareTo(other.Value);

    /// <summary>The score as Pacemaker writes it.</summary>
    public override string ToString() => Value switch
    {
        Limit => "INFINITY",
        -Limit => "-INFINITY",
        _ => Value.ToString(CultureInfo.InvariantCulture),
    };

    private static bool IsNumber(string text)
    {
        var digits = text[0] is '+' or '-' ? text.AsSpan(1) : text;
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
