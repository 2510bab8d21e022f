using System.Globalization;
using System.Text;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>Texts that are equal exactly when what they stand for means the same.</summary>
internal static class MeaningText
{
    /// <summary>The text of a value, as <see cref="Meaning.Same"/> tells values apart.</summary>
    public static string Of(ValueKind kind, string value) => kind switch
    {
        ValueKind.Word => value.Trim().ToLowerInvariant(),
        ValueKind.Boolean when CibBoolean.TryParse(value, out var flag, out _) => CibBoolean.Format(flag),
        ValueKind.Duration when CibDuration.TryParse(value, out var duration, out _) => duration.Value.Ticks.ToString(CultureInfo.InvariantCulture),
        ValueKind.Role when ResourceRoles.TryParse(value, out var role, out _) => ResourceRoles.Format(role),
        ValueKind.Score when Score.TryParse(value, out var score, out _) => score.ToString(),
        _ => value,
    };

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

        text.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
        {
            if ((attribute.Name != "id" || PartGrammar.IsMember(element.Name)) && !PartValues.IsDefault(element, attribute.Name, attribute.Value))
            {
                text.Append(' ').Append(attribute.Name).Append('=').Append(Of(PartValues.KindOf(element.Name, attribute.Name), attribute.Value)).Append('"');
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
