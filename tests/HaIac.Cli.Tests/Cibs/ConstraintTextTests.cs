using HaIac.Cib.Documents;
using HaIac.Cli.Cibs.Showing;

namespace HaIac.Cli.Tests.Cibs;

public sealed class ConstraintTextTests
{
    [TestCase("""<rsc_location rsc="a" node="n" score="100"/>""", "a prefers n (score 100)")]
    [TestCase("""<rsc_location rsc="a" node="n" score="INFINITY"/>""", "a prefers n above all")]
    [TestCase("""<rsc_location rsc="a" node="n" score="1000000"/>""", "a prefers n above all")]
    [TestCase("""<rsc_location rsc="a" node="n" score="-5"/>""", "a avoids n (score -5)")]
    [TestCase("""<rsc_location rsc="a" node="n" score="-INFINITY" role="Master"/>""", "master a never runs on n")]
    [TestCase("""<rsc_location rsc-pattern="^db" node="n" score="1" resource-discovery="never"/>""", "whatever matches /^db/ prefers n (score 1); looked for there: never")]
    [TestCase("""<rsc_location rsc="a"><rule id="r" score="-INFINITY"><expression id="e" attribute="rack" operation="ne" value="a"/></rule></rsc_location>""", "a never runs on nodes where rack ne a")]
    [TestCase("""<rsc_location rsc="a"><rule id="r" score-attribute="cpu"><expression id="e" attribute="cpu" operation="defined"/></rule></rsc_location>""", "a prefers nodes where defined cpu (score value of cpu)")]
    [TestCase("""<rsc_location node="n" score="1"><resource_set id="s"><resource_ref id="a"/><resource_ref id="b"/></resource_set></rsc_location>""", "(a b) prefers n (score 1)")]
    [TestCase("""<rsc_colocation rsc="a" with-rsc="b" score="INFINITY"/>""", "a runs only where b runs")]
    [TestCase("""<rsc_colocation rsc="a" with-rsc="b" score="-INFINITY" with-rsc-role="Promoted"/>""", "a never runs where promoted b runs")]
    [TestCase("""<rsc_colocation rsc="a" with-rsc="b" score="7" node-attribute="rack"/>""", "a rather runs where b runs (score 7) (same value of rack)")]
    [TestCase("""<rsc_colocation rsc="a" with-rsc="b" score="-7"/>""", "a rather does not run where b runs (score -7)")]
    [TestCase("""<rsc_colocation score="INFINITY"><resource_set id="s" sequential="false"><resource_ref id="a"/><resource_ref id="b"/></resource_set></rsc_colocation>""", "(a b: in any order) run together")]
    [TestCase("""<rsc_order first="a" then="b"/>""", "start a, then start b")]
    [TestCase("""<rsc_order first="a" first-action="promote" then="b" then-action="start" symmetrical="false" require-all="false"/>""", "promote a, then start b (not in reverse on stop; one instance is enough)")]
    [TestCase("""<rsc_order first="a" first-action="stop" then="b"/>""", "stop a, then stop b")]
    [TestCase("""<rsc_order first="a" then="b" kind="Serialize"/>""", "start a, then start b (serialize: never at the same time)")]
    [TestCase("""<rsc_order><resource_set id="s"><resource_ref id="a"/></resource_set><resource_set id="t" action="promote" require-all="false"><resource_ref id="b"/></resource_set></rsc_order>""", "(a), then (b: promote, one is enough)")]
    [TestCase("""<rsc_ticket rsc="a" ticket="T" rsc-role="Promoted" loss-policy="demote"/>""", "promoted a needs ticket T; when it is lost: demote")]
    [TestCase("""<rsc_location/>""", "? ")]
    [TestCase("""<rsc_order/>""", "start")]
    public void Of_Constraint_IsASentence(string xml, string sentence)
    {
        var element = CibDocument.Parse($"<cib>{xml}</cib>").Root.Elements.Single();

        Assert.That(ConstraintText.Of(element) + " ", Does.StartWith(sentence));
    }

    [Test]
    public void Of_AnythingElse_IsNone() => Assert.That(ConstraintText.Of(CibDocument.Parse("<cib/>").Root), Is.Null);
}
