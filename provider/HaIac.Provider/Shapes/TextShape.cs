using System.Globalization;
using Pulumi.Experimental;

namespace HaIac.Provider.Shapes;

/// <summary>A text; numbers and booleans are taken as the text they would be in the CIB.</summary>
/// <param name="Kind">What is expected, for messages.</param>
/// <param name="Reader">Reads the text, or says why it cannot be read.</param>
internal sealed record TextShape(string Kind, Func<string, TextReading> Reader) : Shape
{
    public override string Expected => Kind;

    public override bool SameMeaning(PropertyValue left, PropertyValue right) =>
        left.IsComputed || right.IsComputed
            ? left.IsComputed && right.IsComputed
            : AsText(left) is { } one && AsText(right) is { } other && Meaning(one) == Meaning(other);

    /// <summary>The text in the one spelling that stands for all spellings of its meaning.</summary>
    public string Meaning(string text) => Reader(text).Meaning ?? text;

    /// <summary>The value as text; null when it is neither text, number nor boolean.</summary>
    public static string? AsText(PropertyValue value)
    {
        if (value.TryGetString(out var text))
        {
            return text;
        }

        if (value.TryGetBool(out var flag))
        {
            return flag ? "true" : "false";
        }

        return value.TryGetNumber(out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : null;
    }
}
