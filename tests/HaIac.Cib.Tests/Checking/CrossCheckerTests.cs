using HaIac.Cib.Checking;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class CrossCheckerTests
{
    private const string Web = """<primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/>""";

    [Test]
    public void Check_SoundCib_FindsNothing()
    {
        var document = With(
            $"""
            <clone id="db-clone"><meta_attributes id="m"><nvpair id="n" name="promotable" value="true"/></meta_attributes>
              <primitive id="db" class="ocf" provider="heartbeat" type="galera"><operations><op id="o1" name="monitor" interval="10s" role="Promoted"/><op id="o2" name="monitor" interval="11s"/></operations></primitive>
            </clone>
            <group id="g">{Web}</group>
            """,
            """<rsc_location id="l" rsc="g" node="CTL1" score="1"/><rsc_order id="o" first="db-clone" first-action="promote" then="web" then-action="start"/>""");

        Assert.That(CrossChecker.Check(document), Is.Empty);
    }

    [TestCase("""<rsc_location id="l" rsc="gone" node="ctl1" score="1"/>""", "rsc")]
    [TestCase("""<rsc_colocation id="l" rsc="web" with-rsc="gone" score="1"/>""", "with-rsc")]
    [TestCase("""<rsc_order id="l" first="gone" then="web"/>""", "first")]
    [TestCase("""<rsc_order id="l"><resource_set id="s"><resource_ref id="gone"/></resource_set></rsc_order>""", "id")]
    [TestCase("""<rsc_location id="l" rsc="web"><rule id-ref="gone"/></rsc_location>""", "id-ref")]
    [TestCase("""<rsc_order id="l" first="web" then="l"/>""", "then")]
    public void Check_ReferenceToNothing_NamesAttributeAndConstraint(string constraint, string attribute)
    {
        var finding = CrossChecker.Check(With(Web, constraint)).Single();

        Assert.That((finding.Code, finding.Subject, finding.Attribute), Is.EqualTo((CibFindingCodes.DanglingReference, Id("l"), attribute)));
    }

    [Test]
    public void Check_IdTwice_NamesBothWithTheirLines()
    {
        var document = CibDocument.Parse("""
            <cib><configuration><crm_config><cluster_property_set id="p"><nvpair id="n" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><resources>
              <primitive id="a" class="ocf" provider="p" type="t"/>
              <group id="a"><primitive id="b" class="ocf" provider="p" type="t"/></group>
            </resources></configuration></cib>
            """);

        var finding = CrossChecker.Check(document).Single();

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.DuplicateId));
        Assert.That(finding.What, Is.EqualTo("The id a belongs to a primitive (line 2) and to a group (line 3)."));
    }

    [TestCase("""<group id="out"><group id="in"><primitive id="p" class="ocf" provider="x" type="y"/></group></group>""", "group in stands in group out.")]
    [TestCase("""<clone id="out"><clone id="in"><primitive id="p" class="ocf" provider="x" type="y"/></clone></clone>""", "clone in stands in clone out.")]
    [TestCase("""<group id="out"><clone id="in"><primitive id="p" class="ocf" provider="x" type="y"/></clone></group>""", "clone in stands in group out.")]
    public void Check_NestingThatPacemakerDoesNotKnow_IsAFinding(string resources, string what)
    {
        var finding = CrossChecker.Check(With(resources)).Single();

        Assert.That((finding.Code, finding.What), Is.EqualTo((CibFindingCodes.BadNesting, what)));
    }

    [TestCase("<clone id=\"c\">{0}<meta_attributes id=\"m\"><nvpair id=\"n\" name=\"promotable\" value=\"yes\"/></meta_attributes></clone>")]
    [TestCase("<master id=\"c\">{0}</master>")]
    [TestCase("<master id=\"c\"><group id=\"g\">{0}</group></master>")]
    public void Check_PromotableSystemdUnit_IsAFinding(string clone)
    {
        var document = With(clone.Replace("{0}", """<primitive id="db" class="systemd" type="mariadb"/>""", StringComparison.Ordinal));

        var finding = CrossChecker.Check(document).Single(finding => finding.Code == CibFindingCodes.CannotPromote);

        Assert.That(finding.What, Does.Contain("systemd:mariadb has no promote action"));
    }

    [Test]
    public void Check_IntervalThatIsNoDuration_ListsTheSpellings()
    {
        var finding = CrossChecker.Check(WithOperations("""<op id="o" name="monitor" interval="20x"/>""")).Single();

        Assert.That((finding.Code, finding.Attribute), Is.EqualTo((CibFindingCodes.BadDuration, "operations[monitor].interval")));
        Assert.That(finding.What, Does.Contain("\"20x\"").And.Contain("20s"));
    }

    [Test]
    public void Check_TwoOperationsOfOneNameAndInterval_IsAFinding()
    {
        var finding = CrossChecker.Check(WithOperations("""<op id="o" name="monitor" interval="60s" role="Started"/><op id="p" name="monitor" interval="1min" role="Stopped"/>""")).Single();

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.OperationCollision));
    }

    [Test]
    public void Check_NodeThatTheClusterDoesNotHave_IsAWarning()
    {
        var finding = CrossChecker.Check(With(Web, """<rsc_location id="l" rsc="web" node="ctl9" score="1"/>""")).Single();

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.UnknownNode, FindingSeverity.Warning)));
        Assert.That(finding.What, Does.EndWith("the cluster has ctl1, ctl2."));
    }

    [Test]
    public void Check_RemoteAndGuestNodes_AreKnown()
    {
        var document = With(
            """
            <primitive id="remote1" class="ocf" provider="pacemaker" type="remote"/>
            <primitive id="vm" class="ocf" provider="heartbeat" type="VirtualDomain"><meta_attributes id="m"><nvpair id="n" name="remote-node" value="guest1"/></meta_attributes></primitive>
            """,
            """<rsc_location id="l1" rsc="vm" node="remote1" score="1"/><rsc_location id="l2" rsc="vm" node="guest1" score="1"/>""");

        Assert.That(CrossChecker.Check(document), Is.Empty);
    }

    // Fencing is off, so that a test sees only what it put in.
    private static CibDocument With(string resources, string constraints = "") =>
        TestCibs.With(resources, constraints, """<cluster_property_set id="cib-bootstrap-options"><nvpair id="se" name="stonith-enabled" value="false"/></cluster_property_set>""");

    private static CibDocument WithOperations(string operations) =>
        With($"""<primitive id="web" class="ocf" provider="pacemaker" type="Dummy"><operations>{operations}</operations></primitive>""");
}
