using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The checkout that the tests run in, read as text.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every project of the product (not tests, not examples) with the projects it refers to.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> ProductReferences { get; } =
        new[] { "sdk", "provider" }
            .SelectMany(tree => Directory.EnumerateFiles(Path.Combine(Root, tree), "*.csproj", SearchOption.AllDirectories))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), References, StringComparer.Ordinal);

    /// <summary>Files that git tracks, as relative paths.</summary>
    public static IEnumerable<string> SourceFiles(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !IsOutput(file));

    private static bool IsOutput(string file)
    {
        var parts = file.Split('/');
        return parts.Any(p => p is "bin" or "obj" or "artifacts" or ".git" or ".haiac" or "node_modules" or "TestResults");
    }

    private static IReadOnlySet<string> References(string file)
    {
        var project = XDocument.Load(file);
        var names = project.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')))
            .ToHashSet(StringComparer.Ordinal);
        if (project.Descendants("UsesPulumi").Any(e => e.Value == "true"))
        {
            names.Add("Pulumi");
        }

        if (project.Descendants("UsesPulumiCommand").Any(e => e.Value == "true"))
        {
            names.Add("Pulumi.Command");
        }

        return names;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HaIac.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside a checkout: no HaIac.sln above " + AppContext.BaseDirectory);
    }
}
