namespace EndToEnd.Tests;

/// <summary>Where the programs under test are.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Haiac => Path.Combine(Root, "artifacts/cli/haiac");

    public static string Plugin => Path.Combine(Root, "artifacts/plugins/haiac");

    public static string Program(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, project, "bin"), Path.GetFileName(project), SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .First();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HaIac.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
