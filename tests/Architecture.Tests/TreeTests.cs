namespace Architecture.Tests;

/// <summary>Keeps the tree as the design describes it.</summary>
[TestFixture]
public sealed class TreeTests
{
    // Written in pieces, so that this file does not hold what it forbids.
    private static readonly string[] ForbiddenTexts =
    [
        "registry.npm" + "js", "api.nuget" + ".org", "www.nuget" + ".org", "deb.debian" + ".org", "security.debian" + ".org",
        "/work/" + "main", "/work/" + "shared", "/work/" + "steering", "/tmp/" + "wt/",
    ];

    private static readonly string[] TextPatterns =
        ["*.cs", "*.md", "*.sh", "*.yaml", "*.yml", "*.json", "*.props", "*.targets", "*.csproj", "*.proto", "*.js", "*.txt", "*.xml"];

    private static IEnumerable<string> ProductProjects => Repository.ProductReferences.Keys.Order(StringComparer.Ordinal);

    [Test]
    public void TopLevel_Always_HoldsOnlyWhatTheDesignNames()
    {
        string[] folders = ["sdk", "provider", "examples", "tests", "build"];

        var found = Directory.EnumerateDirectories(Repository.Root)
            .Select(f => Path.GetFileName(f)!)
            .Where(f => !f.StartsWith('.') && f is not ("artifacts" or "TestResults" or "bin" or "obj"));

        Assert.That(found, Is.SubsetOf(folders));
    }

    [TestCaseSource(nameof(ProductProjects))]
    public void Project_Always_OpensWithAFolderNote(string project)
    {
        var folder = Repository.SourceFiles("*.csproj").Select(f => Path.GetDirectoryName(f)!).Single(f => Path.GetFileName(f) == project);

        Assert.That(Path.Combine(Repository.Root, folder, "README.md"), Does.Exist);
    }

    [Test]
    public void Files_Never_NameRegistryHostsOrPathsOfOneMachine()
    {
        var findings =
            from pattern in TextPatterns
            from file in Repository.SourceFiles(pattern)
            let text = File.ReadAllText(Path.Combine(Repository.Root, file))
            from forbidden in ForbiddenTexts
            where text.Contains(forbidden, StringComparison.OrdinalIgnoreCase)
            select $"{file}: {forbidden}";

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public void ProductCode_Never_UsesConditionalCompilation()
    {
        var findings =
            from file in Repository.SourceFiles("*.cs")
            where file.StartsWith("sdk/", StringComparison.Ordinal) || file.StartsWith("provider/", StringComparison.Ordinal)
            where File.ReadLines(Path.Combine(Repository.Root, file)).Any(l => l.TrimStart().StartsWith("#if", StringComparison.Ordinal))
            select file;

        Assert.That(findings, Is.Empty);
    }
}
