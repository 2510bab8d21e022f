namespace HaIac.Cib.Fuzzing.Mutating;

/// <summary>Known ways to hurt an XML reader: entities, depth, floods, marks that do not end.</summary>
internal static class XmlTricks
{
    private static readonly string[] s_splinters =
    [
        "<", ">", "\"", "'", "&", ";", "=", "/", "/>", "</", "<!", "<?", "?>", "<!--", "-->", "--", "<![CDATA[", "]]>", "]]", "]", "<![CDATA[ ]]>", "<![CDATA[<a>&]]>", "<!-- c -->", "<!---->", "<!--->",
        "<?x?>", "<?x y?>", "<?xml?>", "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='UTF-16'?>", "<?XML a?>", "<?xml-stylesheet?>", "<!DOCTYPE cib>", "<!DOCTYPE cib SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE c [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>", "<!ENTITY % x SYSTEM \"x\">%x;", "&a;", "&lt;", "&gt", "&amp;amp;", "&#0;", "&#1;", "&#9;", "&#10;", "&#13;", "&#32;", "&#xD800;", "&#xDFFF;",
        "&#xFFFE;", "&#xFFFF;", "&#x10000;", "&#x10FFFF;", "&#x110000;", "&#X41;", "&#65", "&#;", "&#x;", "&#-1;", "&#0000000000000000000065;", "&#99999999999999999999;", "\0", "\u0001", "\u001F", "\u007F", "\u0085",
        "\u00A0", "\u2028", "\uD800", "\uDC00", "\uD83D\uDE00", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "\r", "\n", "\r\n", "\t", " ", "\u00e9", "\u0300", "\u3007", " xml:space=\"preserve\"", " xml:space='default'",
        " xmlns=\"urn:x\"", " xmlns:p=\"urn:p\"", "<p:q/>", "<:/>", "<a:/>", " id=\"a\"", " id=\"a\" id=\"a\"", "</cib>", "<cib>", "<cib/>", "text", "<a>x<b/>y</a>",
    ];

    public static readonly Func<string, string, Random, string>[] Small =
    [
        static (text, _, random) => text.Insert(random.Next(text.Length + 1), s_splinters[random.Next(s_splinters.Length)]),
        static (text, _, random) => BehindATag(text, random, s_splinters[random.Next(s_splinters.Length)]),
        static (text, _, random) => BehindATag(text, random, s_splinters[random.Next(s_splinters.Length)]),
        static (text, _, random) => s_splinters[random.Next(s_splinters.Length)] + text,
        static (text, _, random) => text + s_splinters[random.Next(s_splinters.Length)],
    ];

    /// <summary>Texts of up to some megabytes.</summary>
    public static readonly Func<string, string, Random, string>[] Large =
    [
        static (text, _, random) => Depth(random) is var n ? BehindATag(text, random, string.Concat(Enumerable.Repeat("<a>", n)) + string.Concat(Enumerable.Repeat("</a>", n))) : text,
        static (text, _, random) => BehindATag(text, random, string.Concat(Enumerable.Repeat("<a x=\"1\"><!--", Depth(random)))),
        static (text, _, random) => BehindATag(text, random, "<a" + string.Concat(Enumerable.Range(0, Many(random) / 8).Select(i => $" b{i}=\"\"")) + "/>"),
        static (text, _, random) => BehindATag(text, random, string.Concat(Enumerable.Range(0, Many(random) / 100).Select(i => $"<a{string.Concat(Enumerable.Range(0, 20).Select(k => $" b{k}='{i}'"))}/>"))),
        static (text, _, random) => BehindATag(text, random, string.Concat(Enumerable.Repeat(s_splinters[random.Next(s_splinters.Length)], Many(random) / 8))),
        static (text, _, random) => BehindATag(text, random, string.Concat(Enumerable.Repeat("<a/>", Many(random) / 4))),
        static (text, _, random) => BehindATag(text, random, string.Concat(Enumerable.Range(0, Many(random) / 10).Select(i => $"<a id=\"n{i}\"/>"))),
        static (text, _, random) => BehindATag(text, random, string.Concat(Enumerable.Range(0, Many(random) / 8).Select(i => $"<n{i}/>"))),
        static (text, _, random) => BehindATag(text, random, string.Concat(Enumerable.Repeat("x<a/>", Many(random) / 5))),
        static (text, _, random) => BehindATag(text, random, $"<{new string('n', Many(random))}/>"),
        static (text, _, random) => BehindATag(text, random, $"<a x=\"{new string('v', Many(random))}\"/>"),
        static (text, _, random) => BehindATag(text, random, $"<!--{new string('c', Many(random))}-->"),
        static (text, _, random) => BehindATag(text, random, string.Concat(Enumerable.Repeat("&#x20;&amp;]\r", Many(random) / 12))),
        static (text, _, random) => text.Insert(random.Next(text.Length + 1), new string(" \n\r\t&<]-"[random.Next(8)], Many(random))),
    ];

    private static int Depth(Random random) => random.Next(3) == 0 ? random.Next(195, 205) : random.Next(1, 20_000);

    private static int Many(Random random) => 1 << random.Next(6, random.Next(8) == 0 ? 22 : 17);

    private static string BehindATag(string text, Random random, string piece)
    {
        var at = text.IndexOf('>', random.Next(text.Length + 1));
        return at < 0 ? text + piece : text.Insert(at + 1, piece);
    }
}
