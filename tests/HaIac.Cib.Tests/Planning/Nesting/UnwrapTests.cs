using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning.Nesting;

internal sealed class UnwrapTests
{
    private static CibPrimitive Declared => Dummy("web");

    private static CibClone Cloned => Clone(Declared) with { Promotable = true, MetaAttributes = AttributeMap.Of(("clone-max", "2")) };

    private static CibDocument Document(string insideClone = "", string constraints = "") => With(
        $"""
        <clone id="web-clone" description="theirs"><!-- why it is so -->
          <meta_attributes id="m"><nvpair id="m1" name="promotable" value="true"/><nvpair id="m2" name="clone-max" value="2"/>{insideClone}</meta_attributes>
          <primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/>
        </clone>
        <primitive id="vip" class="ocf" provider="pacemaker" type="Dummy"/>
        """,
        constraints);

    [Test]
    [Property("Requirement", "M3")]
    [Property("Requirement", "N3")]
    public void Apply_OperatorStateOnTheHolder_MovesInside()
    {
        var outcome = EditApplier.Apply(Document("""<nvpair id="o" name="is-managed" value="false"/>"""), [new PutObject(Declared, Cloned)]);

        Assert.That(outcome.Findings, Is.Empty);
        var web = (CibPrimitive)outcome.After.Resources.First();
        Assert.That(web.MetaAttributes, Is.EqualTo(AttributeMap.Of(("is-managed", "false"))));
        var element = outcome.After.FindElement(Id("web"))!;
        Assert.That(element["description"], Is.EqualTo("theirs"));
        Assert.That(element.Children.OfType<CibComment>().Single().Text, Is.EqualTo(" why it is so "));
    }

    [Test]
    public void Apply_OthersSetWhatOnlyAClonesHas_WarnsThatItIsLost()
    {
        var outcome = EditApplier.Apply(Document("""<nvpair id="o" name="clone-node-max" value="2"/>"""), [new PutObject(Declared, Cloned)]);

        Assert.That(outcome.Succeeded);
        Assert.That(outcome.Findings.Single(), Has.Property("Code").EqualTo(CibFindingCodes.LostWithHolder).And.Property("What").Contains("meta_attributes.clone-node-max"));
        Assert.That(outcome.Findings.Single().EditIndex, Is.Zero);
    }

