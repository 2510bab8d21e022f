namespace HaIac.Agents.Tests.Running;

/// <summary>What this host offers.</summary>
internal static class Host
{
    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/sbin"];

    public static string Scripts => Path.Combine(AppContext.BaseDirectory, "Scripts");

    public static string? Find(string program) => Folders.Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);

    /// <summary>Skips the test where a program is missing, or where it does not run as root.</summary>
    public static void Need(params IEnumerable<string> programs)
    {
        var missing = programs.Where(p => Find(p) is null).ToList();
        if (!Directory.Exists("/usr/lib/ocf/lib/heartbeat"))
        {
            missing.Add("the shell library of resource-agents");
        }

        if (!Environment.IsPrivilegedProcess)
        {
            missing.Add("root");
        }

        if (missing.Count > 0)
        {
            Assert.Ignore($"needs {string.Join(", ", missing)}, which this host lacks (tests/setup.sh installs what is missing)");
        }
    }
}
