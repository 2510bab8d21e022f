using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>Paper with the forms that all parts of a configuration are shown in.</summary>
/// <param name="paper">Takes the text.</param>
/// <param name="showSecrets">Whether secrets are shown.</param>
internal sealed class Page(Paper paper, bool showSecrets)
{
    private const int Width = 110;
    private const int LabelWidth = 12;

    /// <summary>A heading, with an empty line before it.</summary>
    public void Heading(string text, int count) => paper.Line().Write(text, Ink.Heading).Line(count > 1 ? $" ({count})" : "", Ink.Faint);

    /// <summary>The line that an object begins with.</summary>
    public void Object(int indent, string id, string kind, string rest = "", bool byOperator = false)
    {
        paper.Write(Blanks(indent)).Write(id, byOperator ? Ink.Operator : Ink.Name);
        if (kind.Length > 0)
            paper.Write("  ").Write(kind, Ink.Faint);
        if (rest.Length > 0)
            paper.Write("  ").Write(rest);
        paper.Line(byOperator ? "  (operator)" : "", Ink.Operator);
    }

    /// <summary>A line with a label before it.</summary>
    public void Detail(int indent, string label, string text, Ink ink = Ink.Plain) =>
        paper.Write(Blanks(indent)).Write(label.PadRight(LabelWidth), Ink.Faint).Line(text, ink);

    /// <summary>A line of a table whose first column is padded.</summary>
    public void Row(int indent, int width, string first, string second, Ink ink = Ink.Plain) =>
        paper.Write(Blanks(indent)).Write(first.PadRight(width + 2), Ink.Name).Line(second, ink);

    /// <summary>Pairs behind a label, as many in a line as fit; nothing when there are none.</summary>
    public void Pairs(int indent, string label, IEnumerable<(string Name, string Value)> pairs, Ink ink = Ink.Plain)
    {
        var line = "";
        foreach (var (name, value) in pairs)
        {
            var pair = Pair(name, value);
            if (line.Length > 0 && indent + LabelWidth + line.Length + 2 + pair.Length > Width)
            {
                Detail(indent, label, line, ink);
                (label, line) = ("", "");
            }

            line += line.Length > 0 ? "  " + pair : pair;
        }

        if (line.Length > 0)
            Detail(indent, label, line, ink);
    }

    /// <summary>A pair; in quotes where the value would be mistaken for the next one.</summary>
    public string Pair(string name, string value) => $"{name}={Quoted(Value(name, value))}";

    /// <summary>A value, masked if it is a secret.</summary>
    public string Value(string name, string value) => showSecrets ? value : SecretNames.Show(name, value);

    /// <summary>An element that nothing more is known of: its tag, attributes, and what is inside.</summary>
    public void Unknown(int indent, CibElement element)
    {
        var pair = element["name"] is { } name && element["value"] is { } value ? Pair(name, value) : null;
        var attributes = element.Attributes.Where(attribute => attribute.Name != "id" && (pair is null || attribute.Name is not ("name" or "value"))).Select(attribute => Pair(attribute.Name, attribute.Value));
        Object(indent, element.Id ?? element.Name, element.Id is null ? "" : element.Name, string.Join("  ", attributes.Prepend(pair).OfType<string>()));
        foreach (var child in element.Elements)
            Unknown(indent + 4, child);
    }

    private static string Quoted(string value) => value.Length == 0 || value.Any(char.IsWhiteSpace) ? $"\"{value}\"" : value;

    private static string Blanks(int count) => new(' ', count);
}
