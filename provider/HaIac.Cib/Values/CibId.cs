using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Xml;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Values;

/// <summary>The id of an object in the CIB: an XML name without a colon, unique in the whole configuration.</summary>
/// <remarks>Source: XML Schema Part 2, type ID (NCName); the schemas of Pacemaker declare every id with it.</remarks>
public sealed record CibId : IComparable<CibId>
{
    private CibId(string value) => Value = value;

    /// <summary>The id as it stands in the CIB.</summary>
    public string Value { get; }

    /// <summary>Reads an id.</summary>
    /// <exception cref="CibException">HAI3010: the text is no XML name; the message says which character is in the way.</exception>
    public static CibId Parse(string? text) =>
        TryParse(text, out var id, out var reason) ? id : throw BadValue.Exception(CibFindingCodes.BadId, text, reason);

    /// <summary>Reads an id; <paramref name="reason"/> says what is wrong with the text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CibId? id, [NotNullWhen(false)] out string? reason)
    {
        reason = Fault(text);
        id = reason is null ? new CibId(text!) : null;
        return reason is null;
    }

    /// <summary>The id of something that is already in a CIB, whatever its spelling: old schemas allow more than names.</summary>
    internal static CibId OfLive(string text) => new(text);

    /// <summary>Orders ids by their characters, independent of culture.</summary>
    public int CompareTo(CibId? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>The id as it stands in the CIB.</summary>
    public override string ToString() => Value;

    private static string? Fault(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "an id must have at least one character";
        }

        for (var i = 0; i < text.Length; i++)
        {
            var fits = i == 0 ? XmlConvert.IsStartNCNameChar(text[i]) : XmlConvert.IsNCNameChar(text[i]);
            if (fits)
            {
                continue;
            }

            // Characters beyond the basic plane come in pairs; XML names allow those up to U+EFFFF.
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]) && char.ConvertToUtf32(text, i) <= 0xEFFFF)
            {
                i++;
                continue;
            }

            return i == 0 && XmlConvert.IsNCNameChar(text[i])
                ? $"an id must start with a letter or an underscore, not with {Show(text, i)}"
                : $"{Show(text, i)} at position {(i + 1).ToString(CultureInfo.InvariantCulture)} is not allowed in an id; use letters, digits, '-', '_' and '.', with a letter or '_' first";
        }

        return null;
    }

    private static string Show(string text, int index)
    {
        if (text[index] == ' ')
        {
            return "a space";
        }

        return Rune.TryGetRuneAt(text, index, out var rune) && !Rune.IsControl(rune)
            ? $"'{rune}'"
            : string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[index]:X4}");
    }
}
