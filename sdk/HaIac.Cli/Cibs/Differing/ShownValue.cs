using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using HaIac.Cli.Cibs.Showing;

namespace HaIac.Cli.Cibs.Differing;

/// <summary>A value of a difference as it may be shown.</summary>
internal static class ShownValue
{
    /// <summary>The value for people: in quotes where its ends could not be seen.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="value">The value; null where it is not set.</param>
    /// <param name="showSecrets">Whether secrets are shown.</param>
    public static string? Of(string path, string? value, bool showSecrets) =>
        Raw(path, value, showSecrets) is var shown && shown is not null && (shown.Length == 0 || shown.Trim() != shown) ? $"\"{shown}\"" : shown;

    /// <summary>The value; masked if its path, or a name in its XML, says that it is a secret.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="value">The value; null where it is not set.</param>
    /// <param name="showSecrets">Whether secrets are shown.</param>
    public static string? Raw(string path, string? value, bool showSecrets) => value switch
    {
        null => null,
        _ when showSecrets => value,
        _ when SecretNames.Contains(path) => SecretNames.Mask,
        _ when value.StartsWith('<') => Masked(value),
        _ => value,
    };

    private static string Masked(string xml)
    {
        try
        {
            return string.Concat(SecretMask.Apply(CibDocument.Parse($"<cib>{xml}</cib>")).Root.Elements.Select(element => element.ToXml().Trim()));
        }
        catch (CibException)
        {
            return SecretNames.Contains(xml) ? SecretNames.Mask : xml;
        }
    }
}
