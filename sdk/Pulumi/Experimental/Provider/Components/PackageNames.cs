using System.Text.RegularExpressions;

namespace Pulumi.Experimental.Provider;

/// <summary>Names of packages: how they follow from assemblies, and which are allowed.</summary>
internal static partial class PackageNames
{
    public static (string? Namespace, string Package) Of(string assembly)
    {
        var parts = assembly.Split('.');
        return parts.Length == 1 ? (null, Dashed(assembly)) : (Dashed(parts[0]), Dashed(parts[^1]));
    }

    public static void ThrowIfUnusable(Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (!Package().IsMatch(metadata.Name ?? string.Empty))
        {
            throw new ArgumentException(
                $"\"{metadata.Name}\" cannot be the name of a package: it needs a letter first, then letters, digits, '-' and '_'.", nameof(metadata));
        }

        if (metadata.Namespace is not null && !Namespace().IsMatch(metadata.Namespace))
        {
            throw new ArgumentException(
                $"\"{metadata.Namespace}\" cannot be the namespace of a package: it needs a lower-case letter first, then lower-case letters, digits and '-'.",
                nameof(metadata));
        }
    }

    private static string Dashed(string name) =>
        LetterBeforeWord().Replace(WordAfterLetter().Replace(name, "$1-$2"), "$1-$2").Replace('_', '-').Replace(' ', '-').ToLowerInvariant();

    [GeneratedRegex("^[a-zA-Z][-a-zA-Z0-9_]*$")]
    private static partial Regex Package();

    [GeneratedRegex("^[a-z][-a-z0-9]*$")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(\p{Lu}+)(\p{Lu}\p{Ll})")]
    private static partial Regex WordAfterLetter();

    [GeneratedRegex(@"([\p{Ll}\d])(\p{Lu})")]
    private static partial Regex LetterBeforeWord();
}
