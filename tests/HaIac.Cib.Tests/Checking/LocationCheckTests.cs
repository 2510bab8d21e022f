using HaIac.Cib.Checking;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class LocationCheckTests
{
    private static readonly string s_optIn = Option("symmetric-cluster", "false");

    [Test]
    public void Check_ScoreOfZero_HasNoEffect()
    {
        var finding = Only(Document(Dummy("a"), """<rsc_location id="l" rsc="a" node="ctl1" score="0"/>"""));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.LocationWithoutEffect, FindingSeverity.Warning)));
    }

    [TestCase("""<rsc_location id="l" rsc="a" node="ctl1" score="0" resource-discovery="exclusive"/>""")]
    [TestCase("""<rsc_location id="l" rsc="a" resource-discovery="exclusive"><rule id="r" score="0"><expression id="e" attribute="role" operation="eq" value="controller"/></rule></rsc_location>""")]
    public void Check_ScoreOfZeroThatStillMeansSomething_IsFine(string location) => FindsNothing(Document(Dummy("a"), location));

    [TestCase("""<rsc_location id="l2" rsc="a" node="CTL1" score="-INFINITY"/>""")]
    [TestCase("""<rsc_location id="l2" rsc="a"><rule id="r" score="-INFINITY"><expression id="e" attribute="#uname" operation="eq" value="ctl1"/></rule></rsc_location>""")]
    public void Check_BoundToANodeAndBannedFromIt_Contradict(string ban)
    {
        var finding = Only(Document(Dummy("a"), """<rsc_location id="l1" rsc="a" node="ctl1" score="INFINITY"/>""" + ban));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.Contradiction, FindingSeverity.Warning)));
        Assert.That(finding.What, Is.EqualTo("l1 binds a to ctl1, l2 bans it from there."));
    }

    [Test]
    public void Check_ContradictionMadeByHand_NamesTheCommandThatClearsIt()
    {
        var finding = Only(Document(Dummy("a"), """<rsc_location id="cli-prefer-a" rsc="a" node="ctl1" score="INFINITY"/><rsc_location id="cli-ban-a-on-ctl1" rsc="a" node="ctl1" score="-INFINITY"/>"""));

        Assert.That(finding.Mend, Does.Contain("crm_resource --clear --resource a"));
    }

    [Test]
    public void Check_BannedFromEveryNode_NeverRuns()
    {
        var finding = Only(Document(Dummy("a"), """<rsc_location id="l1" rsc="a" node="ctl1" score="-INFINITY"/><rsc_location id="l2" rsc="a" node="ctl2" score="-INFINITY"/>"""));

        Assert.That((finding.Code, finding.Subject?.Value), Is.EqualTo((CibFindingCodes.NoNodeAllowed, "a")));
    }

    [Test]
    public void Check_BannedFromSomeNodesOrOfARole_IsFine() => FindsNothing(Document(
        Dummy("a") + Promotable("c", Stateful("p")),
        """
        <rsc_location id="l1" rsc="a" node="ctl1" score="-INFINITY"/>
        <rsc_location id="l3" rsc="c" node="ctl1" score="-INFINITY" role="Promoted"/><rsc_location id="l4" rsc="c" node="ctl2" score="-INFINITY" role="Promoted"/>
        """));

    [Test]
    public void Check_OptInClusterWithoutALocation_NamesWhatCannotRun()
    {
        var findings = CrossChecker.Check(Document(Group("g", Dummies("a", "b")) + Dummy("c"), """<rsc_location id="l" rsc="a" node="ctl1" score="0"/><rsc_location id="l2" rsc="c" node="ctl1" score="-5"/>""", s_optIn));

        Assert.That(findings.Select(finding => (finding.Code, finding.Subject?.Value)), Is.EqualTo([(CibFindingCodes.NoNodeAllowed, "b"), (CibFindingCodes.NoNodeAllowed, "c")]));
    }

    [TestCase("""<rsc_location id="l" rsc="g" node="ctl1" score="0"/>""")]
    [TestCase("""<rsc_location id="l" rsc="t" node="ctl1" score="5"/>""")]
    [TestCase("""<rsc_location id="l" rsc-pattern="." node="ctl1" score="5"/>""")]
    [TestCase("""<rsc_location id="l" node="ctl1" score="5"><resource_set id="s"><resource_ref id="g"/></resource_set></rsc_location>""")]
    [TestCase("""<rsc_location id="l" rsc="g"><rule id="r" score="0"><expression id="e" attribute="x" operation="defined"/></rule></rsc_location>""")]
    public void Check_OptInClusterThatAllowsAll_IsFine(string location) =>
        FindsNothing(Document(Group("g", Dummies("a", "b")), location, s_optIn, """<tags><tag id="t"><obj_ref id="g"/></tag></tags>"""));
}