    [TestCase("""<rsc_location id="k" rsc="web-clone" node="ctl1" score="1" role="Promoted"/>""", "role")]
    [TestCase("""<rsc_location id="k" rsc="web-clone"><rule id="r" score="1" role="Master"><expression id="e" attribute="a" operation="defined"/></rule></rsc_location>""", "rule[r].role")]
    [TestCase("""<rsc_colocation id="k" rsc="vip" with-rsc="web-clone" score="1" with-rsc-role="Slave"/>""", "with-rsc-role")]
    [TestCase("""<rsc_order id="k" first="web-clone" first-action="promote" then="vip"/>""", "first-action")]
    [TestCase("""<rsc_ticket id="k" rsc="web-clone" ticket="A" rsc-role="Promoted"/>""", "rsc-role")]
    [TestCase("""<rsc_order id="k"><resource_set id="s" action="demote"><resource_ref id="web-clone"/></resource_set></rsc_order>""", "resource_set[s].action")]
    [Property("Requirement", "N3")]
    public void Apply_ConstraintOnARoleThatIsNoMore_IsRefusedAndNamed(string constraint, string attribute)
    {
        var document = Document(constraints: constraint);

        var outcome = EditApplier.Apply(document, [new PutObject(Declared, Cloned)]);

        Assert.That(outcome.After, Is.SameAs(document));
        var finding = outcome.Findings.Single();
        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.RoleWithoutPromotion));
        Assert.That(finding.What, Does.Contain($"k ({attribute})"));
        Assert.That(finding.Related, Is.EqualTo(new[] { Id("k") }));
    }

    [Test]
    public void Apply_OwnConstraintLosesItsRoleInTheSameBatch_IsFine()
    {
        var document = Document(constraints: """<rsc_location id="k" rsc="web-clone" node="ctl1" score="INFINITY" role="Promoted"/>""");
        var last = Location("k", "web-clone") with { Role = ResourceRole.Promoted };

        var outcome = EditApplier.Apply(document, [new PutObject(Declared, Cloned), new PutObject(Location("k", "web"), last)]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(outcome.After.Constraints.Single(), Is.EqualTo(Location("k", "web")));
    }

    [Test]
    public void Apply_OwnConstraintStillNamesTheHolder_IsRefusedAsDangling()
    {
        var order = Order("k", "web-clone", "vip");
        var document = Document(constraints: """<rsc_order id="k" first="web-clone" then="vip"/>""");

        var outcome = EditApplier.Apply(document, [new PutObject(Declared, Cloned), new PutObject(order, order)]);

        Assert.That(outcome.Findings.Select(finding => finding.Code), Does.Contain(CibFindingCodes.DanglingReference));
    }

    [Test]
    public void Apply_TagNamesBoth_NamesItOnceAfterwards()
    {
        var document = CibDocument.Parse(Document().ToXml().Replace("</constraints>", "</constraints><tags><tag id=\"t\"><obj_ref id=\"web-clone\"/><obj_ref id=\"web\"/></tag></tags>", StringComparison.Ordinal)
            .Replace("<constraints/>", "<constraints/><tags><tag id=\"t\"><obj_ref id=\"web-clone\"/><obj_ref id=\"web\"/></tag></tags>", StringComparison.Ordinal));

        var outcome = EditApplier.Apply(document, [new PutObject(Declared, Cloned)]);

        Assert.That(outcome.After.FindElement(Id("t"))!.Elements.Select(item => item.Id), Is.EqualTo(new[] { "web" }));
    }

    [Test]
    public void Apply_HolderChangedByOthers_IsAConflict()
    {
        var document = CibDocument.Parse(Document().ToXml().Replace("name=\"clone-max\" value=\"2\"", "name=\"clone-max\" value=\"3\"", StringComparison.Ordinal));

        var outcome = EditApplier.Apply(document, [new PutObject(Declared, Cloned)]);

        Assert.That(outcome.Findings.Single(), Has.Property("Code").EqualTo(CibFindingCodes.ChangedByOthers).And.Property("Attribute").EqualTo("meta_attributes.clone-max"));
    }

    [Test]
    [Property("Requirement", "N3")]
    public void Apply_GroupWithAMemberOfOthers_IsRefused()
    {
        var document = With("""<group id="g"><primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/><primitive id="theirs" class="ocf" provider="pacemaker" type="Dummy"/></group>""");

        var outcome = EditApplier.Apply(document, [new PutObject(Declared, new CibGroup { Id = Id("g"), Primitives = [Declared] })]);

        Assert.That(outcome.After, Is.SameAs(document));
        Assert.That(outcome.Findings.Single(), Has.Property("Code").EqualTo(CibFindingCodes.HoldsForeign).And.Property("What").Contains("theirs"));
    }

    [Test]
    public void Apply_SomebodyPutAGroupBetween_IsRefused()
    {
        var document = With("""<clone id="web-clone"><group id="theirs"><primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/></group></clone>""");

        var outcome = EditApplier.Apply(document, [new PutObject(Declared, Clone(Declared))]);

        Assert.That(outcome.After, Is.SameAs(document));
        Assert.That(outcome.Findings.Single().Code, Is.EqualTo(CibFindingCodes.CannotRenest));
    }

    [Test]
    public void Apply_GroupUnwrappedInsideSomebodysClone_StaysInTheClone()
    {
        var document = With("""<clone id="theirs"><group id="g"><primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/></group></clone>""");

        var outcome = EditApplier.Apply(document, [new PutObject(Declared, new CibGroup { Id = Id("g"), Primitives = [Declared] })]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(outcome.After.FindElement(Id("theirs"))!.Elements.Single().Id, Is.EqualTo("web"));
    }
}
