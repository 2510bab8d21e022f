using System.Reflection;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Findings;

internal sealed class FindingTests
{
    private static readonly Dictionary<string, string> s_codes = typeof(CibFindingCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    [Test]
    public void Codes_AreUniqueAndInTheRangesOfPlanningAndTransport()
    {
        Assert.That(s_codes.Values, Is.Unique);
        Assert.That(s_codes.Values, Has.All.Matches("^HAI[34][0-9]{3}$"));
    }

    [Test]
    public void Summary_EveryCode_HasOneOfItsOwn()
    {
        var summaries = s_codes.Values.Select(FindingSummaries.Of).ToList();

        Assert.That(summaries, Is.Unique);
        Assert.That(summaries, Has.All.Not.Empty);
    }

    [Test]
    public void Codes_Each_IsNamedByATest()
    {
        var tests = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository(), "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.That(s_codes.Keys.Where(name => !tests.Contains($"CibFindingCodes.{name}", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void ToString_WholeFinding_SaysWhatWhereWhyAndMend()
    {
        var finding = new CibFinding
        {
            Code = CibFindingCodes.IdTaken,
            Subject = Id("vip"),
            What = "what is wrong.",
            Where = "CIB primitive vip",
            Why = "the rule.",
            Mend = "Do this.",
        };

        Assert.That(finding.ToString().ReplaceLineEndings("\n"), Is.EqualTo("""
            HAI3101: The id is taken
              what   what is wrong.
              where  CIB primitive vip
              why    the rule.
              mend   Do this.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToString_WarningWithoutWhy_HasFourLines()
    {
        var finding = new CibFinding { Code = CibFindingCodes.UnknownNode, Severity = FindingSeverity.Warning, What = "a", Where = "b", Mend = "c" };

        Assert.That(finding.ToString().ReplaceLineEndings("\n"), Is.EqualTo("HAI3110: The cluster has no such node\n  what   a\n  where  b\n  mend   c"));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HaIac.sln")))
        {
            folder = folder.Parent;
        }

        if (folder is null)
        {
            Assert.Ignore("needs the sources of the tests");
        }

        return folder!.FullName;
    }
}
