namespace HaIac.CommandProvider.Tests.Kit;

/// <summary>Skips a test, with the reason, where the programs it needs are not installed.</summary>
internal static class HostTools
{
    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/sbin"];

    public static void Require(params string[] programs)
    {
        var missing = programs.Where(program => Find(program) is null).ToList();
        if (missing.Count > 0)
        {
            Assert.Ignore($"not installed on this host: {string.Join(", ", missing)}");
        }

        if (Environment.UserName != "root")
        {
            Assert.Ignore("a private sshd lets only root log in, and these tests do not run as root");
        }
    }

    public static string PathOf(string program) => Find(program) ?? throw new InvalidOperationException($"no {program}");

    private static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
