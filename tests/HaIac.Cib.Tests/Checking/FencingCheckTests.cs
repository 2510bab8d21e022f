using HaIac.Cib.Checking;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class FencingCheckTests
{
    private const string Device = """<primitive id="f" class="stonith" type="fence_ipmilan"/>""";

    [TestCase("", "Fencing is on by default, but there is no fencing device.")]
    [TestCase("""<nvpair id="s" name="stonith-enabled" value="true"/>""", "Fencing is on, but there is no fencing device.")]
    public void Check_FencingWithoutADevice_IsAnErrorOfTheWholeCluster(string options, string what)
    {
        var finding = Only(Document(Dummy("a"), options: options));

        Assert.That((finding.Code, finding.Severity, finding.Subject, finding.What), Is.EqualTo((CibFindingCodes.NoFencingDevice, FindingSeverity.Error, default(CibId), what)));
    }

    [TestCase(Device, "")]
    [TestCase("", "")]
    [TestCase("""<primitive id="a" class="ocf" provider="p" type="t"/>""", """<nvpair id="w" name="have-watchdog" value="true"/>""")]
    [TestCase("""<primitive id="a" class="ocf" provider="p" type="t"/>""", """<nvpair id="w" name="fencing-enabled" value="false"/>""")]
    public void Check_FencingThatIsThereOrOffOrNotNeeded_IsFine(string resources, string options) => FindsNothing(Document(resources, options: options));

    [Test]
    public void Check_WhatCountsOnFencingThatIsOff_Warns()
    {
        var findings = CrossChecker.Check(Document(
            Dummy("a", Meta("a", ("requires", "unfencing")) + Operations("a", """name="monitor" interval="10s" on-fail="fence" """)),
            options: Option("no-quorum-policy", "suicide")));

        Assert.That(findings.Select(finding => (finding.Code, finding.Severity, finding.Attribute)), Is.EquivalentTo(
            new[] { "meta_attributes.requires", "operations[monitor].on-fail", "properties.no-quorum-policy" }.Select(attribute => (CibFindingCodes.NeedsFencing, FindingSeverity.Warning, attribute))));
    }

    [TestCase("0")]
    [TestCase("10")]
    [TestCase("first")]
    public void Check_LevelOutsideOneToNine_IsAnError(string index)
    {
        var finding = Only(Document(Device, more: $"""<fencing-topology><fencing-level id="l" target="ctl1" index="{index}" devices="f"/></fencing-topology>"""));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.FencingLevel, FindingSeverity.Error)));
    }

    [Test]
    public void Check_SameLevelTwiceForATarget_Warns()
    {
        var finding = Only(Document(Device, more: """
            <fencing-topology>
              <fencing-level id="l1" target="ctl1" index="1" devices="f"/><fencing-level id="l2" target="CTL1" index="1" devices="f"/>
              <fencing-level id="l3" target="ctl2" index="1" devices="f"/><fencing-level id="l4" target="ctl1" index="2" devices="f"/>
            </fencing-topology>
            """));

        Assert.That((finding.Code, finding.Severity, finding.What), Is.EqualTo((CibFindingCodes.FencingLevel, FindingSeverity.Warning, "l1 and l2 are both level 1 for node ctl1.")));
    }
}
