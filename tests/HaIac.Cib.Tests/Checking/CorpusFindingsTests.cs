using HaIac.Cib.Checking;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Tests.Checking;

/// <summary>Findings about the CIBs of Pacemaker's own scheduler tests. Each was judged by hand once: what the cluster accepts must not be called an error.</summary>
internal sealed class CorpusFindingsTests
{
    [Test]
    public void Check_CibsThatTheClusterAccepts_AreFreeOfErrors() => Assert.That(
        Findings("valid").Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.ToString()),
        Is.Empty);

    [Test]
    public void Check_CibsThatTheClusterAccepts_GiveTheWarningsThatWereJudged() => Assert.That(
        Counted(Findings("valid")),
        Is.EqualTo(new Dictionary<string, int>
        {
            [CibFindingCodes.OperationCollision] = 2,
            [CibFindingCodes.UnknownNode] = 2,
            [CibFindingCodes.NotMonitored] = 10,
            [CibFindingCodes.InstanceNumbers] = 2,
            [CibFindingCodes.UnknownOption] = 5,
            [CibFindingCodes.Outdated] = 6,
            [CibFindingCodes.BadOptionValue] = 7,
            [CibFindingCodes.NameTwice] = 1,
            [CibFindingCodes.NoNodeAllowed] = 1,
            [CibFindingCodes.UtilizationIgnored] = 2,
            [CibFindingCodes.InnerNamed] = 2,
        }));

    [Test]
    public void Check_CibsThatTheClusterRefuses_GiveTheErrorsOfItsOwnTool() => Assert.That(
        Counted(Findings("refused").Where(finding => finding.Severity == FindingSeverity.Error)),
        Is.EqualTo(new Dictionary<string, int> { [CibFindingCodes.OperationCollision] = 8, [CibFindingCodes.BadWord] = 1 }));

    private static List<CibFinding> Findings(string kind) =>
        [.. Directory.GetFiles(TestFolders.SchedulerCibs(kind), "*.xml").Order(StringComparer.Ordinal).SelectMany(file => CrossChecker.Check(CibDocument.Parse(File.ReadAllText(file))))];

    private static Dictionary<string, int> Counted(IEnumerable<CibFinding> findings) => findings.GroupBy(finding => finding.Code).ToDictionary(group => group.Key, group => group.Count());
}
