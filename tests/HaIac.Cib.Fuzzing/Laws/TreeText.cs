using System.Text;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Fuzzing.Laws;

/// <summary>A tree as lines, one per node, in a form that both readers can be brought to.</summary>
internal static class TreeText
{
    public static string Of(CibDocument document)
    {
        // The nodes outside the root are seen in what is written: they are alone on their lines there.
        var text = new StringBuilder();
        Add(text, document.Root);
        return text.ToString();
    }

    public static void Start(StringBuilder text, string name, IEnumerable<(string Name, string Value)> attributes)
    {
        text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            text.Append('\n').Append(attribute).Append('=').Append(value);
        }

        text.Append('\n');
    }

    public static void End(StringBuilder text) => text.Append(">\n");

    public static void Text(StringBuilder text, string content) => text.Append('"').Append(content).Append("\"\n");

    public static void Comment(StringBuilder text, string content) => text.Append('!').Append(content).Append('\n');

    public static void Instruction(StringBuilder text, string target, string data) => text.Append('?').Append(target).Append(' ').Append(data).Append('\n');

    public static string FirstDifference(string one, string other)
    {
        var at = one.AsSpan().CommonPrefixLength(other);
        return $"ours \"{Around(one, at)}\", the other \"{Around(other, at)}\"";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 20)];

    private static void Add(StringBuilder text, CibNode node)
    {
        switch (node)
        {
            case CibElement element:
                Start(text, element.Name, element.Attributes.Select(attribute => (attribute.Name, attribute.Value)));
                foreach (var child in element.Children)
                {
                    Add(text, child);
                }

                End(text);
                break;
            case CibText content:
                Text(text, content.Text);
                break;
            case CibComment comment:
                Comment(text, comment.Text);
                break;
            case CibInstruction instruction:
                Instruction(text, instruction.Target, instruction.Data);
                break;
        }
    }
}
