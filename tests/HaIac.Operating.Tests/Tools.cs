namespace HaIac.Operating.Tests;

/// <summary>Pacemaker's own programs.</summary>
internal static class Tools
{
    /// <summary>Skips the test where they are not installed.</summary>
    public static void Need()
    {
        string[] programs = ["cibadmin", "crm_simulate", "crm_mon", "crm_resource"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin"]);
        var missing = programs.Where(program => !folders.Any(folder => File.Exists(Path.Combine(folder, program)))).ToList();
        if (missing.Count > 0)
        {
            Assert.Ignore($"needs Pacemaker's tools, which this host lacks: {string.Join(", ", missing)} (package pacemaker-cli-utils)");
        }
    }
}
