using System.Text;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing;

/// <summary>What an element holds as one line of text, equal for two that mean the same: without ids, comments and defaults.</summary>
internal static class TreeText
{
    /// <summary>The text of all elements inside.</summary>
    /// <param name="element">The element; its own attributes are not part of the text.</param>
    /// <param name="withPairs">Whether pairs of name and value belong to it.</param>
    public static string Of(CibElement element, bool withPairs = true)
    {
        var text = new StringBuilder();
        Append(text, element, withPairs);
        return text.ToString();
    }

    private static void Append(StringBuilder text, CibElement element, bool withPairs)
    {
        foreach (var child in element.Elements)
        {
            if (!withPairs && child.Name == CibTags.Pair)
            {
                continue;
            }

            text.Append(text.Length == 0 || text[^1] == '(' ? "" : " ").Append(child.Name);
            foreach (var attribute in child.Attributes.Where(attribute => Counts(child, attribute)).OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
            {
                text.Append(' ').Append(attribute.Name).Append('=').Append(Meaning.Canonical(Meaning.OfAttribute(attribute.Name), attribute.Value));
            }

            if (child.Elements.Any())
            {
                text.Append(" (");
                Append(text, child, withPairs);
                text.Append(')');
            }
        }
    }

    private static bool Counts(CibElement element, CibAttribute attribute) => attribute.Name switch
    {
        "id" => ReferencesTo.IsReference(element.Name),
        "boolean-op" => attribute.Value != "and",
        "value-source" => attribute.Value != "literal",
        _ => true,
    };
}
