using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>Replaces the values of parameters that hold secrets, told by their names.</summary>
internal static class SecretMask
{
    /// <summary>The document with its secrets masked.</summary>
    /// <param name="document">Any CIB.</param>
    public static CibDocument Apply(CibDocument document) => document.WithRoot(Apply(document.Root));

    /// <summary>An element with its secrets masked, inside too.</summary>
    /// <param name="element">Any element.</param>
    public static CibElement Apply(CibElement element)
    {
        var masked = element["name"] is { } name && element["value"] is { } value ? element.With("value", SecretNames.Show(name, value)) : element;
        foreach (var attribute in element.Attributes.Where(attribute => SecretNames.Contains(attribute.Name)))
            masked = masked.With(attribute.Name, SecretNames.Mask);
        return masked.WithChildren([.. masked.Children.Select(child => child is CibElement inner ? Apply(inner) : child)]);
    }
}
