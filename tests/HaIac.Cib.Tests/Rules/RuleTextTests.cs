using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Reading;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Tests.Rules;

internal sealed class RuleTextTests
{
    [TestCase("""<expression id="e" attribute="#uname" operation="eq" value="ctl1"/><date_expression id="f" operation="gt" start="2026-01-01"/>""", "#uname eq ctl1 and date gt 2026-01-01")]
    [TestCase("""<expression id="e" attribute="pingd" operation="not_defined"/>""", "not_defined pingd")]
    [TestCase("""<expression id="e" attribute="cpu" operation="gte" type="number" value="8"/>""", "cpu gte number 8")]
    [TestCase("""<expression id="e" attribute="rack" operation="eq" value-source="param" value="rack"/>""", "rack eq param rack")]
    [TestCase("""<expression id="e" attribute="rack" operation="ne" value="upper floor"/>""", "rack ne \"upper floor\"")]
    [TestCase("""<date_expression id="e" operation="in_range" end="2026-01-01"/>""", "date in_range to 2026-01-01")]
    [TestCase("""<date_expression id="e" operation="in_range" start="2026-01-01"><duration id="d" days="3" hours="1"/></date_expression>""", "date in_range 2026-01-01 to duration days=3 hours=1")]
    [TestCase("""<date_expression id="e" operation="date_spec"><date_spec id="d" weekdays="1-5" hours="9-16"/></date_expression>""", "date-spec hours=9-16 weekdays=1-5")]
    [TestCase("""<rsc_expression id="e" class="ocf" type="Dummy"/><op_expression id="o" name="monitor" interval="10s"/>""", "resource ocf::Dummy and op monitor interval=10s")]
    [TestCase("""<expression id="e" attribute="a" operation="defined"/><rule id="i" boolean-op="or"><expression id="f" attribute="b" operation="defined"/><expression id="g" attribute="c" operation="defined"/></rule>""", "defined a and (defined b or defined c)")]
    public void Text_OfARule_IsWhatOperatorsKnowFromPcs(string conditions, string expected) =>
        Assert.That(RuleReader.Read(Element($"""<rule id="r" score="1">{conditions}</rule>"""))!.ToString(), Is.EqualTo(expected));

    [Test]
    public void WithSettings_PutsScoreAndRoleFirst() =>
        Assert.That(
            RuleText.WithSettings(RuleReader.Read(Element("""<rule id="r" score="+INFINITY" role="Master"><expression id="e" attribute="a" operation="defined"/></rule>"""))!),
            Is.EqualTo("score=INFINITY role=Promoted defined a"));

    [TestCase("""<rule id="r"><expression id="e" attribute="a" operation="like" value="b"/></rule>""")]
    [TestCase("""<rule id="r"><expression id="e" attribute="a" operation="eq" value="b" colour="red"/></rule>""")]
    [TestCase("""<rule id="r" role="Boss"><expression id="e" attribute="a" operation="defined"/></rule>""")]
    [TestCase("""<rule id="r"><date_expression id="e" operation="date_spec"><date_spec id="d" hours="noon"/></date_expression></rule>""")]
    [TestCase("""<rule id="r"><date_expression id="e" operation="date_spec"><date_spec id="d" yearsdays="1"/></date_expression></rule>""")]
    [TestCase("""<rule id="r"><date_expression id="e" operation="in_range" start="2026-01-01"><duration id="d" hours="1-2"/></date_expression></rule>""")]
    [TestCase("""<rule id="r"><op_expression id="e" name="monitor" interval="often"/></rule>""")]
    [TestCase("""<rule id="r"><weather id="e"/></rule>""")]
    [TestCase("""<rule id="r"/>""")]
    [TestCase("""<rule id-ref="r" score="1"/>""")]
    public void Read_WhatNoRecordCanHold_GivesNull(string xml) => Assert.That(RuleReader.Read(Element(xml)), Is.Null);

