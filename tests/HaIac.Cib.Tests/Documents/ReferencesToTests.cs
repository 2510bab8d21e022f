using HaIac.Cib.Documents;
using HaIac.Cib.Reading;

namespace HaIac.Cib.Tests.Documents;

internal sealed class ReferencesToTests
{
    [TestCase("""<rsc_location id="x" rsc="a" node="n" score="1"/>""", "rsc:a")]
    [TestCase("""<rsc_colocation id="x" rsc="a" with-rsc="b"/>""", "rsc:a with-rsc:b")]
    [TestCase("""<rsc_order id="x" first="a" then="b"/>""", "first:a then:b")]
    [TestCase("""<rsc_ticket id="x" rsc="a" ticket="T"/>""", "rsc:a")]
    [TestCase("""<resource_set id="x"/>""", "")]
    [TestCase("""<resource_set id-ref="s"/>""", "id-ref:s")]
    [TestCase("""<resource_ref id="a"/>""", "id:a")]
    [TestCase("""<obj_ref id="a"/>""", "id:a")]
    [TestCase("""<role id="r"/>""", "id:r")]
    [TestCase("""<acl_permission id="x" kind="read" reference="a"/>""", "reference:a")]
    [TestCase("""<acl_permission id="x" kind="read" xpath="//a"/>""", "")]
    [TestCase("""<fencing-level id="x" target="n" index="1" devices="f1,f2"/>""", "devices:f1 devices:f2")]
    [TestCase("""<primitive id="x" template="t"/>""", "template:t")]
    [TestCase("""<meta_attributes id-ref="m"/>""", "id-ref:m")]
    [TestCase("""<rule id-ref="r"/>""", "id-ref:r")]
    public void All_OfAnElement_AreItsReferences(string xml, string expected) =>
        Assert.That(
            string.Join(' ', ReferencesTo.All(TreeReader.Read(xml, CibReadLimits.Default).OfType<CibElement>().Single()).Select(reference => $"{reference.Attribute}:{reference.Id}")),
            Is.EqualTo(expected));

    [TestCase("rsc_location", "rsc", "group", true)]
    [TestCase("rsc_location", "rsc", "tag", true)]
    [TestCase("rsc_location", "rsc", "node", false)]
    [TestCase("resource_ref", "id", "nvpair", false)]
    [TestCase("obj_ref", "id", "node", true)]
    [TestCase("role", "id", "acl_role", true)]
    [TestCase("role", "id", "primitive", false)]
    [TestCase("acl_permission", "reference", "nodes", true)]
    [TestCase("fencing-level", "devices", "primitive", true)]
    [TestCase("fencing-level", "devices", "acl_role", false)]
    [TestCase("primitive", "template", "template", true)]
    [TestCase("primitive", "template", "primitive", false)]
    [TestCase("meta_attributes", "id-ref", "meta_attributes", true)]
    [TestCase("meta_attributes", "id-ref", "instance_attributes", false)]
    [TestCase("operations", "id-ref", "primitive", true)]
    public void Accepts_OnlyWhatIsMeant(string tag, string attribute, string target, bool accepted) =>
        Assert.That(new Reference(tag, attribute, "x").Accepts(target), Is.EqualTo(accepted));
}
