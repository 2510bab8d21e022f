using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Rules;

/// <summary>One number or a range of numbers in a calendar: <c>5</c>, <c>1-5</c>, <c>5-</c>, <c>-5</c>; both ends are included.</summary>
/// <remarks>A range whose first number is greater than its last (hours 22-6) matches nothing. Source: Pacemaker Explained, Rules, Date Specifications.</remarks>
public readonly record struct DateRange
{
    private DateRange(int? first, int? last)
    {
        First = first;
        Last = last;
    }

    /// <summary>The first number; null: open.</summary>
    public int? First { get; }

    /// <summary>The last number; null: open.</summary>
    public int? Last { get; }

    /// <summary>One number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static DateRange Of(int number) => Of(number, number);

    /// <summary>All numbers between two; null leaves that side open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is negative.</exception>
    /// <exception cref="ArgumentException">Both are open.</exception>
    public static DateRange Of(int? first, int? last)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegative(last ?? 0);
        return first is null && last is null ? throw new ArgumentException("a range needs at least one end") : new(first, last);
    }

    /// <summary>Reads a number or a range.</summary>
    /// <exception cref="CibException">HAI3031: the text is neither.</exception>
    public static DateRange Parse(string? text) =>
        TryParse(text, out var range, out var reason) ? range : throw BadValue.Exception(CibFindingCodes.BadDateRange, text, reason);

    /// <summary>Reads a range; <paramref name="reason"/> says what is wrong with the text.</summary>
    public static bool TryParse(string? text, out DateRange range, [NotNullWhen(false)] out string? reason)
    {
        var ends = (text ?? "").Split('-');
        if (ends.Length <= 2 && TryEnd(ends[0], out var first) && TryEnd(ends[^1], out var last) && (first ?? last) is not null)
        {
            range = new(first, last);
            reason = null;
            return true;
        }

        range = default;
        reason = "expected a whole number such as 5, or a range such as 1-5, 5- (from 5 on) or -5 (up to 5)";
        return false;
    }

    /// <summary>Whether a number is in the range.</summary>
    public bool Contains(int number) => (First is null || number >= First) && (Last is null || number <= Last);

    /// <summary>The range as a calendar spells it.</summary>
    public override string ToString() => First == Last
        ? string.Create(CultureInfo.InvariantCulture, $"{First}")
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");

    private static bool TryEnd(string text, out int? number)
    {
        var understood = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed);
        number = understood ? parsed : null;
        return understood || text.Length == 0;
    }
}
