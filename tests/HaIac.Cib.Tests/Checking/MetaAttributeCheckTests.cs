using HaIac.Cib.Checking;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class MetaAttributeCheckTests
{
    [Test]
    public void Check_NearMiss_SuggestsTheName()
    {
        var finding = Only(Document(Dummy("a", Meta("a", ("resource-stickyness", "5")))));

        Assert.That((finding.Code, finding.Severity, finding.Mend), Is.EqualTo((CibFindingCodes.UnknownMetaAttribute, FindingSeverity.Warning, "Did you mean resource-stickiness?")));
    }

    [Test]
    public void Check_NameOfTheUsersOwn_IsFine() => FindsNothing(Document(Dummy("a", Meta("a", ("acme_department", "billing")))));

    [TestCase("migration-threshold", "three")]
    [TestCase("failure-timeout", "soon")]
    [TestCase("is-managed", "perhaps")]
    [TestCase("requires", "fence")]
    [TestCase("target-role", "Running")]
    [TestCase("priority", "1.0")]
    public void Check_ValueOfTheWrongKind_Warns(string name, string value)
    {
        var finding = Only(Document(Dummy("a", Meta("a", (name, value)))));

        Assert.That((finding.Code, finding.Severity, finding.Attribute), Is.EqualTo((CibFindingCodes.BadOptionValue, FindingSeverity.Warning, $"meta_attributes.{name}")));
    }

    [TestCase("""<rsc_defaults><meta_attributes id="d"><nvpair id="d1" name="migration-treshold" value="3"/></meta_attributes></rsc_defaults>""", "rsc_defaults.migration-treshold")]
    [TestCase("""<op_defaults><meta_attributes id="d"><nvpair id="d1" name="time-out" value="3"/></meta_attributes></op_defaults>""", "op_defaults.time-out")]
    public void Check_NearMissInDefaults_IsFound(string defaults, string attribute) =>
        Assert.That(Only(Document("", more: defaults)), Has.Property(nameof(CibFinding.Code)).EqualTo(CibFindingCodes.UnknownMetaAttribute).And.Property(nameof(CibFinding.Attribute)).EqualTo(attribute));

    [Test]
    public void Check_NearMissInTheMetaAttributesOfAnOperation_IsFound()
    {
        var op = """<operations><op id="o" name="monitor" interval="10s"><meta_attributes id="m"><nvpair id="n" name="timeuot" value="3"/></meta_attributes></op></operations>""";

        Assert.That(Only(Document(Dummy("a", op))).Attribute, Is.EqualTo("operations[monitor].meta_attributes.timeuot"));
    }

    [TestCase("master-max", "2", "Use promoted-max instead.")]
    [TestCase("resource-failure-stickiness", "2", "Use migration-threshold instead.")]
    public void Check_OutdatedName_NamesItsSuccessor(string name, string value, string mend)
    {
        var finding = Only(Document(Promotable("c", Stateful("p"), (name, value))));

        Assert.That((finding.Code, finding.Severity, finding.Mend), Is.EqualTo((CibFindingCodes.Outdated, FindingSeverity.Warning, mend)));
    }

    [Test]
    public void Check_OutdatedForms_EachNameTheNewOne()
    {
        var document = Document(
            $"""<master id="m">{Meta("m", ("master-max", "1"))}{Stateful("p")}</master><primitive id="u" class="upstart" type="x"/>""" + Group("g", Dummy("a"), ("ordered", "false")),
            Order("o", "u", "g", """score="0" """));

        var findings = CrossChecker.Check(document);

        Assert.That(findings.Select(finding => (finding.Code, finding.Subject?.Value)), Is.EquivalentTo(new[] { "m", "u", "g", "o" }.Select(id => (CibFindingCodes.Outdated, id))));
    }
}
