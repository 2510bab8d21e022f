using HaIac.Cib.Checking;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class PromotionCheckTests
{
    [TestCase("")]
    [TestCase("""name="monitor" interval="10s" """)]
    [TestCase("""name="monitor" interval="10s" role="Unpromoted" """)]
    [TestCase("""name="monitor" interval="0" role="Promoted" """, CibFindingCodes.OnlyProbed)]
    public void Check_NoRecurringMonitorForThePromotedRole_Warns(string op, string? also = null)
    {
        var findings = CrossChecker.Check(Document(Promotable("c", Dummy("db", op.Length == 0 ? "" : Operations("db", op)))));

        Assert.That(findings.Select(finding => finding.Code), Is.EquivalentTo(new[] { CibFindingCodes.NotMonitored, also }.OfType<string>()));
        Assert.That(findings[0].What, Is.EqualTo("db can be promoted in c, but no recurring monitor is for the role Promoted."));
    }

    [Test]
    public void Check_MonitorOfThePromotedRoleInTheTemplate_IsEnough() => FindsNothing(Document(
        $"""<template id="t" class="ocf" provider="p" type="db">{Operations("t", """name="monitor" interval="10s" role="Master" """)}</template>"""
        + Promotable("c", """<primitive id="db" template="t"/>""")));

    [Test]
    public void Check_PromotableTemplateOfASystemdUnit_CannotPromote()
    {
        var finding = Only(Document("""<template id="t" class="systemd" type="mariadb"/>""" + Promotable("c", """<primitive id="db" template="t"/>""")));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.CannotPromote, FindingSeverity.Error)));
    }

    [TestCase("""<rsc_location id="l" rsc="a" node="ctl1" score="5" role="Promoted"/>""", "role")]
    [TestCase("""<rsc_colocation id="l" rsc="b" with-rsc="a" with-rsc-role="Master" score="5"/>""", "with-rsc-role")]
    [TestCase("""<rsc_colocation id="l" rsc="a" rsc-role="Unpromoted" with-rsc="b" score="5"/>""", "rsc-role")]
    [TestCase("""<rsc_ticket id="l" rsc="a" rsc-role="Promoted" ticket="t"/>""", "rsc-role")]
    [TestCase("""<rsc_colocation id="l" score="5"><resource_set id="s" role="Promoted"><resource_ref id="a"/></resource_set></rsc_colocation>""", "resource_set[s].role")]
    [TestCase("""<rsc_order id="l" first="b" then="a" then-action="promote" first-action="start"/>""", "then-action")]
    [TestCase("""<rsc_order id="l" kind="Optional" first="a" then="b" first-action="promote" then-action="start"/>""", "first-action")]
    public void Check_RoleOfWhatIsNotPromotable_Warns(string constraint, string attribute)
    {
        var finding = Only(Document(Clone("a", Dummy("inner")) + Dummy("b"), constraint));

        Assert.That((finding.Code, finding.Severity, finding.Subject?.Value, finding.Attribute), Is.EqualTo((CibFindingCodes.NotPromotable, FindingSeverity.Warning, "l", attribute)));
    }

    [Test]
    public void Check_MandatoryOrderAfterAPromotionThatNeverComes_IsAnError()
    {
        var finding = Only(Document(Dummies("a", "b"), Order("o", "a", "b", """first-action="promote" then-action="start" """)));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.NotPromotable, FindingSeverity.Error)));
        Assert.That(finding.Why, Does.Contain("b never starts"));
    }

    [Test]
    public void Check_TargetRoleAndOperationOfAPrimitiveOutsideAClone_Warn()
    {
        var findings = CrossChecker.Check(Document(Dummy("a", Meta("a", ("target-role", "Master")) + Operations("a", """name="monitor" interval="10s" role="Promoted" """))));

        Assert.That(findings.Select(finding => (finding.Code, finding.Attribute)), Is.EquivalentTo(new[]
        {
            (CibFindingCodes.NotPromotable, "meta_attributes.target-role"),
            (CibFindingCodes.NotPromotable, "operations[monitor].role"),
        }));
    }

    [Test]
    public void Check_RolesOfPromotableClonesAndBundles_AreFine() => FindsNothing(Document(
        Promotable("c", Stateful("p")) + """<bundle id="b"><podman image="x" replicas="3" promoted-max="1"/><network control-port="3121"/>""" + Stateful("q") + "</bundle>" + Dummy("a"),
        """<rsc_location id="l" rsc="c" node="ctl1" score="5" role="Promoted"/>"""
        + Colocation("k", "a", "b", """with-rsc-role="Promoted" score="INFINITY" """)
        + Order("o", "b", "a", """first-action="promote" then-action="start" """)));

    [TestCase("""first-action="start" """)]
    [TestCase("")]
    [TestCase("""kind="Optional" """)]
    public void Check_OrderAfterTheStartOfAPromotableClone_Warns(string more)
    {
        var finding = Only(Document(Promotable("drbd", Stateful("p")) + Dummy("fs"), Order("o", "drbd", "fs", more)));

        Assert.That((finding.Code, finding.Severity, finding.Attribute), Is.EqualTo((CibFindingCodes.StartInsteadOfPromote, FindingSeverity.Warning, "first-action")));
        Assert.That(finding.What, Is.EqualTo("rsc_order o lets fs go on when drbd is started, not when it is promoted."));
    }

    [Test]
    public void Check_OrderAfterTheStartOfGalera_SaysThatItServesNobodyThen()
    {
        var finding = Only(Document(Promotable("galera-clone", Stateful("galera", "galera")) + Dummy("keystone"), Order("o", "galera-clone", "keystone")));

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.StartInsteadOfPromote));
        Assert.That(finding.Why, Does.StartWith("galera serves nobody before it is promoted"));
    }

    [TestCase("""<resource_set id="s1"><resource_ref id="db"/></resource_set><resource_set id="s2"><resource_ref id="a"/></resource_set>""")]
    [TestCase("""<resource_set id="s1"><resource_ref id="db"/><resource_ref id="a"/></resource_set>""")]
    public void Check_SetThatWaitsForTheStart_Warns(string sets)
    {
        var finding = Only(Document(Promotable("db", Stateful("p")) + Dummy("a"), $"""<rsc_order id="o">{sets}</rsc_order>"""));

        Assert.That((finding.Code, finding.Attribute), Is.EqualTo((CibFindingCodes.StartInsteadOfPromote, "resource_set[s1].action")));
    }

    [TestCase("""first-action="promote" then-action="start" """)]
    [TestCase("""first-action="stop" then-action="stop" """)]
    [TestCase("""kind="Serialize" """)]
    public void Check_OrderAfterThePromotionOrOfOtherActions_IsFine(string more) =>
        FindsNothing(Document(Promotable("db", Stateful("p")) + Dummy("a"), Order("o", "db", "a", more)));

    [Test]
    public void Check_ColocationWithoutRoleOfWhatWaitsForThePromotion_Warns()
    {
        var finding = Only(Document(
            Promotable("drbd", Stateful("p")) + Dummy("fs"),
            Order("o", "drbd", "fs", """first-action="promote" then-action="start" """) + Colocation("k", "fs", "drbd")));

        Assert.That((finding.Code, finding.Subject?.Value, finding.Attribute), Is.EqualTo((CibFindingCodes.RoleMissing, "k", "with-rsc-role")));
    }

    [Test]
    public void Check_ColocationWithoutRole_IsFineWhereAllArePromoted() => FindsNothing(Document(
        Promotable("galera-clone", Stateful("galera", "galera"), ("promoted-max", "3")) + Dummy("keystone"),
        Order("o", "galera-clone", "keystone", """first-action="promote" then-action="start" """) + Colocation("k", "keystone", "galera-clone")));
}
