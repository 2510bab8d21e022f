using System.Text;
using System.Xml;

namespace HaIac.Cib.Fuzzing.Laws;

/// <summary>Reads a text with System.Xml, brought to what our reader promises: no document type, no namespaces, layout left out.</summary>
internal static class ReferenceReading
{
    /// <summary>The tree as <see cref="TreeText"/>; null when System.Xml refuses the text.</summary>
    public static string? Read(string text, out string? why)
    {
        // System.Xml lets NULs pass behind the root; XML knows none.
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            why = "it holds a NUL";
            return null;
        }

        // Documented difference: ours steps over a mark of byte order.
        using var source = new StringReader(text is ['\uFEFF', ..] ? text[1..] : text);
        using var reader = new XmlTextReader(source)
        {
            Namespaces = false,
            Normalization = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            EntityHandling = EntityHandling.ExpandEntities,
            WhitespaceHandling = WhitespaceHandling.All,
        };
        try
        {
            why = null;
            return Read(reader);
        }
        catch (XmlException fault)
        {
            why = fault.Message;
            return null;
        }
    }

    private static string Read(XmlTextReader reader)
    {
        var open = new Stack<Level>();
        string? root = null;
        while (reader.Read())
        {
            var level = open.Count > 0 ? open.Peek() : null;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var preserves = level?.Preserves == true;
                    var head = Head(reader, ref preserves);
                    if (reader.IsEmptyElement)
                    {
                        TreeText.End(head);
                        root = Close(head.ToString(), level, root);
                    }
                    else
                    {
                        open.Push(new Level(head, preserves));
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    root = Close(level!.ToText(), open.Count > 0 ? open.Peek() : null, root);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    level?.AddText(reader.Value);
                    break;
                case XmlNodeType.Comment when level is not null:
                    TreeText.Comment(level.NewPiece(), reader.Value);
                    break;
                case XmlNodeType.ProcessingInstruction when level is not null:
                    TreeText.Instruction(level.NewPiece(), reader.Name, reader.Value);
                    break;
            }
        }

        return root!;
    }

    private static StringBuilder Head(XmlTextReader reader, ref bool preserves)
    {
        var attributes = new List<(string, string)>();
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            attributes.Add((reader.Name, reader.Value));
            preserves = reader.Name == "xml:space" ? reader.Value == "preserve" : preserves;
        }

        reader.MoveToElement();
        var text = new StringBuilder();
        TreeText.Start(text, reader.Name, attributes);
        return text;
    }

    private static string? Close(string element, Level? parent, string? root)
    {
        parent?.NewPiece().Append(element);
        return parent is null ? element : root;
    }

    /// <summary>An open element: its head, and pieces that are text or something else.</summary>
    private sealed class Level(StringBuilder head, bool preserves)
    {
        private readonly List<(bool IsText, StringBuilder Content)> _pieces = [];

        public bool Preserves => preserves;

        public void AddText(string text)
        {
            if (_pieces.Count == 0 || !_pieces[^1].IsText)
            {
                _pieces.Add((true, new StringBuilder()));
            }

            _pieces[^1].Content.Append(text);
        }

        public StringBuilder NewPiece()
        {
            _pieces.Add((false, new StringBuilder()));
            return _pieces[^1].Content;
        }

        public string ToText()
        {
            var keepsBlanks = preserves || _pieces.Exists(piece => piece.IsText && piece.Content.ToString().AsSpan().IndexOfAnyExcept(" \t\r\n") >= 0);
            foreach (var (isText, content) in _pieces)
            {
                if (!isText)
                {
                    head.Append(content);
                }
                else if (keepsBlanks && content.Length > 0)
                {
                    TreeText.Text(head, content.ToString());
                }
            }

            TreeText.End(head);
            return head.ToString();
        }
    }
}
