namespace HaIac.Transport.Running;

/// <summary>Which Debian package brings a program, so that a message can say what to install.</summary>
internal static class DebianPackages
{
    private static readonly Dictionary<string, string> ByProgram = new(StringComparer.Ordinal)
    {
        ["cibadmin"] = "pacemaker-cli-utils",
        ["crm_mon"] = "pacemaker-cli-utils",
        ["crm_node"] = "pacemaker-cli-utils",
        ["crm_resource"] = "pacemaker-cli-utils",
        ["crm_simulate"] = "pacemaker-cli-utils",
        ["crm_verify"] = "pacemaker-cli-utils",
        ["ssh"] = "openssh-client",
        ["setsid"] = "util-linux",
        ["timeout"] = "coreutils",
    };

    /// <summary>The package, or null if it is not known.</summary>
    public static string? Of(string program) => ByProgram.GetValueOrDefault(Path.GetFileName(program));
}
