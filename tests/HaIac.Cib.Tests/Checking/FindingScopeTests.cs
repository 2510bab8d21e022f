using HaIac.Cib.Checking;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class FindingScopeTests
{
    [Test]
    public void IsOfOneObject_WhatOthersMayStillMend_IsNot()
    {
        var findings = CrossChecker.Check(Document(
            Dummies("a", "b"),
            Order("o1", "a", "b") + Order("o2", "b", "a") + Colocation("k1", "a", "b") + Colocation("k2", "a", "b", """score="-INFINITY" """)
            + """<rsc_location id="l" rsc="gone" node="ctl9" score="5"/>""",
            options: ""));

        Assert.That(findings.Select(finding => finding.Code), Is.SupersetOf(new[]
        {
            CibFindingCodes.OrderLoop, CibFindingCodes.Contradiction, CibFindingCodes.DanglingReference, CibFindingCodes.UnknownNode, CibFindingCodes.NoFencingDevice,
        }));
        Assert.That(findings.Where(FindingScope.IsOfOneObject), Is.Empty);
    }

    [Test]
    public void IsOfOneObject_WhatAnObjectHasOfItself_Is() =>
        Assert.That(FindingScope.IsOfOneObject(Only(Document(Dummy("a", Operations("a", """name="start" interval="10s" """))))), Is.True);
}
