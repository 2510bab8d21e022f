using System.Globalization;

namespace HaIac;

/// <summary>A score: how much the cluster wants something, −1 000 000 to 1 000 000; the ends are ±INFINITY.</summary>
/// <param name="Value">The number; what is outside of the range becomes the nearest end.</param>
/// <remarks>Source: Pacemaker Explained, Scores.</remarks>
public readonly record struct Score(int Value)
{
    private const int Most = 1_000_000;

    /// <summary>Must.</summary>
    public static Score Infinity { get; } = new(Most);

    /// <summary>Must not.</summary>
    public static Score MinusInfinity { get; } = new(-Most);

    /// <summary>The number.</summary>
    public int Value { get; } = Math.Clamp(Value, -Most, Most);

    /// <summary>A score from its number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Score(int value) => new(value);

    /// <summary>Reads a score.</summary>
    /// <param name="text">A whole number, INFINITY, +INFINITY or -INFINITY.</param>
    /// <param name="score">The score.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, out Score score)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed is "INFINITY" or "+INFINITY" or "-INFINITY")
        {
            score = trimmed[0] == '-' ? MinusInfinity : Infinity;
            return true;
        }

        var isNumber = long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        score = new Score((int)Math.Clamp(number, -Most, Most));
        return isNumber;
    }

    /// <summary>The score in Pacemaker's spelling.</summary>
    public override string ToString() => Value switch
    {
        Most => "INFINITY",
        -Most => "-INFINITY",
        _ => Value.ToString(CultureInfo.InvariantCulture),
    };
}
