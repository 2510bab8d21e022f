using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Reading;

/// <summary>Reads XML text into a tree that keeps everything but the white space between elements.</summary>
/// <remarks>No document type, no entities of one's own, no other files; a loop in place of recursion, so depth costs no stack.</remarks>
internal sealed class TreeReader
{
    /// <summary>Up to so many attributes each is compared with each; beyond, they are looked up.</summary>
    private const int FewAttributes = 32;

    private readonly string _xml;
    private readonly CibReadLimits _limits;
    private readonly XmlScanner _scanner;
    private readonly List<OpenElement> _open = [];

    /// <summary>Nodes whose parents are still open, outer ones first: each open element knows where its own begin.</summary>
    private readonly List<CibNode> _pending = [];

    private readonly List<CibAttribute> _attributes = [];
    private readonly HashSet<string> _attributeNames = new(StringComparer.Ordinal);
    private readonly CibText?[] _layouts = new CibText?[64];
    private readonly long _maxNodes;
    private long _nodes;
    private int _line = 1;
    private int _lineAt;

    private TreeReader(string xml, CibReadLimits limits)
    {
        (_xml, _limits) = (xml, limits);
        _scanner = new XmlScanner(xml);
        _maxNodes = limits.MaxNodes + (xml.Length / 32L);
    }

    /// <summary>Reads a whole document; gives its nodes, exactly one of them an element.</summary>
    public static ImmutableArray<CibNode> Read(string xml, CibReadLimits limits) => Read(xml, limits, out _);

    /// <summary>Reads a whole document; also says where its element begins.</summary>
    public static ImmutableArray<CibNode> Read(string xml, CibReadLimits limits, out TextPlace root)
    {
        if (xml.Length > limits.MaxCharacters)
        {
            throw ReadFault.TooLarge(
                string.Create(CultureInfo.InvariantCulture, $"it has {xml.Length} characters; the limit is {limits.MaxCharacters}"),
                nameof(CibReadLimits.MaxCharacters),
                TextPlace.Of(xml, limits.MaxCharacters));
        }

        var reader = new TreeReader(xml, limits);
        root = TextPlace.Of(xml, reader.ReadDocument());
        return [.. reader._pending];
    }

    /// <summary>Reads everything; gives the offset of the outermost element.</summary>
    private int ReadDocument()
    {
        // The mark of byte order that some editors put before a text.
        _scanner.Takes('\uFEFF');
        XmlDeclaration.Skip(_scanner);
        int? root = null;
        while (!_scanner.AtEnd)
        {
            var start = _scanner.At;
            if (!_scanner.Sees('<') || _scanner.Sees("<![CDATA["))
            {
                ReadText();
            }
            else if (_scanner.Takes("</"))
            {
                ReadEnd();
            }
            else if (_scanner.Takes("<!--"))
            {
                Add(new CibComment(_scanner.Comment(start)), start);
            }
            else if (_scanner.Takes("<?"))
            {
                ReadInstruction(start);
            }
            else if (_scanner.Sees("<!"))
            {
                throw _open.Count == 0 && root is null && _scanner.Sees("<!DOCTYPE")
                    ? ReadFault.DocumentType(TextPlace.Of(_xml, start))
                    : _scanner.Fault("A declaration (\"<!\") stands where only elements, text and comments can be.");
            }
            else
            {
                root = _open.Count > 0 ? root : root is null ? start : throw _scanner.Fault("A second outermost element begins here; a document has one.");
                ReadElement(start);
            }
        }

        return _open.Count > 0 ? throw _scanner.Fault($"The text ends inside {Opened(_open[^1])}.")
            : root ?? throw _scanner.Fault("The text ends before any element.");
    }

    private void ReadElement(int start)
    {
        if (_open.Count >= _limits.MaxDepth)
        {
            throw TooLarge($"its elements are nested deeper than {_limits.MaxDepth} levels", nameof(CibReadLimits.MaxDepth), start);
        }

        _scanner.Takes('<');
        var name = _scanner.Name("an element");
        var preserves = ReadAttributes(name, start) ?? (_open.Count > 0 && _open[^1].Preserves);
        var attributes = ImmutableCollectionsMarshal.AsImmutableArray(_attributes.ToArray());
        if (_scanner.Takes("/>"))
        {
            Add(new CibElement(name, attributes, [], LineOf(start)), start);
            return;
        }

        _scanner.Takes('>');
        _open.Add(new OpenElement(name, attributes, start, LineOf(start), _pending.Count, preserves));
    }

    /// <summary>Reads the attributes up to the end of the tag; gives what <c>xml:space</c> says, null when it is not there.</summary>
    private bool? ReadAttributes(string element, int start)
    {
        _attributes.Clear();
        _attributeNames.Clear();
        bool? preserves = null;
        while (true)
        {
            var parted = _scanner.TakesBlanks();
            if (_scanner.Sees('>') || _scanner.Sees("/>"))
            {
                return preserves;
            }

            if (_scanner.AtEnd)
            {
                throw _scanner.Fault($"The tag <{ReadFault.Shown(element)} is never closed.", start);
            }

            var at = _scanner.At;
            if (!parted)
            {
                throw _scanner.Fault($"{_scanner.Shown()} stands in the tag <{ReadFault.Shown(element)} where white space or its end should be.");
            }

            var name = _scanner.Name("an attribute");
            CheckIsNew(name, at);
            _scanner.TakesBlanks();
            if (!_scanner.Takes('='))
            {
                throw _scanner.Fault($"The attribute {ReadFault.Shown(name)} has no value; a '=' should stand here.");
            }

            _scanner.TakesBlanks();
            var value = _scanner.AttributeValue(name);
            _attributes.Add(new CibAttribute(name, value));
            preserves = name == CibTags.XmlSpace ? value == "preserve" : preserves;
        }
    }

