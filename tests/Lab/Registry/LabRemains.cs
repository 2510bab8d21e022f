using HaIac.Labs.Commands;
using HaIac.Labs.Machines;

namespace HaIac.Labs.Registry;

/// <summary>
/// Removes a lab, whole or half-made, running or crashed. Works from the id alone and may be repeated: processes are
/// found by their control group, namespaces and interfaces by name, mounts by their place.
/// </summary>
internal static class LabRemains
{
    private static readonly string[] NspawnFolders = ["/run/systemd/nspawn/propagate", "/run/systemd/nspawn/unix-export"];

    public static async Task RemoveAsync(LabNames names, CancellationToken ct)
    {
        await new ControlGroup(names.ControlGroup).RemoveAsync(ct);
        await RemoveNetworkAsync(names, ct);
        await UnmountAsync(names.Folder, ct);

        string machines = names.Machine("");
        foreach (string folder in NspawnFolders.Where(Directory.Exists))
        {
            foreach (string left in Directory.EnumerateDirectories(folder).Where(d => Path.GetFileName(d).StartsWith(machines, StringComparison.Ordinal)))
            {
                await UnmountAsync(left, ct);
                Directory.Delete(left, recursive: true);
            }
        }
    }

    /// <summary>Removes the lab's folder, after which nothing tells that it ever was.</summary>
    public static void RemoveFolder(LabNames names)
    {
        if (Directory.Exists(names.Folder))
        {
            Directory.Delete(names.Folder, recursive: true);
        }
    }

    private static async Task RemoveNetworkAsync(LabNames names, CancellationToken ct)
    {
        if (Directory.Exists($"/sys/class/net/{names.HostInterface}"))
        {
            // Before its namespace: the kernel removes the rest of a namespace later, in its own time. It may have
            // been faster than we are, so only what is left afterwards counts.
            CommandResult result = await HostCommand.RunAsync(["ip", "link", "delete", names.HostInterface], ct);
            if (Directory.Exists($"/sys/class/net/{names.HostInterface}"))
            {
                result.EnsureSuccess();
            }
        }

        string[] namespaces = Directory.Exists("/run/netns") ? Directory.GetFiles("/run/netns") : [];
        foreach (string name in namespaces.Select(Path.GetFileName).OfType<string>())
        {
            if (name == names.SwitchNamespace || name.StartsWith(names.NodeNamespace(""), StringComparison.Ordinal))
            {
                await HostCommand.ReadAsync(ct, "ip", "netns", "delete", name);
            }
        }
    }

    private static async Task UnmountAsync(string folder, CancellationToken ct)
    {
        // The last mounted first. A mount is busy for a moment after the processes on it died.
        foreach (string mount in MountTable.Below(folder).Reverse())
        {
            CommandResult? result = null;
            await Waiting.UntilAsync(
                $"{mount} is unmounted",
                async token =>
                {
                    result = await HostCommand.RunAsync(["umount", mount], token);
                    return result.Succeeded || !MountTable.Below(mount).Any();
                },
                TimeSpan.FromSeconds(20),
                ct,
                () => result?.StandardError);
        }
    }
}
