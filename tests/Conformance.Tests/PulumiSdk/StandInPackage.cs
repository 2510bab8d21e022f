using System.IO.Compression;

namespace Conformance.Tests.PulumiSdk;

/// <summary>Writes a package into a folder that serves as a feed.</summary>
internal static class StandInPackage
{
    /// <summary>Writes one package.</summary>
    /// <param name="feed">The folder.</param>
    /// <param name="id">Name of the package.</param>
    /// <param name="version">Its version.</param>
    /// <param name="dependencies">What its description says of them.</param>
    /// <param name="assembly">What a compiler sees of it.</param>
    /// <param name="hidden">What is only there at run time.</param>
    public static void Write(string feed, string id, string version, string dependencies, string assembly, params string[] hidden)
    {
        using var package = ZipFile.Open(Path.Combine(feed, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(package.CreateEntry(id + ".nuspec").Open()))
        {
            writer.Write($"""
                <?xml version="1.0" encoding="utf-8"?>
                <package>
                  <metadata>
                    <id>{id}</id>
                    <version>{version}</version>
                    <authors>HaIac's tests</authors>
                    <description>Stands in for the published package.</description>
                    {dependencies}
                  </metadata>
                </package>
                """);
        }

        package.CreateEntryFromFile(assembly, "ref/net10.0/" + Path.GetFileName(assembly), CompressionLevel.Fastest);
        foreach (var file in hidden.Append(assembly))
        {
            package.CreateEntryFromFile(file, "lib/net10.0/" + Path.GetFileName(file), CompressionLevel.Fastest);
        }
    }
}
