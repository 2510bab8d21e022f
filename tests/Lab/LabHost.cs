using System.Collections.Immutable;

namespace HaIac.Labs;

/// <summary>Whether this host can hold a lab.</summary>
public static class LabHost
{
    private static readonly ImmutableArray<(string Program, string Package)> Programs =
    [
        ("debootstrap", "debootstrap"), ("systemd-nspawn", "systemd-container"), ("ip", "iproute2"), ("nsenter", "util-linux"),
        ("unshare", "util-linux"), ("ssh", "openssh-client"), ("ssh-keygen", "openssh-client"),
    ];

    /// <summary>
    /// What the host lacks, each with how to mend it; empty when a lab can run. Tests skip with these reasons:
    /// <c>if (!LabHost.Missing().IsEmpty) Assert.Ignore(string.Join("; ", LabHost.Missing()));</c>
    /// </summary>
    public static ImmutableArray<string> Missing()
    {
        List<string> missing = [];
        if (!OperatingSystem.IsLinux())
        {
            return ["the lab needs Linux"];
        }

        if (!Environment.IsPrivilegedProcess)
        {
            missing.Add("the lab needs root, for namespaces and mounts");
        }

        missing.AddRange(
            from need in Programs
            where !IsOnPath(need.Program)
            select $"the lab needs {need.Program} (Debian package {need.Package}; tests/setup.sh installs it)");

        if (!File.ReadLines("/proc/filesystems").Any(line => line.EndsWith("\toverlay", StringComparison.Ordinal)))
        {
            missing.Add("the lab needs overlay mounts, which this kernel does not offer (modprobe overlay)");
        }

        if (!Machines.ControlGroup.AreAvailable)
        {
            missing.Add("the lab needs a control group hierarchy for systemd, and none is mounted for writing");
        }

        return [.. missing];
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
