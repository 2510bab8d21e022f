using System.Collections.Immutable;
using System.Diagnostics;
using HaIac.Labs.Commands;
using HaIac.Labs.Registry;

namespace HaIac.Labs.Machines;

/// <summary>
/// One node's machine: a disk (an overlay over the common root file system), a power button (systemd-nspawn with
/// systemd as process 1) and a way to run commands in it.
/// </summary>
internal sealed class Machine(LabNames names, string node)
{
    private static readonly TimeSpan BootLimit = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> NodeEnvironment = new()
    {
        ["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        ["HOME"] = "/root",
        ["USER"] = "root",
        ["LC_ALL"] = "C.UTF-8",
    };

    private readonly ControlGroup _group = new(names.NodeControlGroup(node));
    private int? _firstProcess;

    /// <summary>The mounted root of the node's file system.</summary>
    public string Root => $"{names.NodeDisk(node)}/root";

    public bool IsRunning => FirstProcess() is not null;

    /// <summary>Makes the node's disk.</summary>
    public async Task InsertDiskAsync(string rootFileSystem, CancellationToken ct)
    {
        string disk = names.NodeDisk(node);
        Directory.CreateDirectory($"{disk}/changes");
        Directory.CreateDirectory($"{disk}/work");
        Directory.CreateDirectory(Root);
        await HostCommand.ReadAsync(
            ct, "mount", "-t", "overlay", "-o", $"lowerdir={rootFileSystem},upperdir={disk}/changes,workdir={disk}/work", "overlay", Root);
    }

    /// <summary>Boots the node, until it takes commands and logins.</summary>
    public async Task PowerOnAsync(CancellationToken ct)
    {
        _group.Create();
        ProcessStartInfo start = new("sh", StartCommand());
        // Its lock files would outlive it, and nobody else uses this disk.
        start.Environment["SYSTEMD_NSPAWN_LOCK"] = "0";
        using Process starter = Process.Start(start) ?? throw new LabException("'sh' could not be started.");
        await Waiting.UntilAsync(
            $"node {node} has booted",
            async token =>
            {
                if (starter.HasExited)
                {
                    throw new InvalidOperationException($"systemd-nspawn for node {node} ended. {Console()}");
                }

                return (await RunAsync(["systemctl", "is-active", "--quiet", "ssh"], null, token)).Succeeded;
            },
            BootLimit,
            ct,
            Console);
    }

    /// <summary>Kills everything on the node at once, as a loss of power does. Its disk keeps what was written.</summary>
    public async Task PowerOffAsync(CancellationToken ct)
    {
        _firstProcess = null;
        await _group.RemoveAsync(ct);
    }

    /// <summary>Runs a command inside of the node, network or not, in a few milliseconds.</summary>
    public async Task<CommandResult> RunAsync(IReadOnlyList<string> command, string? input, CancellationToken ct)
    {
        int process = FirstProcess() ?? throw new LabException($"Node {node} does not run, so '{string.Join(' ', command)}' cannot run on it.");
        string[] enter =
        [
            "nsenter", "--target", process.ToString(), "--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--", .. command,
        ];
        return await HostCommand.RunAsync(enter, ct, input, node, command, NodeEnvironment);
    }

    /// <summary>The last lines of the node's console, for error messages.</summary>
    public string Console()
    {
        string path = names.NodeConsole(node);
        return File.Exists(path) ? $"console of {node}: {string.Join(" | ", File.ReadLines(path).TakeLast(8))}" : $"{node} has no console yet";
    }

    // The shell joins the control group and then becomes systemd-nspawn, so none of its processes is ever outside.
    // A session of its own keeps an interrupt at the terminal from reaching the nodes before the lab takes them down.
    private ImmutableArray<string> StartCommand()
    {
        const string script = """
            console=$1; shift
            while [ "$1" != -- ]; do echo $$ > "$1/cgroup.procs" || exit 1; shift; done
            shift
            exec setsid "$@" < /dev/null > "$console" 2>&1
            """;
        return
        [
            "-c", script, "sh", names.NodeConsole(node), .. _group.Folders, "--",
            "systemd-nspawn", "--quiet", "--boot", $"--directory={Root}", $"--machine={names.Machine(node)}", $"--hostname={node}",
            $"--network-namespace-path=/run/netns/{names.NodeNamespace(node)}",
            // The host need not run systemd, so there may be nobody to register with and no unit to make.
            "--register=no", "--keep-unit",
            // Without all capabilities, agents such as IPaddr2 cannot add addresses.
            "--capability=all",
            "--resolv-conf=off", "--timezone=off", "--link-journal=no", "--settings=no",
        ];
    }

    // The node's process 1, by the host's id. Source: proc_pid_status(5), NSpid: an id for each namespace, innermost last.
    private int? FirstProcess()
    {
        if (_firstProcess is { } known && IsFirst(known))
        {
            return known;
        }

        return _firstProcess = _group.Processes().Select(id => (int?)id).FirstOrDefault(id => IsFirst(id!.Value));
    }

    private static bool IsFirst(int process)
    {
        try
        {
            string[] ids = File.ReadLines($"/proc/{process}/status")
                .First(line => line.StartsWith("NSpid:", StringComparison.Ordinal)).Split('\t');
            return ids.Length > 2 && ids[^1] == "1";
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
