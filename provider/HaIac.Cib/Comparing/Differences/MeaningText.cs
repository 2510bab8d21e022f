using System.Text;
using HaIac.Cib.Documents;
using HaIac.Cib.Rules;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>Texts that are equal exactly when what they stand for means the same.</summary>
internal static class MeaningText
{
    /// <summary>The text of an element without its id and the ids of its parts; of one that the schemas do not know, its XML.</summary>
    /// <param name="element">The element.</param>
    /// <param name="holder">The tag of what holds it.</param>
    public static string Of(CibElement element, string holder)
    {
        var text = new StringBuilder();
        Write(text, element, holder);
        return text.ToString();
    }

    private static void Write(StringBuilder text, CibElement element, string holder)
    {
        if (!PartGrammar.IsKnown(element.Name))
        {
            text.Append(TreeWriter.Write([element]));
            return;
        }

        if (element.Name == RuleTags.Rule && RuleReader.Read(element) is { } rule)
        {
            text.Append("<rule ").Append(RuleText.Canonical(rule)).Append('/');
            return;
        }

        text.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
        {
            if ((attribute.Name != "id" || PartGrammar.IsMember(element.Name)) && !PartValues.IsDefault(element, attribute.Name, attribute.Value))
            {
                text.Append(' ').Append(attribute.Name).Append('=').Append(Meaning.Canonical(PartValues.KindOf(element.Name, attribute.Name), attribute.Value)).Append('"');
            }
        }

        text.Append('>');
        var children = element.Elements.Select(child => (Order: PartGrammar.OrderOf(element, holder, child) ?? "", Text: Of(child, element.Name))).ToList();
        foreach (var (_, child) in children.OrderBy(child => child.Order, StringComparer.Ordinal).ThenBy(child => child.Order.Length == 0 ? child.Text : "", StringComparer.Ordinal))
        {
            text.Append(child);
        }

        text.Append('/');
    }
}
