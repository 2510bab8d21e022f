using System.IO.Compression;

namespace Conformance.Tests.PulumiSdk;

/// <summary>Writes a package into a folder that serves as a feed.</summary>
internal static class StandInPackage
{
    public static void Write(string feed, string id, string version, string dependencies, params string[] assemblies)
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

        foreach (var assembly in assemblies)
        {
            package.CreateEntryFromFile(assembly, "lib/net10.0/" + Path.GetFileName(assembly), CompressionLevel.Fastest);
        }
    }
}
