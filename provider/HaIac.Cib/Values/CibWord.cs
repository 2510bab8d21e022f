using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using HaIac.Cib.Constraints;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Values;

/// <summary>Reading and writing of attributes that accept a few words only.</summary>
public static partial class CibWord
{
    /// <summary>Reads a word, in any case.</summary>
    /// <exception cref="CibException">HAI3017: it is none of those that the attribute accepts; the message lists them.</exception>
    public static T Parse<T>(string? text)
        where T : struct, Enum =>
        TryParse<T>(text, out var word, out var reason) ? word : throw BadValue.Exception(CibFindingCodes.BadWord, text, reason);

    /// <summary>Reads a word; <paramref name="reason"/> lists the accepted ones.</summary>
    public static bool TryParse<T>(string? text, out T word, [NotNullWhen(false)] out string? reason)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(text?.Trim(), Format(candidate), StringComparison.OrdinalIgnoreCase))
            {
                word = candidate;
                reason = null;
                return true;
            }
        }

        word = default;
        reason = $"expected one of {string.Join(", ", Enum.GetValues<T>().Select(Format))}";
        return false;
    }

    /// <summary>The word as the CIB spells it: kinds of order with a capital, all others in small letters with hyphens.</summary>
    public static string Format<T>(T word)
        where T : struct, Enum =>
        word is OrderKind ? word.ToString() : WordStart().Replace(word.ToString(), "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
