using HaIac.Labs.Commands;
using HaIac.Labs.Registry;

namespace HaIac.Labs.Tests;

/// <summary>What a lab has on the host: found by looking at all of the host, not by asking the lab.</summary>
internal sealed class HostTrace
{
    private readonly string _id;
    private readonly HashSet<string> _networks;

    /// <summary>Remembers the network namespaces of a lab that runs.</summary>
    public HostTrace(string labId)
    {
        _id = labId;
        _networks = [.. Processes().Where(process => MentionsId(CommandLine(process))).Select(process => NetworkOf(process)).OfType<string>()];
        _networks.Remove(NetworkOf(Environment.ProcessId)!);
    }

    /// <summary>Everything that there is of it now, one line each.</summary>
    public async Task<string[]> FindAsync()
    {
        string[] interfaces = (await HostCommand.ReadAsync(CancellationToken.None, "ip", "-brief", "link")).Split('\n');
        return
        [
            .. Processes().Where(process => MentionsId(CommandLine(process))).Select(process => $"process {process}: {CommandLine(process)}"),
            .. Processes().Where(process => NetworkOf(process) is { } network && _networks.Contains(network)).Select(process => $"process {process} in its network: {CommandLine(process)}"),
            .. MountTable.All().Where(MentionsId).Select(mount => $"mount {mount}"),
            .. interfaces.Where(MentionsId).Select(line => $"interface {line}"),
            .. Entries("/run/netns").Select(path => $"network namespace {path}"),
            .. Entries("/sys/fs/cgroup", 2).Select(path => $"control group {path}"),
            .. Entries("/run/systemd/nspawn", 2).Select(path => $"nspawn {path}"),
            .. Entries(LabNames.Home).Select(path => $"folder {path}"),
        ];
    }

    private bool MentionsId(string text) => text.Contains(_id);

    private string[] Entries(string folder, int depth = 1) =>
        !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFileSystemEntries(
            folder, "*", new EnumerationOptions { RecurseSubdirectories = depth > 1, MaxRecursionDepth = depth - 1 }).Where(MentionsId)];

    private static IEnumerable<int> Processes() =>
        Directory.EnumerateDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), out int id) ? id : 0).Where(id => id != 0);

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string? NetworkOf(int process)
    {
        try
        {
            return new FileInfo($"/proc/{process}/ns/net").LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
