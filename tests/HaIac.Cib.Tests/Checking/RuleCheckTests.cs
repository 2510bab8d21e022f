using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class RuleCheckTests
{
    private const string Never = """<rule id="r" score="5"><expression id="e1" attribute="#uname" operation="eq" value="ctl1"/><expression id="e2" attribute="#uname" operation="eq" value="ctl2"/></rule>""";

    [Test]
    public void Check_LocationWhoseRuleNeverMatches_SaysWhy()
    {
        var finding = Only(Document(Dummy("a"), $"""<rsc_location id="l" rsc="a">{Never}</rsc_location>"""));

        Assert.That((finding.Code, finding.Severity, finding.Subject?.Value, finding.Attribute), Is.EqualTo((CibFindingCodes.RuleNeverMatches, FindingSeverity.Warning, "l", "rule[r]")));
        Assert.That(finding.What, Does.StartWith("The rule #uname eq ctl1 and #uname eq ctl2 of rsc_location l can never match: "));
    }

    [Test]
    public void Check_RuleOfASetOfAttributes_IsLookedAtToo() =>
        Assert.That(Only(Document(Dummy("a", $"""<meta_attributes id="m">{Never}<nvpair id="n" name="priority" value="5"/></meta_attributes>"""))).Code, Is.EqualTo(CibFindingCodes.RuleNeverMatches));

    [Test]
    public void Check_RuleThatMayMatch_IsFine() =>
        FindsNothing(Document(Dummy("a"), $"""<rsc_location id="l" rsc="a">{Never.Replace("""score="5" """.Trim(), """score="5" boolean-op="or" """.Trim(), StringComparison.Ordinal)}</rsc_location>"""));
}
