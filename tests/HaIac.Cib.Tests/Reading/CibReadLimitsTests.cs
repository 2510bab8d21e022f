using System.Text;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;

namespace HaIac.Cib.Tests.Reading;

/// <summary>Each limit: what just fits is read, one more is refused, with the limit by name and the place where it was passed.</summary>
internal sealed class CibReadLimitsTests
{
    [Test]
    public void MaxCharacters_IsTheLongestText() =>
        AssertEdge("<cib></cib>", "<cib> </cib>", new CibReadLimits { MaxCharacters = 11 }, nameof(CibReadLimits.MaxCharacters), 1, 12);

    [Test]
    public void MaxDepth_IsTheDeepestNesting() =>
        AssertEdge("<cib><a><b/></a></cib>", "<cib>\n <a><b><c/></b></a></cib>", new CibReadLimits { MaxDepth = 3 }, nameof(CibReadLimits.MaxDepth), 2, 8);

    [Test]
    public void MaxAttributes_IsTheMostOnOneElement() =>
        AssertEdge("<cib a='' b=''/>", "<cib a='' b='' c=''/>", new CibReadLimits { MaxAttributes = 2 }, nameof(CibReadLimits.MaxAttributes), 1, 16);

    [Test]
    public void MaxNodes_IsTheMostElementsTextsCommentsAndInstructions() => AssertEdge(
        "<cib>x<!--c--><a/><?b?></cib>",
        "<cib>x<!--c--><a/><?b?>y</cib>",
        new CibReadLimits { MaxNodes = 5 },
        nameof(CibReadLimits.MaxNodes),
        1,
        1);

    [Test]
    public void MaxNodes_LongTexts_MayHaveOneMoreForEvery32Characters()
    {
        var long32 = "<cib a=\"" + new string('x', 64) + "\"><b/><c/></cib>";

        Assert.That(() => CibDocument.Parse(long32, new CibReadLimits { MaxNodes = 1 }), Throws.Nothing);
        Assert.That(() => CibDocument.Parse(long32, new CibReadLimits { MaxNodes = 0 }), Throws.TypeOf<CibException>());
    }

    [TestCase("<a/>")]
    [TestCase("x<a/>")]
    [TestCase("<!---->")]
    [TestCase("<?a?>")]
    [TestCase("<a id=\"#\"/>")]
    [TestCase("<#/>")]
    [TestCase("<a>x</a>")]
    public void Defaults_TextsMadeToFillMemory_AreRefused(string piece)
    {
        var text = new StringBuilder("<cib><configuration><resources>");
        for (var i = 0; i < 600_000; i++)
        {
            text.Append(piece.Replace("#", $"n{i:x}", StringComparison.Ordinal));
        }

        var fault = Assert.Throws<CibException>(() => CibDocument.Parse(text.Append("</resources></configuration></cib>").ToString()))!;

        Assert.That(fault.Code, Is.EqualTo(CibFindingCodes.TooLarge));
    }

    [TestCase(31)]
    [TestCase(32)]
    [TestCase(33)]
    [TestCase(1000)]
    public void Attributes_FewOrMany_AreTakenOnceOnly(int count)
    {
        var attributes = string.Concat(Enumerable.Range(0, count).Select(i => $" a{i}=\"{i}\""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibDocument.Parse($"<cib{attributes}/>").Root.Attributes, Has.Length.EqualTo(count));
            Assert.That(
                () => CibDocument.Parse($"<cib{attributes} a{count - 1}=\"\"/>"),
                Throws.TypeOf<CibException>().With.Message.Contains(count < 1000 ? "stands twice" : nameof(CibReadLimits.MaxAttributes)));
        }
    }

    private static void AssertEdge(string fits, string passes, CibReadLimits limits, string limit, int line, int column)
    {
        Assert.That(() => CibDocument.Parse(fits, limits), Throws.Nothing);

        var fault = Assert.Throws<CibException>(() => CibDocument.Parse(passes, limits))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Code, Is.EqualTo(CibFindingCodes.TooLarge));
            Assert.That(fault.Finding.Mend, Does.Contain($"CibReadLimits.{limit}"));
            Assert.That((fault.Line, fault.Column), Is.EqualTo((line, column)));
        }
    }
}
