using System.Diagnostics.CodeAnalysis;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Values;

/// <summary>Pacemaker's spellings of true and false.</summary>
/// <remarks>Case does not matter. Source: Pacemaker Explained, Property Types, boolean.</remarks>
public static class CibBoolean
{
    /// <summary>Reads true, on, yes, y, 1 or false, off, no, n, 0.</summary>
    /// <exception cref="CibException">HAI3013: the text is none of these.</exception>
    public static bool Parse(string? text) =>
        TryParse(text, out var value, out var reason) ? value : throw BadValue.Exception(CibFindingCodes.BadBoolean, text, reason);

    /// <summary>Reads a boolean; <paramref name="reason"/> says what is wrong with the text.</summary>
    public static bool TryParse(string? text, out bool value, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        switch (text?.Trim().ToLowerInvariant())
        {
            case "true" or "on" or "yes" or "y" or "1":
                value = true;
                return true;
            case "false" or "off" or "no" or "n" or "0":
                value = false;
                return true;
            default:
                value = false;
                reason = "expected one of true, yes, on, y, 1 or false, no, off, n, 0";
                return false;
        }
    }

    /// <summary>The value in the one spelling that every schema accepts.</summary>
    public static string Format(bool value) => value ? "true" : "false";
}
