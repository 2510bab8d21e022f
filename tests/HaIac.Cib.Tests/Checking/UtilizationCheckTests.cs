using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class UtilizationCheckTests
{
    [TestCase("1.5", FindingSeverity.Warning)]
    [TestCase("4G", FindingSeverity.Warning)]
    [TestCase("much", FindingSeverity.Error)]
    [TestCase("", FindingSeverity.Error)]
    public void Check_NoWholeNumber_IsFound(string value, FindingSeverity severity)
    {
        var finding = Only(Document(Dummy("a", Uses(value)), options: Option("placement-strategy", "balanced")));

        Assert.That((finding.Code, finding.Severity, finding.Attribute), Is.EqualTo((CibFindingCodes.BadUtilization, severity, "utilization.memory")));
    }

    [Test]
    public void Check_UtilizationThatNobodyCounts_WarnsOnce()
    {
        var finding = Only(Document(Dummy("a", Uses("4")) + Dummy("b")));

        Assert.That((finding.Code, finding.Severity, finding.Subject), Is.EqualTo((CibFindingCodes.UtilizationIgnored, FindingSeverity.Warning, default(CibId))));
    }

    [TestCase("4")]
    [TestCase("-4")]
    public void Check_WholeNumberThatCounts_IsFine(string value) => FindsNothing(Document(Dummy("a", Uses(value)), options: Option("placement-strategy", "utilization")));

    private static string Uses(string memory) => $"""<utilization id="u"><nvpair id="u1" name="memory" value="{memory}"/></utilization>""";
}
