namespace HaIac.Cib.Tests;

/// <summary>Finds the material that is shared between products and lies beside the repository.</summary>
internal static class TestFolders
{
    /// <summary>The folder with CIBs of Pacemaker's scheduler tests; the test is skipped where it is not there.</summary>
    public static string SchedulerCibs(string kind)
    {
        var folder = Shared() is { } shared ? Path.Combine(shared, "corpora", "scheduler-cibs", kind) : null;
        if (folder is null || !Directory.Exists(folder))
        {
            Assert.Ignore("needs the shared folder corpora/scheduler-cibs (beside the repository, or named by HAIAC_SHARED)");
        }

        return folder!;
    }

    private static string? Shared()
    {
        if (Environment.GetEnvironmentVariable("HAIAC_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(candidate, "conformance")))
            {
                return candidate;
            }
        }

        return null;
    }
}
