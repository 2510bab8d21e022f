using System.Text;
using System.Xml.Linq;

namespace EndToEnd.Tests.Writing;

/// <summary>Elements as text that is equal when they hold the same: attributes in order of their names, no white space between elements.</summary>
internal static class CanonicalXml
{
    public static string Of(XElement element) => Append(new StringBuilder(), element).ToString();

    private static StringBuilder Append(StringBuilder text, XElement element)
    {
        text.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes().OrderBy(a => a.Name.ToString(), StringComparer.Ordinal))
        {
            text.Append(' ').Append(attribute);
        }

        text.Append('>');
        foreach (var node in element.Nodes().Where(n => n is not XText space || !string.IsNullOrWhiteSpace(space.Value)))
        {
            if (node is XElement child)
            {
                Append(text, child);
            }
            else
            {
                text.Append(node);
            }
        }

        return text.Append("</").Append(element.Name).Append('>');
    }
}
