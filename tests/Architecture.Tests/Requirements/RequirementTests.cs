namespace Architecture.Tests.Requirements;

/// <summary>Holds the list of requirements against the tests that name them, and both against the table.</summary>
[TestFixture]
public sealed class RequirementTests
{
    private const string Rewrite = "HAIAC_WRITE_REQUIREMENTS";

    private static readonly (IReadOnlyList<RequirementProof> Proofs, IReadOnlyList<string> Faults)[] Files = Repository.SourceFiles("*.cs")
        .Where(f => f.StartsWith("tests/", StringComparison.Ordinal) && !f.StartsWith("tests/Architecture.Tests/Requirements/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(f => ProofScanner.Scan(f.Split('/')[1], f, File.ReadAllText(Path.Combine(Repository.Root, f))))
        .ToArray();

    private static readonly List<RequirementProof> Proofs = Files.SelectMany(f => f.Proofs).ToList();

    private static string TableFile => Path.Combine(Repository.Root, "tests", "REQUIREMENTS.md");

    [Test]
    public void List_Always_HoldsEachItemOfTheDesignOnceAndInOrder()
    {
        const string sections = "A7 B16 C5 D4 E7 F3 G9 H9 I11 J5 K3 L6 M6 N6 O5 P3 Q3 R5 S3";
        var expected = sections.Split(' ').SelectMany(s => Enumerable.Range(1, int.Parse(s[1..], null)).Select(n => $"{s[0]}{n}"));

        Assert.That(RequirementList.Items.Select(i => i.Id), Is.EqualTo(expected));
    }

    [Test]
    public void Tests_ThatNameARequirement_NameOneOfTheList()
    {
        var known = RequirementList.Items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);

        var unknown = Proofs.Where(p => !known.Contains(p.Item)).Select(p => $"{p.Project}: {p.Fixture}.{p.Test} names {p.Item}");

        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public void Tests_ThatNameACorrection_NameAnItemThatCorrects()
    {
        var corrections = RequirementList.Items.Where(i => i.Corrects).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);

        var wrong = Proofs.Where(p => p.IsCorrection && !corrections.Contains(p.Item)).Select(p => $"{p.Fixture}.{p.Test}: {p.Item}");

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Requirements_ThatAreNamed_BelongToTests() => Assert.That(Files.SelectMany(f => f.Faults), Is.Empty);

    [Test]
    public void Items_ThatAreNotLeftOut_HaveATest()
    {
        var proven = Proofs.Select(p => p.Item).ToHashSet(StringComparer.Ordinal);

        var missing = RequirementList.Items.Where(i => i.LeftOutBecause is null && !proven.Contains(i.Id)).Select(i => $"{i.Id}: {i.Meaning}");

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Items_ThatAreLeftOut_HaveNoTest()
    {
        var proven = Proofs.Select(p => p.Item).ToHashSet(StringComparer.Ordinal);

        var stale = RequirementList.Items.Where(i => i.LeftOutBecause is not null && proven.Contains(i.Id)).Select(i => i.Id);

        Assert.That(stale, Is.Empty, "What has a test is not left out: take the reason out of requirements.tsv.");
    }

    [Test]
    public void Corrections_Each_HaveATestThatFailsOnTheOriginalBehaviour()
    {
        var held = Proofs.Where(p => p.IsCorrection).Select(p => p.Item).ToHashSet(StringComparer.Ordinal);

        var missing = RequirementList.Items.Where(i => i.Corrects && i.LeftOutBecause is null && !held.Contains(i.Id)).Select(i => $"{i.Id}: {i.Meaning}");

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Table_Always_SaysWhatTheTestsSay()
    {
        var table = RequirementTable.Write(RequirementList.Items, Proofs);
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            File.WriteAllText(TableFile, table);
        }

        Assert.That(File.ReadAllText(TableFile), Is.EqualTo(table), "Run bash build/requirements.sh.");
    }
}
