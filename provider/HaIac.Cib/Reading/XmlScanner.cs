using System.Buffers;
using System.Text;
using System.Xml;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Reading;

/// <summary>Walks over XML text and takes its parts one by one: names, values, character data. What XML 1.0 forbids inside a part is a fault.</summary>
/// <remarks>
/// <para>Knows no document type, so no entity but the five of XML itself. Prefixes are part of names: whether they are declared is not asked.</para>
/// <para>Every character is looked at once or twice, whatever the text; nothing is built but the strings that are given out.</para>
/// <para>Source: Extensible Markup Language 1.0; which characters are letters of a name: System.Xml.XmlConvert.</para>
/// </remarks>
internal sealed class XmlScanner(string xml)
{
    private static readonly SearchValues<char> s_blanks = SearchValues.Create(" \t\r\n");
    private static readonly SearchValues<char> s_layout = SearchValues.Create(" \t\n");
    private static readonly SearchValues<char> s_nameTail = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:");

    // Characters that stand for themselves; all others are looked at one by one.
    private static readonly SearchValues<char> s_plainInText = Plain("\t\n", "<&]");
    private static readonly SearchValues<char> s_plainInQuotes = Plain("", "<&\"");
    private static readonly SearchValues<char> s_plainInApostrophes = Plain("", "<&'");
    private static readonly SearchValues<char> s_plainInSections = Plain("\t\n", "");

    private readonly StringCache _names = new("id", "name", "value", "id-ref", "nvpair", "op", "primitive");
    private readonly StringCache _values = new();
    private readonly StringBuilder _decoded = new();

    /// <summary>The offset of the character that comes next.</summary>
    public int At { get; private set; }

    /// <summary>Whether nothing comes any more.</summary>
    public bool AtEnd => At == xml.Length;

    private ReadOnlySpan<char> Rest => xml.AsSpan(At);

    /// <summary>Whether this comes next.</summary>
    public bool Sees(string text) => Rest.StartsWith(text, StringComparison.Ordinal);

    /// <summary>Whether this character comes next.</summary>
    public bool Sees(char c) => At < xml.Length && xml[At] == c;

    /// <summary>Steps over this if it comes next.</summary>
    public bool Takes(string text)
    {
        var sees = Sees(text);
        At += sees ? text.Length : 0;
        return sees;
    }

    /// <summary>Steps over this character if it comes next.</summary>
    public bool Takes(char c)
    {
        var sees = Sees(c);
        At += sees ? 1 : 0;
        return sees;
    }

    /// <summary>Steps over white space; true when there was some.</summary>
    public bool TakesBlanks()
    {
        var start = At;
        var length = Rest.IndexOfAnyExcept(s_blanks);
        At = length < 0 ? xml.Length : At + length;
        return At > start;
    }

    /// <summary>Takes a name.</summary>
    /// <param name="what">What it is the name of, for the fault when none comes.</param>
    public string Name(string what)
    {
        var start = At;
        if (AtEnd || (xml[At] != ':' && !XmlConvert.IsStartNCNameChar(xml[At])))
        {
            throw Fault(AtEnd ? $"The text ends where the name of {what} should be." : $"{Shown()} stands where the name of {what} should be.");
        }

        do
        {
            At++;
            var length = Rest.IndexOfAnyExcept(s_nameTail);
            At = length < 0 ? xml.Length : At + length;
        }
        while (!AtEnd && XmlConvert.IsNCNameChar(xml[At]));
        return _names.Of(xml.AsSpan(start, At - start));
    }

    /// <summary>Takes the value of an attribute with its quotes; line ends and tabs in it are blanks.</summary>
    public string AttributeValue(string attribute)
    {
        if (!Sees('"') && !Sees('\''))
        {
            throw Fault($"The value of the attribute {ReadFault.Shown(attribute)} does not begin with a quote.");
        }

        var (opened, quote) = (At, xml[At]);
        At++;
        var plain = quote == '"' ? s_plainInQuotes : s_plainInApostrophes;
        var length = Rest.IndexOfAnyExcept(plain);
        if (length >= 0 && Rest[length] == quote)
        {
            // Ids differ from one another, so looking for them among the texts that repeat is in vain.
            var value = attribute == "id" ? Rest[..length].ToString() : _values.Of(Rest[..length]);
            At += length + 1;
            return value;
        }

        _decoded.Clear();
        while (!TakesPlain(plain))
        {
            switch (xml[At])
            {
                case var c when c == quote:
                    At++;
                    return TakeDecoded();
                case '<':
                    throw Fault($"The value of the attribute {ReadFault.Shown(attribute)} holds a '<'; write &lt; there, or close the value before.");
                case '&':
                    Reference();
                    break;
                case '\r' or '\n' or '\t':
                    At += Sees("\r\n") ? 2 : 1;
                    _decoded.Append(' ');
                    break;
                default:
                    Character();
                    break;
            }
        }

        throw Fault($"The value of the attribute {ReadFault.Shown(attribute)} is never closed.", opened);
    }

