using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Documents;

internal sealed class CibDocumentTests
{
    [Test]
    public void Parse_HeadOfTheCib_IsTyped()
    {
        var document = With("", rootAttributes: """crm_feature_set="3.16.1" cib-last-written="Sun Nov 22 10:14:00 2026" """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Version, Is.EqualTo(new CibVersion(1, 5, 3)));
            Assert.That(document.ValidateWith, Is.EqualTo("pacemaker-3.9"));
            Assert.That(document.FeatureSet, Is.EqualTo("3.16.1"));
            Assert.That(document.LastWriter.ToString(), Is.EqualTo("written Sun Nov 22 10:14:00 2026 by root with cibadmin on ctl2"));
            Assert.That(document.Nodes, Is.EqualTo(new[] { NodeName.Parse("ctl1"), NodeName.Parse("ctl2") }));
        }
    }

    [Test]
    public void ToXml_UnknownThings_StayWhereTheyWere()
    {
        const string Text = """
            <!--before-->
            <cib validate-with="none" xmlns:x="urn:x" x:y="&lt;&quot;&amp;&#10;&#9;&#13;'&gt;">
              <?php echo?>
              <unknown>text &lt; <b>mixed</b> tail<!--in--></unknown>
              <configuration>
                <!--
                  two lines
                -->
                <resources>
                  <x:thing id="t"/>
                </resources>
              </configuration>
            </cib>
            <!--after-->

            """;

        Assert.That(CibDocument.Parse(Text).ToXml(), Is.EqualTo(Text));
    }

    [Test]
    public void Find_ByIdAnywhere_GivesTheRecord()
    {
        var document = With("""<clone id="c"><group id="g"><primitive id="p" class="systemd" type="haproxy"/></group></clone>""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Find(Id("p"))!.Tag, Is.EqualTo("primitive"));
            Assert.That(document.Find(Id("c"))!.Tag, Is.EqualTo("clone"));
            Assert.That(document.Find(Id("nothing")), Is.Null);
            Assert.That(document.Resources.Select(resource => resource.Id), Is.EqualTo(new[] { Id("c") }));
        }
    }

    [TestCase("<cib><a></cib>", CibFindingCodes.NotXml, 1, 11)]
    [TestCase("<cib>\n <a x='1' x='2'/>\n</cib>", CibFindingCodes.NotXml, 2, 11)]
    [TestCase("", CibFindingCodes.NotXml, 1, 1)]
    [TestCase("<cib>\u0001</cib>", CibFindingCodes.NotXml, 1, 6)]
    [TestCase("<cib>&boom;</cib>", CibFindingCodes.NotXml, 1, 7)]
    [TestCase("<!DOCTYPE cib [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>\n<cib>&a;</cib>", CibFindingCodes.DocumentType, 1, 1)]
    [TestCase("\n<html/>", CibFindingCodes.NotCib, 2, 1)]
    public void Parse_BadText_SaysWhere(string text, string code, int line, int column)
    {
        var fault = Assert.Throws<CibException>(() => CibDocument.Parse(text))!;

        Assert.That((fault.Code, fault.Line, fault.Column), Is.EqualTo((code, line, column)));
    }

    [Test]
    public void Parse_TooDeep_IsRefusedWithoutUsingTheStack()
    {
        var text = new string('<', 0) + string.Concat(Enumerable.Repeat("<a>", 100_000));

        var fault = Assert.Throws<CibException>(() => CibDocument.Parse("<cib>" + text))!;

        Assert.That(fault.Code, Is.EqualTo(CibFindingCodes.TooLarge));
        Assert.That(fault.Message, Does.Contain("deeper than 200 levels"));
    }

    [Test]
    public void Parse_DeepestAllowed_RoundTrips()
    {
        var text = string.Concat(Enumerable.Repeat("<a>", 198)) + "<a/>" + string.Concat(Enumerable.Repeat("</a>", 198));

        var document = CibDocument.Parse($"<cib>{text}</cib>");

        Assert.That(CibDocument.Parse(document.ToXml()).DeepEquals(document));
    }

    [Test]
    public void Parse_TooLong_IsRefused()
    {
        var fault = Assert.Throws<CibException>(() => CibDocument.Parse("<cib></cib>", new CibReadLimits { MaxCharacters = 5 }))!;

        Assert.That(fault.Code, Is.EqualTo(CibFindingCodes.TooLarge));
        Assert.That(fault.Message, Does.Contain(11.ToString(CultureInfo.InvariantCulture)));
    }

    [Test]
    public void Find_ValuesThatNoRecordHolds_GivesAnUnmodelledObject()
    {
        var document = With("""
            <primitive id="a" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="o" name="monitor" interval="20x"/></operations></primitive>
            <primitive id="b" class="ocf" provider="pacemaker"/>
            """);

        Assert.That(document.Resources.Select(resource => resource.GetType().Name), Is.EqualTo(new[] { "UnmodelledObject", "UnmodelledObject" }));
    }
}
