using HaIac.Labs.Commands;
using HaIac.Labs.Machines;
using HaIac.Labs.Networking;

namespace HaIac.Labs;

/// <summary>One node of a lab: a machine with systemd, sshd, corosync and Pacemaker, and what can happen to it.</summary>
public sealed class LabNode
{
    private readonly Machine _machine;
    private readonly LabSwitch _switch;
    private readonly int _index;

    internal LabNode(string name, int index, string address, Machine machine, LabSwitch labSwitch)
    {
        Name = name;
        Address = address;
        _index = index;
        _machine = machine;
        _switch = labSwitch;
    }

    /// <summary>Its host name, which is its name in the cluster too.</summary>
    public string Name { get; }

    /// <summary>Its address, reachable from this host only.</summary>
    public string Address { get; }

    /// <summary>Where ssh logs in: root at its address.</summary>
    public string SshTarget => $"root@{Address}";

    /// <summary>Whether it has power.</summary>
    public bool IsRunning => _machine.IsRunning;

    /// <summary>
    /// Runs a command as root on the node and answers what it said, whatever its exit code. Goes into the node's
    /// namespaces instead of over ssh: it takes some milliseconds and works on a node that is cut off.
    /// </summary>
    /// <exception cref="LabException">The node is powered off.</exception>
    public Task<CommandResult> RunAsync(IReadOnlyList<string> command, string? input = null, CancellationToken ct = default) =>
        _machine.RunAsync(command, input, ct);

    /// <summary>Runs a line of shell as root on the node and answers what it said, whatever its exit code.</summary>
    /// <exception cref="LabException">The node is powered off.</exception>
    public Task<CommandResult> RunAsync(string shell, CancellationToken ct = default) =>
        _machine.RunAsync(["sh", "-c", shell], null, ct);

    /// <summary>Runs a line of shell that must succeed, and answers its standard output.</summary>
    /// <exception cref="LabException">It failed, or the node is powered off.</exception>
    public async Task<string> ReadAsync(string shell, CancellationToken ct = default) =>
        (await RunAsync(shell, ct)).EnsureSuccess();

    /// <summary>Puts a text file on the node.</summary>
    /// <exception cref="LabException">The node is powered off, or has no such folder.</exception>
    public async Task WriteFileAsync(string path, string content, CancellationToken ct = default) =>
        (await RunAsync(["tee", "--", path], content, ct)).EnsureSuccess();

    /// <summary>Pulls its network cable: neither the other nodes nor this host reach it. The node keeps running.</summary>
    public Task CutOffAsync(CancellationToken ct = default) => _switch.SetLinkAsync(Name, up: false, ct);

    /// <summary>Plugs its network cable in again.</summary>
    public Task ReconnectAsync(CancellationToken ct = default) => _switch.SetLinkAsync(Name, up: true, ct);

    /// <summary>
    /// Takes its power away: every process dies at once, its addresses answer no more, its disk stays as it is.
    /// Does nothing when it has none.
    /// </summary>
    public async Task PowerOffAsync(CancellationToken ct = default)
    {
        if (IsRunning)
        {
            await _switch.UnplugAsync(Name, ct);
            await _machine.PowerOffAsync(ct);
        }
    }

    /// <summary>
    /// Gives it power and boots it, until it takes logins; the cluster starts by itself soon after
    /// (<see cref="Lab.WaitForQuorumAsync"/>). Does nothing when it runs.
    /// </summary>
    public async Task PowerOnAsync(CancellationToken ct = default)
    {
        if (!IsRunning)
        {
            await _switch.PlugInAsync(Name, _index, ct);
            await _machine.PowerOnAsync(ct);
        }
    }

    internal Machine Machine => _machine;
}