    /// <summary>Takes character data up to the next tag, comment or instruction; sections of CDATA are part of it.</summary>
    /// <param name="isLayout">Whether it is white space and nothing else.</param>
    public string Text(out bool isLayout)
    {
        var blank = Rest.IndexOfAnyExcept(s_layout);
        if (blank > 0 && Rest[blank] == '<' && !Rest[blank..].StartsWith("<![CDATA["))
        {
            isLayout = true;
            var layout = _values.Of(Rest[..blank]);
            At += blank;
            return layout;
        }

        _decoded.Clear();
        while (!TakesPlain(s_plainInText))
        {
            if (xml[At] == '<')
            {
                var opened = At;
                if (!Takes("<![CDATA["))
                {
                    break;
                }

                Section("]]>", "section of CDATA", opened);
            }
            else
            {
                CharacterData();
            }
        }

        var text = TakeDecoded();
        isLayout = text.AsSpan().IndexOfAnyExcept(s_blanks) < 0;
        return text;
    }

    /// <summary>Takes what stands inside a comment, and its end.</summary>
    public string Comment(int opened)
    {
        _decoded.Clear();
        Section("--", "comment", opened);
        return Takes('>') ? TakeDecoded() : throw Fault("A comment holds \"--\", which only its end may have.", At - 2);
    }

    /// <summary>Takes what stands inside a processing instruction, and its end.</summary>
    public string Instruction(int opened)
    {
        _decoded.Clear();
        Section("?>", "processing instruction", opened);
        return TakeDecoded();
    }

    /// <summary>A fault at the next character, or elsewhere.</summary>
    public CibException Fault(string what, int? offset = null) => ReadFault.NotXml(what, TextPlace.Of(xml, offset ?? At));

    /// <summary>The next character as a message shows it.</summary>
    public string Shown() => xml[At] is > ' ' and < '\u007f' and var c ? $"'{c}'" : $"the character U+{(int)xml[At]:X4}";

    /// <summary>Takes characters that stand for themselves; true when the text ends there.</summary>
    private bool TakesPlain(SearchValues<char> plain)
    {
        var length = Rest.IndexOfAnyExcept(plain);
        length = length < 0 ? xml.Length - At : length;
        _decoded.Append(Rest[..length]);
        At += length;
        return AtEnd;
    }

    private void CharacterData()
    {
        switch (xml[At])
        {
            case '&':
                Reference();
                break;
            case ']' when Sees("]]>"):
                throw Fault("\"]]>\" stands in text; only the end of a section of CDATA may have it.");
            case '\r':
                LineEnd();
                break;
            default:
                Character();
                break;
        }
    }

    /// <summary>Takes characters without meaning of their own up to an end mark, and the mark.</summary>
    private void Section(string end, string what, int opened)
    {
        var length = Rest.IndexOf(end, StringComparison.Ordinal);
        if (length < 0)
        {
            throw Fault($"A {what} begins here and never ends.", opened);
        }

        var stop = At + length;
        while (true)
        {
            var section = xml.AsSpan(At, stop - At);
            var plain = section.IndexOfAnyExcept(s_plainInSections);
            _decoded.Append(plain < 0 ? section : section[..plain]);
            if (plain < 0)
            {
                break;
            }

            At += plain;
            if (xml[At] == '\r')
            {
                LineEnd();
            }
            else
            {
                Character();
            }
        }

        At = stop + end.Length;
    }

    /// <summary>Every line end is an LF, as XML 1.0 section 2.11 asks.</summary>
    private void LineEnd()
    {
        At += Sees("\r\n") ? 2 : 1;
        _decoded.Append('\n');
    }

    private void Character()
    {
        if (At + 1 < xml.Length && char.IsSurrogatePair(xml[At], xml[At + 1]))
        {
            _decoded.Append(xml, At, 2);
            At += 2;
        }
        else if (XmlConvert.IsXmlChar(xml[At]))
        {
            _decoded.Append(xml[At]);
            At++;
        }
        else
        {
            throw Fault($"The character U+{(int)xml[At]:X4} cannot stand in XML.");
        }
    }

    /// <summary>Takes a reference to a character, by number or by one of the five names that XML has itself.</summary>
    private void Reference()
    {
        At++;
        if (Takes('#'))
        {
            NumberedCharacter();
            return;
        }

        var c = Takes("lt;") ? '<' : Takes("gt;") ? '>' : Takes("amp;") ? '&' : Takes("quot;") ? '"' : Takes("apos;") ? '\'' : '\0';
        _decoded.Append(c != '\0' ? c : throw Fault("A '&' begins a reference that XML does not know; it knows &lt; &gt; &amp; &quot; &apos; and numbers. A plain '&' is written &amp;."));
    }

    private void NumberedCharacter()
    {
        var start = At;
        var numberBase = Takes('x') ? 16 : 10;
        var (number, digits) = (0, 0);
        for (; !AtEnd && char.IsAsciiHexDigit(xml[At]) && (numberBase == 16 || char.IsAsciiDigit(xml[At])); At++, digits++)
        {
            // Beyond the last character there is nothing to count; the rest of the digits is only stepped over.
            number = Math.Min((number * numberBase) + Convert.ToInt32(xml[At].ToString(), 16), 0x110000);
        }

        if (digits == 0 || !Takes(';'))
        {
            throw Fault("The number of a character is cut short; it is written &#10; or &#xA;.", start);
        }

        if (number > 0x10FFFF || (number <= 0xFFFF && !XmlConvert.IsXmlChar((char)number)))
        {
            throw Fault("The number of a character names one that cannot stand in XML.", start);
        }

        _decoded.Append(char.ConvertFromUtf32(number));
    }

    private string TakeDecoded() => _decoded.ToString();

    private static SearchValues<char> Plain(string more, string less) =>
        SearchValues.Create([.. Enumerable.Range(' ', 0x7F - ' ').Select(c => (char)c).Where(c => !less.Contains(c)), .. more]);
}
