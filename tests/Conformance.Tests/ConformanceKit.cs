using System.Text.Json.Nodes;

namespace Conformance.Tests;

/// <summary>The folder with the recorded programs. It lies beside the repository, so it may be absent.</summary>
internal static class ConformanceKit
{
    private const string Absent =
        "The conformance kit is not here: set HAIAC_SHARED to the folder that holds 'conformance', or put that folder beside the repository as 'shared'.";

    public static string? Folder { get; } = Find();

    public static IEnumerable<string> Scenarios(string kind)
        => Folder is null
            ? []
            : Directory.GetDirectories(Path.Combine(Folder, kind)).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    public static void IgnoreIfAbsent()
    {
        if (Folder is null)
        {
            Assert.Ignore(Absent);
        }
    }

    public static JsonObject ReadJson(string path) => (JsonObject)JsonNode.Parse(File.ReadAllText(path))!;

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("HAIAC_SHARED");
        if (!string.IsNullOrEmpty(named))
        {
            return Existing(Path.Combine(named, "conformance"));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "conformance")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string path) => Directory.Exists(Path.Combine(path, "sdk-traffic")) ? path : null;
}