    private void CheckIsNew(string name, int at)
    {
        if (_attributes.Count >= _limits.MaxAttributes)
        {
            throw TooLarge($"an element has more than {_limits.MaxAttributes} attributes", nameof(CibReadLimits.MaxAttributes), at);
        }

        var known = false;
        if (_attributes.Count < FewAttributes)
        {
            foreach (var attribute in CollectionsMarshal.AsSpan(_attributes))
            {
                known |= attribute.Name == name;
            }
        }
        else
        {
            if (_attributeNames.Count == 0)
            {
                _attributeNames.UnionWith(_attributes.Select(attribute => attribute.Name));
            }

            known = !_attributeNames.Add(name);
        }

        if (known)
        {
            throw _scanner.Fault($"The attribute {ReadFault.Shown(name)} stands twice in one tag.", at);
        }
    }

    private void ReadEnd()
    {
        var at = _scanner.At;
        var name = _scanner.Name("an element");
        if (_open.Count == 0 || _open[^1].Name != name)
        {
            throw _scanner.Fault(
                _open.Count == 0
                    ? $"</{ReadFault.Shown(name)}> closes what was never opened."
                    : $"</{ReadFault.Shown(name)}> stands where {Opened(_open[^1])} must be closed.",
                at);
        }

        _scanner.TakesBlanks();
        if (!_scanner.Takes('>'))
        {
            throw _scanner.Fault($"The tag </{ReadFault.Shown(name)} is not closed; a '>' should stand here.");
        }

        var closed = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        var children = ChildrenOf(closed);
        Add(new CibElement(name, closed.Attributes, children, closed.Line), closed.Start);
    }

    private ImmutableArray<CibNode> ChildrenOf(OpenElement element)
    {
        var children = CollectionsMarshal.AsSpan(_pending)[element.FirstChild..];
        if (!element.HoldsText && element.HoldsLayout)
        {
            var kept = 0;
            foreach (var child in children)
            {
                if (child is not CibText)
                {
                    children[kept++] = child;
                }
            }

            children = children[..kept];
        }

        var array = ImmutableCollectionsMarshal.AsImmutableArray(children.ToArray());
        CollectionsMarshal.SetCount(_pending, element.FirstChild);
        return array;
    }

    /// <summary>Reads text. White space is layout, unless it stands next to text that means something or <c>xml:space</c> keeps it.</summary>
    private void ReadText()
    {
        var start = _scanner.At;
        if (_open.Count == 0)
        {
            if (!_scanner.TakesBlanks())
            {
                throw _scanner.Fault($"{_scanner.Shown()} stands outside the outermost element, where only comments can be.");
            }

            return;
        }

        var text = _scanner.Text(out var isLayout);
        ref var parent = ref CollectionsMarshal.AsSpan(_open)[^1];
        if (text.Length == 0)
        {
            return;
        }

        if (isLayout && !parent.Preserves)
        {
            parent.HoldsLayout = true;
            _pending.Add(Layout(text));
        }
        else
        {
            parent.HoldsText = true;
            Add(new CibText(text), start);
        }
    }

    private void ReadInstruction(int start)
    {
        var at = _scanner.At;
        var target = _scanner.Name("a processing instruction");
        if (target.Equals("xml", StringComparison.OrdinalIgnoreCase))
        {
            throw _scanner.Fault("An XML declaration stands where none can be; it is the very first of a document, or missing.", at);
        }

        if (!_scanner.TakesBlanks() && !_scanner.Sees("?>"))
        {
            throw _scanner.Fault($"The processing instruction {ReadFault.Shown(target)} goes on without white space.");
        }

        Add(new CibInstruction(target, _scanner.Instruction(start)), start);
    }

    /// <summary>One node for all equal pieces of layout, of which there is one per element.</summary>
    private CibText Layout(string text)
    {
        ref var known = ref _layouts[text.Length % _layouts.Length];
        return known?.Text == text ? known : known = new CibText(text);
    }

    private void Add(CibNode node, int start)
    {
        if (++_nodes > _maxNodes)
        {
            throw TooLarge($"it has more than {_maxNodes} elements, texts and comments, far more than a CIB of its length can have", nameof(CibReadLimits.MaxNodes), start);
        }

        _pending.Add(node);
    }

    /// <summary>The line of an offset that is not before the last one asked for.</summary>
    private int LineOf(int offset)
    {
        _line += TextPlace.LinesIn(_xml.AsSpan(_lineAt, offset - _lineAt));
        _lineAt = offset;
        return _line;
    }

    private static string Opened(OpenElement element) => string.Create(CultureInfo.InvariantCulture, $"<{ReadFault.Shown(element.Name)}> of line {element.Line}");

    private CibException TooLarge(FormattableString what, string limit, int offset) =>
        ReadFault.TooLarge(FormattableString.Invariant(what), limit, TextPlace.Of(_xml, offset));

    private record struct OpenElement(string Name, ImmutableArray<CibAttribute> Attributes, int Start, int Line, int FirstChild, bool Preserves)
    {
        /// <summary>Whether it holds text that means something.</summary>
        public bool HoldsText { get; set; }

        /// <summary>Whether white space stands among its children that goes if it holds no text.</summary>
        public bool HoldsLayout { get; set; }
    }
}
