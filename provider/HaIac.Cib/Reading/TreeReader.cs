using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Reading;

/// <summary>Reads XML text into a tree that keeps everything but the white space between elements.</summary>
/// <remarks>No document type, no entities of one's own, no other files; a loop in place of recursion, so depth costs no stack.</remarks>
internal static class TreeReader
{
    public static ImmutableArray<CibNode> Read(string xml, CibReadLimits limits)
    {
        if (xml.Length > limits.MaxCharacters)
        {
            throw TooLarge(string.Create(CultureInfo.InvariantCulture, $"it has {xml.Length} characters; the limit is {limits.MaxCharacters}"));
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreWhitespace = false,
            CheckCharacters = true,
            ConformanceLevel = ConformanceLevel.Document,
        };
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, settings);
        var place = (IXmlLineInfo)reader;
        try
        {
            return ReadNodes(reader, place, limits);
        }
        catch (XmlException fault)
        {
            // Not every fault of the parser carries its place; then it is where the reader stands.
            throw fault.LineNumber > 0
                ? NotXml(fault, fault.LineNumber, fault.LinePosition)
                : NotXml(fault, Math.Max(place.LineNumber, 1), Math.Max(place.LinePosition, 1));
        }
    }

    private static ImmutableArray<CibNode> ReadNodes(XmlReader reader, IXmlLineInfo place, CibReadLimits limits)
    {
        var open = new Stack<OpenElement>();
        var current = new OpenElement("", [], 0);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= limits.MaxDepth)
                    {
                        throw TooLarge(
                            string.Create(CultureInfo.InvariantCulture, $"its elements are nested deeper than {limits.MaxDepth} levels"),
                            place.LineNumber,
                            place.LinePosition);
                    }

                    // The order matters: reading the attributes moves the reader off the element.
                    var (name, line, empty) = (reader.Name, place.LineNumber, reader.IsEmptyElement);
                    var element = new OpenElement(name, ReadAttributes(reader), line);
                    if (empty)
                    {
                        current.Children.Add(element.Close());
                    }
                    else
                    {
                        open.Push(current);
                        current = element;
                    }

                    break;
                case XmlNodeType.EndElement:
                    var closed = current.Close();
                    current = open.Pop();
                    current.Children.Add(closed);
                    break;
                case XmlNodeType.Comment:
                    current.Children.Add(new CibComment(reader.Value));
                    break;
                case XmlNodeType.ProcessingInstruction:
                    current.Children.Add(new CibInstruction(reader.Name, reader.Value));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    current.HoldsText = true;
                    current.Children.Add(new CibText(reader.Value));
                    break;
                case XmlNodeType.Whitespace when open.Count > 0:
                    current.Children.Add(new CibText(reader.Value));
                    break;
            }
        }

        return current.Close().Children;
    }

    private static ImmutableArray<CibAttribute> ReadAttributes(XmlReader reader)
    {
        if (reader.AttributeCount == 0)
        {
            return [];
        }

        var attributes = ImmutableArray.CreateBuilder<CibAttribute>(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
        {
            attributes.Add(new CibAttribute(reader.Name, reader.Value));
        }

        reader.MoveToElement();
        return attributes.MoveToImmutable();
    }

    private static CibException NotXml(XmlException fault, int line, int column)
    {
        // The parser says its rule in words only; the place comes apart from them.
        var placeAt = fault.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        var rule = placeAt > 0 ? fault.Message[..placeAt] : fault.Message;
        var where = string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}");
        return rule.Contains("DTD", StringComparison.Ordinal)
            ? new(
                new CibFinding
                {
                    Code = CibFindingCodes.DocumentType,
                    What = "The document carries a document type declaration (DOCTYPE).",
                    Where = where,
                    Why = "It could make the reader open other files or expand without end, and no CIB needs one.",
                    Mend = "Remove the declaration.",
                },
                line,
                column)
            : new(
                new CibFinding
                {
                    Code = CibFindingCodes.NotXml,
                    What = rule,
                    Where = where,
                    Mend = "Correct the XML at that place, or take the document again from the cluster (cibadmin --query).",
                },
                line,
                column);
    }

    private static CibException TooLarge(string what, int? line = null, int? column = null) => new(
        new CibFinding
        {
            Code = CibFindingCodes.TooLarge,
            What = $"The document is refused: {what}.",
            Where = line is null ? "the whole document" : string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}"),
            Mend = "Check that this is the CIB of a cluster; if it is, raise the limit of the reader (CibReadLimits).",
        },
        line,
        column);

    private sealed class OpenElement(string name, ImmutableArray<CibAttribute> attributes, int line)
    {
        public List<CibNode> Children { get; } = [];

        public bool HoldsText { get; set; }

        public CibElement Close()
        {
            // White space is layout, unless it stands next to text that means something.
            if (!HoldsText)
            {
                Children.RemoveAll(static node => node is CibText);
            }

            return new CibElement(name, attributes, [.. Children], line);
        }
    }
}
