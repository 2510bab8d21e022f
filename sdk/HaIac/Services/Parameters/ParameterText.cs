using System.Globalization;

namespace HaIac;

/// <summary>Parameters' texts: whether they are what a kind asks for, and what they mean.</summary>
internal static class ParameterText
{
    /// <summary>What is expected in place of a text that is not of its kind; null if it is.</summary>
    public static string? Expected(ParameterKind kind, string value) => kind switch
    {
        ParameterKind.Score when Score.TryParse(value, out _) => null,
        ParameterKind.Score => "a whole number or INFINITY",
        ParameterKind.Count when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => null,
        ParameterKind.Count => "a whole number from 0",
        ParameterKind.Boolean when Truth(value) is not null => null,
        ParameterKind.Boolean => "true or false",
        ParameterKind.Duration when PacemakerDuration.IsDuration(value) => null,
        ParameterKind.Duration => PacemakerDuration.Expected,
        _ => null,
    };

    /// <summary>The truth value in any of Pacemaker's words; null if it is none.</summary>
    public static bool? Truth(string value) => value.Trim().ToLowerInvariant() switch
    {
        "true" or "on" or "yes" or "y" or "1" => true,
        "false" or "off" or "no" or "n" or "0" => false,
        _ => null,
    };
}
