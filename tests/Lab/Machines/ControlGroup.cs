using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace HaIac.Labs.Machines;

/// <summary>
/// A control group that a node's processes cannot leave, so they can be found and ended all together. Each node needs
/// one of its own anyway: two systemds in the same group would each manage the other's services.
/// </summary>
/// <param name="Name">Path below the root of each hierarchy.</param>
internal sealed record ControlGroup(string Name)
{
    private static readonly TimeSpan RemoveLimit = TimeSpan.FromSeconds(20);

    /// <summary>Whether the host has a hierarchy in which groups can be made.</summary>
    public static bool AreAvailable => Hierarchies().Any();

    /// <summary>The folders of this group, one for each hierarchy that systemd uses (unified, or its own named one).</summary>
    public ImmutableArray<string> Folders => [.. Hierarchies().Select(root => $"{root}/{Name}")];

    public void Create()
    {
        foreach (string folder in Folders)
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>The processes in it and below, by the host's ids.</summary>
    public ImmutableArray<int> Processes()
    {
        HashSet<int> found = [];
        foreach (string group in Folders.SelectMany(WithChildren))
        {
            foreach (string line in ReadLines($"{group}/cgroup.procs"))
            {
                // 0 stands for a process that this process' namespace cannot see.
                if (int.TryParse(line, CultureInfo.InvariantCulture, out int id) && id != 0)
                {
                    found.Add(id);
                }
            }
        }

        return [.. found];
    }

    /// <summary>Kills every process in it at once, and removes it.</summary>
    public async Task RemoveAsync(CancellationToken ct)
    {
        await Waiting.UntilAsync($"the processes of {Name} have ended", _ => Task.FromResult(KillAll()), RemoveLimit, ct);
        await Waiting.UntilAsync($"control group {Name} is removed", _ => Task.FromResult(TryDelete()), RemoveLimit, ct);
    }

    // Kills until nothing is left: a process may have started another one in between.
    private bool KillAll()
    {
        ImmutableArray<int> processes = Processes();
        foreach (int id in processes)
        {
            try
            {
                using Process process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
            {
                // It ended by itself.
            }
        }

        return processes.IsEmpty;
    }

    private bool TryDelete()
    {
        try
        {
            foreach (string group in Folders.SelectMany(folder => WithChildren(folder).Reverse()))
            {
                // Not recursive: the files in it belong to the kernel and go with the folder.
                Directory.Delete(group);
            }

            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static IEnumerable<string> WithChildren(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return Directory.EnumerateDirectories(folder).SelectMany(WithChildren).Prepend(folder);
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            return [];
        }
    }

    // Source: cgroups(7) and systemd's CONTROL_GROUP_INTERFACE: cgroup2, and in hybrid set-ups also name=systemd.
    private static IEnumerable<string> Hierarchies() =>
        from line in File.ReadLines("/proc/mounts")
        let words = line.Split(' ')
        let options = words[3].Split(',')
        where options.Contains("rw") && (words[2] == "cgroup2" || (words[2] == "cgroup" && options.Contains("name=systemd")))
        select words[1];
}
