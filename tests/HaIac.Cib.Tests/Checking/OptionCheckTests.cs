using HaIac.Cib.Checking;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class OptionCheckTests
{
    [Test]
    public void Check_UnknownOption_SuggestsTheOneThatWasMeant()
    {
        var finding = Only(Document("", options: Option("no-quorom-policy", "stop")));

        Assert.That((finding.Code, finding.Severity, finding.Mend), Is.EqualTo((CibFindingCodes.UnknownOption, FindingSeverity.Warning, "Did you mean no-quorum-policy?")));
    }

    [TestCase("last-lrm-refresh", "1700000000")]
    [TestCase("mysql_REPL_INFO", "ctl1")]
    public void Check_NamesThatToolsKeepThere_AreFine(string name, string value) => FindsNothing(Document("", options: Option(name, value)));

    [Test]
    public void Check_SetOfAnAgent_KeepsWhatItLikes()
    {
        var document = CibDocument.Parse("""
            <cib><configuration><crm_config>
              <cluster_property_set id="SAPHanaSR"><nvpair id="n" name="hana_ha1_glob_prim" value="x"/></cluster_property_set>
            </crm_config></configuration></cib>
            """);

        FindsNothing(document);
    }

    [TestCase("batch-limit", "many")]
    [TestCase("symmetric-cluster", "perhaps")]
    [TestCase("stonith-timeout", "soon")]
    [TestCase("node-health-red", "bad")]
    public void Check_ValueThatNoReleaseReads_IsAnError(string name, string value)
    {
        var finding = Only(Document("", options: Option(name, value)));

        Assert.That((finding.Code, finding.Severity, finding.Attribute), Is.EqualTo((CibFindingCodes.BadOptionValue, FindingSeverity.Error, $"properties.{name}")));
    }

    [Test]
    public void Check_WordThatIsNotKnown_WarnsAndSuggests()
    {
        var finding = Only(Document("", options: Option("no-quorum-policy", "freez")));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.BadOptionValue, FindingSeverity.Warning)));
        Assert.That(finding.What, Is.EqualTo("no-quorum-policy is \"freez\"; did you mean freeze?"));
    }

    [TestCase("stonith-watchdog-timeout", "-1")]
    [TestCase("load-threshold", "80%")]
    [TestCase("migration-limit", "-1")]
    [TestCase("cluster-recheck-interval", "PT15M")]
    public void Check_ValuesOfEveryKind_AreFine(string name, string value) => FindsNothing(Document("", options: Option(name, value)));

    [Test]
    public void Check_DeprecatedWord_NamesItsSuccessor() =>
        Assert.That(Only(Document("", options: Option("stonith-action", "poweroff"))) is { Code: CibFindingCodes.Outdated, Mend: "Use off instead." });

    [TestCase("pacemaker-3.9", FindingSeverity.Error)]
    [TestCase("pacemaker-2.10", FindingSeverity.Warning)]
    public void Check_OptionThatIsGone_IsAnErrorWhereTheSchemaRefusesIt(string schema, FindingSeverity severity)
    {
        var finding = Only(Document("", options: Option("default-resource-stickiness", "100"), schema: schema));

        Assert.That((finding.Code, finding.Severity, finding.Mend), Is.EqualTo((CibFindingCodes.Outdated, severity, "Use resource-stickiness in rsc_defaults instead.")));
    }

    [TestCase("2.1.5-a3f44794f94", ExpectedResult = null)]
    [TestCase("3.0.0-abc", ExpectedResult = CibFindingCodes.Outdated)]
    public string? Check_OptionThatALaterReleaseDeprecates_DependsOnTheRelease(string version) => CrossChecker
        .Check(Document("", options: Option("concurrent-fencing", "true") + $"""<nvpair id="v" name="dc-version" value="{version}"/>"""))
        .SingleOrDefault()?.Code;

    [Test]
    public void Check_OptionThatTheReleaseDoesNotKnowYet_NamesTheOlderOne()
    {
        var finding = Only(Document("", options: Option("fencing-timeout", "60s") + """<nvpair id="v" name="dc-version" value="2.1.5-a3f"/>"""));

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.UnknownOption));
        Assert.That((finding.What, finding.Mend), Is.EqualTo(("The cluster option fencing-timeout exists since Pacemaker 3.0.2; the cluster runs 2.1.5.", "Use stonith-timeout, or a newer release.")));
    }

    [Test]
    public void Check_OneNameWithTwoValues_SaysWhichCounts()
    {
        var finding = Only(Document("", options: Option("batch-limit", "5") + """<nvpair id="again" name="batch-limit" value="6"/>"""));

        Assert.That((finding.Code, finding.What), Is.EqualTo((CibFindingCodes.NameTwice, "cluster_property_set cib-bootstrap-options sets batch-limit to \"5\" and again to \"6\", both in cib-bootstrap-options.")));
    }
}