    [TestCase("""<expression id="e" attribute="a" operation="eq" value="1" type="string" value-source="literal"/>""", """<expression id="x" attribute="a" operation="eq" value="1"/>""", true)]
    [TestCase("""<expression id="e" attribute="a" operation="lt" value="1" type="string"/>""", """<expression id="x" attribute="a" operation="lt" value="1"/>""", false)]
    [TestCase("""<date_expression id="e" operation="gt" start="2026-01-01"/>""", """<date_expression id="x" operation="gt" start="2026-001 00:00"/>""", true)]
    [TestCase("""<date_expression id="e" operation="gt" start="2026-01-01 01:00:00 +01:00"/>""", """<date_expression id="x" operation="gt" start="2026-01-01T00:00:00Z"/>""", true)]
    [TestCase("""<date_expression id="e" operation="gt" start="2026-01-01"/>""", """<date_expression id="x" operation="gt" start="2026-01-01T00:00:00Z"/>""", false)]
    [TestCase("""<date_expression id="e" operation="date_spec"><date_spec id="d" hours="5"/></date_expression>""", """<date_expression id="x" operation="date_spec"><date_spec id="y" hours="05-5"/></date_expression>""", true)]
    [TestCase("""<op_expression id="e" name="monitor" interval="60"/>""", """<op_expression id="x" name="monitor" interval="1min"/>""", true)]
    [TestCase("""<rule id="i" score="0"><expression id="e" attribute="a" operation="defined"/></rule>""", """<expression id="x" attribute="a" operation="defined"/>""", true)]
    [TestCase("""<expression id="e" attribute="a" operation="defined"/>""", """<expression id="x" attribute="A" operation="defined"/>""", false)]
    public void Means_TwoSpellings(string one, string other, bool same)
    {
        var first = RuleReader.Read(Element($"""<rule id="r" score="1">{one}</rule>"""))!;
        var second = RuleReader.Read(Element($"""<rule id="s" score="+1" boolean-op="and">{other}</rule>"""))!;

        Assert.That(first.Means(second), Is.EqualTo(same));
    }

    [Test]
    public void Write_GivesIdsAsPcsDoes()
    {
        var rule = new CibRule
        {
            Score = Score.Infinity,
            Role = ResourceRole.Promoted,
            Operator = RuleOperator.Or,
            Expressions =
            [
                new NodeAttributeExpression { Attribute = "a", Comparison = AttributeComparison.Defined },
                new DateExpression { Comparison = DateComparison.Calendar, Spec = new() { Hours = DateRange.Of(9, 16) } },
                new CibRule
                {
                    Expressions =
                    [
                        new DateExpression { Comparison = DateComparison.InRange, Start = RuleDate.Parse("2026-01-01"), Duration = new() { Days = 3 } },
                        new ResourceExpression { Standard = "ocf", Type = "Dummy" },
                        new OperationExpression { Name = "monitor" },
                    ],
                },
            ],
        };

        var element = RuleWriter.Write(rule, "location-a", new IdPool(id => id == "location-a-rule-expr"), new SchemaVersion(3, 6));

        Assert.That(TreeWriter.Write([element]), Is.EqualTo(
            """
            <rule id="location-a-rule" boolean-op="or" role="Master" score="INFINITY">
              <expression id="location-a-rule-expr-1" attribute="a" operation="defined"/>
              <date_expression id="location-a-rule-expr-2" operation="date_spec">
                <date_spec id="location-a-rule-expr-2-datespec" hours="9-16"/>
              </date_expression>
              <rule id="location-a-rule-rule" score="0">
                <date_expression id="location-a-rule-rule-expr" operation="in_range" start="2026-01-01">
                  <duration id="location-a-rule-rule-expr-duration" days="3"/>
                </date_expression>
                <rsc_expression id="location-a-rule-rule-rsc-ocf-Dummy" class="ocf" type="Dummy"/>
                <op_expression id="location-a-rule-rule-op-monitor" name="monitor"/>
              </rule>
            </rule>

            """));
    }

    private static CibElement Element(string xml) => TreeReader.Read(xml, CibReadLimits.Default).OfType<CibElement>().Single();
}
