using System.Text;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>Writes a tree as XML text: two blanks per level, one element per line, LF; as Pacemaker lays out its own file.</summary>
internal static class TreeWriter
{
    public static string Write(IEnumerable<CibNode> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            Write(text, node, 0);
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes one node. A negative level means: as part of text, without layout.</summary>
    private static void Write(StringBuilder text, CibNode node, int level)
    {
        switch (node)
        {
            case CibElement element:
                WriteElement(text, element, level);
                break;
            case CibComment comment:
                text.Append("<!--").Append(comment.Text).Append("-->");
                break;
            case CibInstruction instruction:
                text.Append("<?").Append(instruction.Target);
                if (instruction.Data.Length > 0)
                {
                    text.Append(' ').Append(instruction.Data);
                }

                text.Append("?>");
                break;
            case CibText plain:
                Escape(text, plain.Text, attribute: false);
                break;
        }
    }

    private static void WriteElement(StringBuilder text, CibElement element, int level)
    {
        text.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes)
        {
            text.Append(' ').Append(attribute.Name).Append("=\"");
            Escape(text, attribute.Value, attribute: true);
            text.Append('"');
        }

        if (element.Children.IsEmpty)
        {
            text.Append("/>");
            return;
        }

        text.Append('>');
        var inner = level < 0 || element[CibTags.XmlSpace] == "preserve" || element.Children.Any(static child => child is CibText) ? -1 : level + 1;
        foreach (var child in element.Children)
        {
            NewLine(text, inner);
            Write(text, child, inner);
        }

        NewLine(text, inner < 0 ? -1 : level);
        text.Append("</").Append(element.Name).Append('>');
    }

    private static void NewLine(StringBuilder text, int level)
    {
        if (level >= 0)
        {
            text.Append('\n').Append(' ', 2 * level);
        }
    }

    private static void Escape(StringBuilder text, string value, bool attribute)
    {
        foreach (var c in value)
        {
            // A reader turns plain line ends and tabs in attributes into blanks, and CR everywhere into LF.
            _ = c switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' when attribute => text.Append("&quot;"),
                '\t' when attribute => text.Append("&#9;"),
                '\n' when attribute => text.Append("&#10;"),
                '\r' => text.Append("&#13;"),
                _ => text.Append(c),
            };
        }
    }
}
