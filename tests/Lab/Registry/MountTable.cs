using System.Collections.Immutable;

namespace HaIac.Labs.Registry;

/// <summary>The mounts of this host.</summary>
internal static class MountTable
{
    /// <summary>Mount points at or below a folder, in the order they were mounted.</summary>
    public static ImmutableArray<string> Below(string folder) =>
        [.. All().Where(mount => mount == folder || mount.StartsWith(folder + "/", StringComparison.Ordinal))];

    /// <summary>All mount points. Source: proc_pid_mountinfo(5), field 5; blanks are written as octal escapes.</summary>
    public static IEnumerable<string> All() =>
        File.ReadLines("/proc/self/mountinfo").Select(line => line.Split(' ')[4].Replace("\\040", " ", StringComparison.Ordinal));
}
