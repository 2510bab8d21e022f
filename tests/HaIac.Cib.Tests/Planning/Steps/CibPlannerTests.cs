using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning.Steps;
using HaIac.Cib.Writing;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning.Steps;

internal sealed class CibPlannerTests
{
    private const string Dummy = "class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"";
    private const string Haproxy = $"""<primitive id="haproxy" {Dummy}><operations><op id="haproxy-m" name="monitor" interval="10s"/></operations></primitive>""";

    [Test]
    public void Plan_IntervalOfAMonitor_SaysSoInWords()
    {
        var plan = CibPlanner.Plan(With(Haproxy), With(Haproxy.Replace("10s", "20s", StringComparison.Ordinal)));

        Assert.That(plan.Steps.Select(step => step.ToString()), Is.EqualTo(new[] { "modify primitive haproxy: monitor interval of haproxy 10s → 20s" }));
    }

    [Test]
    [Property("Requirement", "N3")]
    public void Plan_PrimitiveIntoAClone_SaysWhatWrapsWhat()
    {
        var plan = CibPlanner.Plan(With(Haproxy), With($"""<clone id="haproxy-clone">{Haproxy}</clone>"""));

        Assert.That(plan.Steps.Select(step => step.ToString()), Is.EqualTo(new[]
        {
            "create clone haproxy-clone: haproxy-clone wraps haproxy",
            "move primitive haproxy: haproxy goes into clone haproxy-clone",
        }));
    }

    [Test]
    public void Plan_OutOfAClone_DeletesFirst()
    {
        var plan = CibPlanner.Plan(With($"""<clone id="haproxy-clone">{Haproxy}</clone>"""), With(Haproxy));

        Assert.That(plan.Steps.Select(step => step.ToString()), Is.EqualTo(new[]
        {
            "delete clone haproxy-clone: haproxy-clone no longer wraps haproxy",
            "move primitive haproxy: haproxy leaves clone haproxy-clone and stands by itself",
        }));
    }

    [Test]
    public void Plan_SpelledOtherwiseButEqual_StaysAsItIs()
    {
        var before = With(Haproxy);
        var after = With(Haproxy.Replace("10s", "PT10S", StringComparison.Ordinal).Replace("haproxy-m", "other", StringComparison.Ordinal).Replace("<primitive ", "<primitive description=\"new\" ", StringComparison.Ordinal));

        var plan = CibPlanner.Plan(before, after);

        Assert.That(plan.Steps, Has.Count.EqualTo(1));
        Assert.That(plan.Patch, Does.Not.Contain("PT10S").And.Not.Contain("other").And.Contain("description"));
    }

    [Test]
    public void Plan_PartThatTakesAnIdInUse_GetsAnotherId()
    {
        var before = With($"""<primitive id="a" {Dummy}><meta_attributes id="m"><nvpair id="p" name="priority" value="1"/></meta_attributes></primitive>""");
        var after = With($"""<primitive id="a" {Dummy}><meta_attributes id="m"><nvpair id="p" name="critical" value="true"/><nvpair id="q" name="priority" value="1"/></meta_attributes></primitive>""");

        var plan = CibPlanner.Plan(before, after);

        Assert.That(plan.After.ToXml(), Does.Contain("""<nvpair id="p" name="priority" value="1"/>""").And.Contain("""<nvpair id="p-1" name="critical" value="true"/>"""));
    }

    [Test]
    public void Plan_ObjectWithTheIdOfAPart_KeepsItAndThePartGetsAnother()
    {
        var before = With($"""<primitive id="a" {Dummy}><meta_attributes id="b"><nvpair id="p" name="priority" value="1"/></meta_attributes></primitive>""");
        var after = With($"""<primitive id="a" {Dummy}><meta_attributes id="m"><nvpair id="p" name="priority" value="1"/></meta_attributes></primitive><primitive id="b" {Dummy}/>""");

        var applied = CibPatcher.Apply(before, CibPlanner.Plan(before, after).Patch);

        Assert.That(DocumentComparer.Compare(applied, after).IsEmpty);
        Assert.That(applied.FindElement(Id("b"))!.Name, Is.EqualTo("primitive"));
    }

    [Test]
    public void Patch_SectionThatComesTwice_IsAFinding()
    {
        var before = CibDocument.Parse("<cib><configuration><resources/><resources/></configuration></cib>");
        var after = CibDocument.Parse($"""<cib><configuration><resources/><resources><primitive id="a" {Dummy}/></resources></configuration></cib>""");

        var plan = CibPlanner.Plan(before, after);

        Assert.That(plan.Steps, Has.Count.EqualTo(1));
        Assert.That(plan.Patch.Length == 0 || CibPatcher.Apply(before, plan.Patch).Configuration!.DeepEquals(plan.After.Configuration));
    }

    [Test]
    public void Patch_TextBetweenTheSections_IsAFinding()
    {
        var before = CibDocument.Parse("<cib><configuration/>old</cib>");

        Assert.That(
            Assert.Throws<CibException>(() => PatchWriter.Write(before, CibDocument.Parse("<cib><configuration/>new</cib>"), pinned: false))!.Code,
            Is.EqualTo(CibFindingCodes.NoPatchPossible));
    }
}
