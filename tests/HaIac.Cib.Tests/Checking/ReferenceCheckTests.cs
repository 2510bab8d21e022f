using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class ReferenceCheckTests
{
    [TestCase("""<acls><acl_target id="u"><role id="gone"/></acl_target></acls>""", "u", "id", FindingSeverity.Error)]
    [TestCase("""<acls><acl_role id="u"><acl_permission id="p" kind="read" reference="gone"/></acl_role></acls>""", "u", "reference", FindingSeverity.Error)]
    [TestCase("""<acls><acl_target id="u"><role id="a"/></acl_target></acls>""", "u", "id", FindingSeverity.Error)]
    [TestCase("""<fencing-topology><fencing-level id="u" target="ctl1" index="1" devices="f,gone"/></fencing-topology>""", "u", "devices", FindingSeverity.Error)]
    [TestCase("""<fencing-topology><fencing-level id="u" target="ctl1" index="1" devices="f,a"/></fencing-topology>""", "u", "devices", FindingSeverity.Error)]
    [TestCase("""<tags><tag id="u"><obj_ref id="gone"/></tag></tags>""", "u", "id", FindingSeverity.Warning)]
    public void Check_ReferenceToNothingOrToTheWrongKind_IsFound(string more, string subject, string attribute, FindingSeverity severity)
    {
        var finding = Only(Document(Dummy("a") + """<primitive id="f" class="stonith" type="fence_ipmilan"/>""", more: more));

        Assert.That((finding.Code, finding.Severity, finding.Subject?.Value, finding.Attribute), Is.EqualTo((CibFindingCodes.DanglingReference, severity, subject, attribute)));
    }

    [TestCase("""<primitive id="b" template="a"/>""", "primitive b names a, which is a primitive, where a template is meant.")]
    [TestCase("""<primitive id="b" template="gone"/>""", "primitive b names gone, which exists nowhere in the configuration.")]
    [TestCase("""<primitive id="b" class="ocf" provider="p" type="t"><meta_attributes id-ref="a"/></primitive>""", "primitive b names a, which is a primitive, where a meta_attributes is meant.")]
    public void Check_TemplateOrSharedSetOfTheWrongKind_SaysWhatIsExpected(string resource, string what) =>
        Assert.That(Only(Document(Dummy("a") + resource)).What, Is.EqualTo(what));

    [Test]
    public void Check_ReferencesOfEveryKindThatFit_AreFine() => FindsNothing(Document(
        """<template id="t" class="ocf" provider="p" type="t"/><primitive id="a" template="t"><meta_attributes id-ref="b-meta"/></primitive>"""
        + Dummy("b", Meta("b", ("priority", "5"))) + """<primitive id="f" class="stonith" type="fence_ipmilan"/>""",
        """<rsc_location id="l" rsc="tag" node="ctl1" score="5"/><rsc_ticket id="k" rsc="t" ticket="x"/>""",
        more: """
            <fencing-topology><fencing-level id="v" target="ctl1" index="1" devices="f"/></fencing-topology>
            <acls><acl_target id="u"><role id="r"/></acl_target><acl_role id="r"><acl_permission id="p" kind="read" reference="a"/></acl_role></acls>
            <tags><tag id="tag"><obj_ref id="a"/></tag></tags>
            """));

    [TestCase("""<rsc_location id="l" rsc="inner" node="ctl1" score="5"/>""", "rsc")]
    [TestCase("""<rsc_order id="l"><resource_set id="s"><resource_ref id="inner"/><resource_ref id="b"/></resource_set></rsc_order>""", "id")]
    public void Check_ConstraintOnTheInsideOfAClone_NamesTheClone(string constraint, string attribute)
    {
        var finding = Only(Document(Clone("c", Dummy("inner")) + Dummy("b"), constraint));

        Assert.That((finding.Code, finding.Severity, finding.Attribute, finding.Mend), Is.EqualTo((CibFindingCodes.InnerNamed, FindingSeverity.Warning, attribute, "Name c instead.")));
    }

    [Test]
    public void Check_UnknownNode_SuggestsTheNearest()
    {
        var finding = Only(Document(Dummy("a"), """<rsc_location id="l" rsc="a" node="clt1" score="5"/>"""));

        Assert.That((finding.Code, finding.Mend), Is.EqualTo((CibFindingCodes.UnknownNode, "Did you mean ctl1? Otherwise let the node join.")));
    }

    [Test]
    public void Check_FencingLevelOfAnUnknownNode_Warns() =>
        Assert.That(
            Only(Document("""<primitive id="f" class="stonith" type="fence_ipmilan"/>""", more: """<fencing-topology><fencing-level id="l" target="compute-9" index="1" devices="f"/></fencing-topology>""")).Code,
            Is.EqualTo(CibFindingCodes.UnknownNode));

    [Test]
    public void Check_NodeThatABundleMakes_IsKnown() => FindsNothing(Document(
        """<bundle id="b"><podman image="x" replicas="3"/></bundle>""" + Dummy("a"), """<rsc_location id="l" rsc="a" node="b-0" score="-5"/>"""));

    [TestCase("""<rsc_order id="l" first="a" then="b" kind="foo"/>""", CibFindingCodes.BadWord)]
    [TestCase("""<rsc_location id="l" rsc="a" node="ctl1" score="much"/>""", CibFindingCodes.BadScore)]
    [TestCase("""<rsc_colocation id="l" rsc="a" with-rsc="b" score="5" rsc-role="Boss"/>""", CibFindingCodes.BadRole)]
    [TestCase("""<rsc_order id="l" first="a" then="b" symmetrical="maybe"/>""", CibFindingCodes.BadBoolean)]
    public void Check_ValueOfAConstraintThatCannotBeRead_IsAnError(string constraint, string code)
    {
        var finding = Only(Document(Dummies("a", "b"), constraint));

        Assert.That((finding.Code, finding.Severity, finding.Subject?.Value), Is.EqualTo((code, FindingSeverity.Error, "l")));
    }
}
