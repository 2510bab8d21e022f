namespace HaIac.Engine.Tests.Recordings;

/// <summary>Finds the folder with the recordings of the official command line; it is not part of the repository.</summary>
internal static class SharedFolder
{
    private const string Reason =
        "the recordings are not on this host: set HAIAC_SHARED, or put the folder \"shared\" beside the repository";

    /// <summary>The folder, or null.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("HAIAC_SHARED") is { Length: > 0 } named && Directory.Exists(named))
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(beside, "conformance")))
                return beside;
        }

        return null;
    }

    /// <summary>The folder with one folder per recorded scenario; ends the test as skipped if there is none.</summary>
    public static string EngineRecordings()
    {
        var folder = Find() is { } shared ? Path.Combine(shared, "conformance", "engine-recordings", "recordings") : null;
        if (folder is null || !Directory.Exists(folder))
            Assert.Ignore(Reason);
        return folder!;
    }
}
