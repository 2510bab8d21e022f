using HaIac.Cib.Checking;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class OrderCheckTests
{
    [Test]
    public void Check_TwoOrdersInACircle_TellsTheStory()
    {
        var finding = Only(Document(Dummies("a", "b"), Order("o1", "a", "b") + Order("o2", "b", "a")));

        Assert.That((finding.Code, finding.Severity, finding.Subject?.Value), Is.EqualTo((CibFindingCodes.OrderLoop, FindingSeverity.Error, "o1")));
        Assert.That(finding.What, Is.EqualTo("start a, then start b (order o1), then start a (order o2)."));
        Assert.That(finding.Related.Select(id => id.Value), Is.EqualTo(["o2"]));
    }

    [TestCaseSource(typeof(OrderCircles), nameof(OrderCircles.Circles))]
    public void Check_Circle_IsFoundOnce(string resources, string constraints, string more)
    {
        var findings = CrossChecker.Check(Document(resources, constraints, more: more));

        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo([CibFindingCodes.OrderLoop]));
    }

    [TestCaseSource(typeof(OrderCircles), nameof(OrderCircles.NoCircles))]
    public void Check_NoCircle_IsFine(string resources, string constraints, string more) =>
        Assert.That(CrossChecker.Check(Document(resources, constraints, more: more)).Select(finding => finding.Code), Has.None.EqualTo(CibFindingCodes.OrderLoop));

    [Test]
    public void Check_CircleThroughAGroup_NamesTheGroup()
    {
        var finding = Only(Document(Group("g", Dummies("a", "b")), Order("o", "b", "a")));

        Assert.That(finding.What, Is.EqualTo("start a, then start b (group g), then start a (order o).").Or.EqualTo("start b, then start a (order o), then start b (group g)."));
        Assert.That(finding.Mend, Is.EqualTo("Remove the order, or turn it round."));
    }

    [Test]
    public void Check_TwoCirclesApart_AreTwoFindings()
    {
        var findings = CrossChecker.Check(Document(Dummies("a", "b", "c", "d"), Order("o1", "a", "b") + Order("o2", "b", "a") + Order("o3", "c", "d") + Order("o4", "d", "c")));

        Assert.That(findings.Select(finding => finding.Subject?.Value), Is.EqualTo(["o1", "o3"]));
    }

    [TestCase("""<rsc_order id="o" first="a" then="a"/>""")]
    [TestCase("""<rsc_order id="o"><resource_set id="s"><resource_ref id="a"/><resource_ref id="a"/></resource_set></rsc_order>""")]
    [TestCase("""<rsc_order id="o"><resource_set id="s"><resource_ref id="a"/></resource_set><resource_set id="s2"><resource_ref id="a"/></resource_set></rsc_order>""")]
    public void Check_OrderOfAResourceAndItself_IsAnError(string order)
    {
        var finding = Only(Document(Dummies("a", "b"), order));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.NamesItself, FindingSeverity.Error)));
        Assert.That(finding.What, Is.EqualTo("rsc_order o puts a before itself."));
    }

    [TestCase("false", ExpectedResult = CibFindingCodes.NotInterleaved)]
    [TestCase("true", ExpectedResult = null)]
    public string? Check_CloneThatDependsOnAnother_MustBeInterleaved(string interleave) => CrossChecker
        .Check(Document(Clone("a", Dummy("x")) + Clone("b", Dummy("y"), ("interleave", interleave)), Order("o", "a", "b") + Colocation("k", "b", "a")))
        .SingleOrDefault()?.Code;
}
