using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Tests.Reading;

internal sealed class TreeReaderTests
{
    [TestCase("<cib", 1, 1, "never closed")]
    [TestCase("<cib>\n  <a x=1/>\n</cib>", 2, 8, "begin with a quote")]
    [TestCase("<cib>\n  <a x/>\n</cib>", 2, 7, "'=' should stand here")]
    [TestCase("<cib x='1'y='2'/>", 1, 11, "white space or its end")]
    [TestCase("<cib x='1' x='2'/>", 1, 12, "stands twice")]
    [TestCase("<cib x='a<b'/>", 1, 10, "&lt;")]
    [TestCase("<cib\n x='abc\n\n", 2, 4, "never closed")]
    [TestCase("<cib x='&amp'/>", 1, 10, "&amp;")]
    [TestCase("<cib x='&#0;'/>", 1, 11, "cannot stand in XML")]
    [TestCase("<cib x='&#xD800;'/>", 1, 11, "cannot stand in XML")]
    [TestCase("<cib x='&#x110000;'/>", 1, 11, "cannot stand in XML")]
    [TestCase("<cib x='&#99999999999999999999;'/>", 1, 11, "cannot stand in XML")]
    [TestCase("<cib x='&#;'/>", 1, 11, "cut short")]
    [TestCase("<cib x='&#xg;'/>", 1, 11, "cut short")]
    [TestCase("<cib x='&#10'/>", 1, 11, "cut short")]
    [TestCase("<cib>\uFFFF</cib>", 1, 6, "U+FFFF")]
    [TestCase("<cib>a]]>b</cib>", 1, 7, "CDATA")]
    [TestCase("<cib><![CDATA[x</cib>", 1, 6, "never ends")]
    [TestCase("<cib>\r\n<!-- a -- b --></cib>", 2, 8, "\"--\"")]
    [TestCase("<cib>\r<!-- a", 2, 1, "never ends")]
    [TestCase("<cib><?a b", 1, 6, "never ends")]
    [TestCase("<cib><?xml version='1.0'?></cib>", 1, 8, "declaration")]
    [TestCase("<cib><?a~?></cib>", 1, 9, "white space")]
    [TestCase("<cib><!ELEMENT a></cib>", 1, 6, "declaration")]
    [TestCase("<cib/><!DOCTYPE cib>", 1, 7, "declaration")]
    [TestCase("<cib/>\n<cib/>", 2, 1, "second outermost")]
    [TestCase("<cib/>\nx", 2, 1, "outside the outermost")]
    [TestCase("x<cib/>", 1, 1, "outside the outermost")]
    [TestCase("<cib/></cib>", 1, 9, "never opened")]
    [TestCase("<cib>\n<a>\n</b></cib>", 3, 3, "<a> of line 2 must be closed")]
    [TestCase("<cib></cib x>", 1, 12, "'>' should stand here")]
    [TestCase("<cib>\n<a>", 2, 4, "inside <a> of line 2")]
    [TestCase("<1cib/>", 1, 2, "'1' stands where the name")]
    [TestCase("<cib -x='1'/>", 1, 6, "'-' stands where the name")]
    [TestCase("<cib><", 1, 7, "The text ends where the name")]
    [TestCase("  \n ", 2, 2, "before any element")]
    [TestCase("<?xml?><cib/>", 1, 3, "declaration")]
    [TestCase("<?xml version='1.1'?><cib/>", 1, 7, "version=\"1.0\"")]
    [TestCase("<?xml encoding='UTF-8' version='1.0'?><cib/>", 1, 7, "version=\"1.0\"")]
    [TestCase("<?xml version='1.0' encoding='-'?><cib/>", 1, 21, "version=\"1.0\"")]
    [TestCase("<?xml version='1.0' standalone='maybe'?><cib/>", 1, 21, "version=\"1.0\"")]
    [TestCase("<?xml version='1.0' encoding='UTF&#45;8'?><cib/>", 1, 30, "holds a reference")]
    [TestCase("<?xml version='1.0' <cib/>", 1, 21, "'<' stands where the name")]
    [TestCase(" <?xml version='1.0'?><cib/>", 1, 4, "very first")]
    public void Parse_BrokenXml_SaysWhatAndWhere(string text, int line, int column, string what)
    {
        var fault = Assert.Throws<CibException>(() => CibDocument.Parse(text))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Code, Is.EqualTo(CibFindingCodes.NotXml));
            Assert.That((fault.Line, fault.Column), Is.EqualTo((line, column)));
            Assert.That(fault.Finding.What, Does.Contain(what));
            Assert.That(fault.Finding.Where, Is.EqualTo($"line {line}, column {column}"));
        }
    }

    [Test]
    public void Parse_HalfOfAPair_SaysWhatAndWhere()
    {
        // The compiler cannot put one into an attribute, so these are no cases of the table above.
        var (high, low) = ((char)0xD800, (char)0xDC00);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => CibDocument.Parse($"<cib x='{high}'/>"), Throws.TypeOf<CibException>().With.Message.Contains("U+D800").And.Property("Column").EqualTo(9));
            Assert.That(() => CibDocument.Parse($"<cib>{low}{high}</cib>"), Throws.TypeOf<CibException>().With.Message.Contains("U+DC00").And.Property("Column").EqualTo(6));
            Assert.That(() => CibDocument.Parse($"<cib><!--{high}"), Throws.TypeOf<CibException>());
        }
    }

    [Test]
    public void Parse_BrokenLongName_IsNotQuotedWhole()
    {
        var fault = Assert.Throws<CibException>(() => CibDocument.Parse($"<cib><{new string('a', 100_000)}></cib>"))!;

        Assert.That(fault.Message, Has.Length.LessThan(600));
    }

    [TestCase("<cib><!-- c --><a x='1&#10;2&lt;'/></cib>", "1\n2<")]
    [TestCase("<cib><a x='1\r\n\t2\r3\n4'/></cib>", "1  2 3 4")]
    [TestCase("<cib><a x = \"it's &apos;&quot;&gt;\u00e9\U0001F600&#x1F600;\"/></cib>", "it's '\">\u00e9\U0001F600\U0001F600")]
    public void Parse_AttributeValues_AreUnescapedAndOnOneLine(string text, string value) =>
        Assert.That(CibDocument.Parse(text).Root.Find("a")!["x"], Is.EqualTo(value));

    [TestCase("<cib>a<![CDATA[<b>]]>&amp;c\r\nd</cib>", "a<b>&c\nd")]
    [TestCase("<cib> <![CDATA[]]> x ]] </cib>", "  x ]] ")]
    public void Parse_TextInPieces_IsOneText(string text, string content) =>
        Assert.That(((CibText)CibDocument.Parse(text).Root.Children.Single()).Text, Is.EqualTo(content));

    [TestCase("<cib> <a/> <![CDATA[ ]]>&#10;</cib>", 1)]
    [TestCase("<cib xml:space='preserve'> <a/> </cib>", 3)]
    [TestCase("<cib xml:space='preserve'><a xml:space='default'> <b/> </a></cib>", 1)]
    public void Parse_WhiteSpace_IsLayoutUnlessItIsToBeKept(string text, int nodes)
    {
        var document = CibDocument.Parse(text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Root.Children, Has.Length.EqualTo(nodes));
            Assert.That(CibDocument.Parse(document.ToXml()).DeepEquals(document), document.ToXml());
        }
    }

    [TestCase("\uFEFF<cib/>")]
    [TestCase("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes' ?>\n<cib/>")]
    [TestCase("<cib><x:y x:z='1'/></cib>")]
    public void Parse_HeadsAndPrefixes_AreTaken(string text) => Assert.That(CibDocument.Parse(text).Root.Name, Is.EqualTo("cib"));

    [TestCase("<cib>\n<a/>\r\n<b/>\r<c/></cib>")]
    public void Parse_EveryLineEnd_Counts(string text) =>
        Assert.That(CibDocument.Parse(text).Root.Elements.Select(element => element.Line), Is.EqualTo(new[] { 2, 3, 4 }));

    [Test]
    public void Parse_NamesAndValuesThatRepeat_AreOneString()
    {
        var elements = CibDocument.Parse("<cib><nvpair id='a' name='x' value='monitor'/><nvpair id='b' name='x' value='monitor'/></cib>").Root.Elements.ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(elements[0].Name, Is.SameAs(elements[1].Name));
            Assert.That(elements[0]["value"], Is.SameAs(elements[1]["value"]));
        }
    }
}
