using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Running;

namespace HaIac.Transport.Virtual;

/// <summary>The nodes of a virtual cluster: units and files on paper, kept in the cluster's directory. Works without Pacemaker's tools.</summary>
/// <param name="address">The cluster's address, for messages.</param>
/// <param name="store">The cluster's directory.</param>
/// <param name="read">Reads the cluster, and makes it on first use.</param>
internal sealed class VirtualNodes(string address, ClusterStore store, Func<CancellationToken, Task<CibDocument>> read) : INodeWorker
{
    private readonly ConcurrentDictionary<NodeName, NodeFolder> folders = new();

    /// <summary>The folder of a node.</summary>
    public NodeFolder Folder(NodeName node) => folders.GetOrAdd(node, name => new NodeFolder(store, name));

    /// <inheritdoc/>
    public async Task<ValueList<UnitState>> UnitsAsync(NodeName node, ValueList<string> units, CancellationToken cancellationToken = default)
    {
        var folder = await FolderOfAsync(node, cancellationToken).ConfigureAwait(false);
        var machine = PoweredOn(node, folder);
        var missing = folder.NotInstalled();
        return [.. units.Select(unit => Checked(node, unit)).Select(unit => machine[unit].State(unit, !missing.Contains(unit)))];
    }

    /// <inheritdoc/>
    public async Task<UnitState> ChangeUnitAsync(NodeName node, UnitState unit, UnitAction action, CancellationToken cancellationToken = default)
    {
        var name = Checked(node, unit.Name);
        var folder = await FolderOfAsync(node, cancellationToken).ConfigureAwait(false);
        using var held = await store.LockAsync(cancellationToken).ConfigureAwait(false);
        var machine = PoweredOn(node, folder);
        var failures = new UnitFailures(address, node);
        if (folder.NotInstalled().Contains(name))
        {
            throw failures.Unknown(name, action, [.. machine.Units.Keys.Except(folder.NotInstalled())]);
        }

        var before = machine[name];
        if (before.Masked && action is UnitAction.Start or UnitAction.Restart or UnitAction.Enable)
        {
            throw failures.Masked(name, action);
        }

        if (before.Enabled == "static" && action == UnitAction.Enable)
        {
            throw failures.NotEnabled(name, before.Enabled);
        }

        if (before.Fails?.Contains(action) == true)
        {
            folder.Write(action is UnitAction.Start or UnitAction.Restart ? machine.AfterFailure(name) : machine);
            throw failures.Failed(
                name, action, $"The file units.json of this node on paper says so (\"fails\": [\"{action}\"]).", $"Take that word out of {Path.Combine(store.Nodes, node.Value, "units.json")} when the trial is over.");
        }

        var after = machine.After(name, action);
        if (!ReferenceEquals(machine, after))
        {
            folder.Write(after);
        }

        return after[name].State(name, installed: true);
    }

    /// <inheritdoc/>
    public async Task<ValueList<FileState>> FilesAsync(NodeName node, ValueList<string> paths, CancellationToken cancellationToken = default)
    {
        var folder = await FolderOfAsync(node, cancellationToken).ConfigureAwait(false);
        _ = PoweredOn(node, folder);
        return [.. paths.Select(path => FileFailures.CheckPath(address, node, path)).Select(path => StateOf(path, folder.FileAt(path)))];
    }

    /// <inheritdoc/>
    public async Task<bool> PutFileAsync(NodeName node, NodeFile file, CancellationToken cancellationToken = default)
    {
        FileFailures.Check(address, node, file);
        var folder = await FolderOfAsync(node, cancellationToken).ConfigureAwait(false);
        using var held = await store.LockAsync(cancellationToken).ConfigureAwait(false);
        _ = PoweredOn(node, folder);
        if (StateOf(file.Path, folder.FileAt(file.Path)) == file.State)
        {
            return false;
        }

        folder.Put(file.Path, Encoding.UTF8.GetBytes(file.Content), new VirtualFile(file.State.Mode, file.Owner));
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveFileAsync(NodeName node, string path, string? checksum, CancellationToken cancellationToken = default)
    {
        FileFailures.CheckPath(address, node, path);
        var folder = await FolderOfAsync(node, cancellationToken).ConfigureAwait(false);
        using var held = await store.LockAsync(cancellationToken).ConfigureAwait(false);
        _ = PoweredOn(node, folder);
        var state = StateOf(path, folder.FileAt(path));
        if (state.Exists && checksum is not null && !string.Equals(state.Checksum, checksum, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (state.Exists)
        {
            folder.Remove(path);
        }

        return true;
    }

    /// <inheritdoc/>
    public Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken = default) =>
        throw new TransportException(
            TransportFailure.OnPaper,
            $"{command.Program} cannot be run on {node}: that node exists on paper only.",
            $"cluster {address}, node {node}, command: {command}",
            "A virtual cluster keeps units and files of its nodes, but nothing runs there.",
            "Try this on a real cluster (ssh://… or local:).")
        {
            Node = node.Value,
            Command = command.ToString(),
        };

    private async Task<NodeFolder> FolderOfAsync(NodeName node, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (folders.TryGetValue(node, out var known) && store.Exists)
        {
            return known;
        }

        var cib = await read(cancellationToken).ConfigureAwait(false);
        return cib.Nodes.Contains(node) ? Folder(node) : throw new TransportException(
            TransportFailure.UnknownNode,
            $"There is no node \"{node}\"; there are: {string.Join(", ", cib.Nodes)}.",
            $"cluster {address}",
            "The name must be one of those in the cluster's address or configuration.",
            "Use one of these names, or add the node to the address.")
        {
            Node = node.Value,
        };
    }

    private string Checked(NodeName node, string unit) =>
        UnitNames.Fault(unit) is { } fault ? throw new UnitFailures(address, node).BadName(unit, fault) : UnitNames.Plain(unit);

    private VirtualMachine PoweredOn(NodeName node, NodeFolder folder) => folder.Machine() is { Off: false } machine ? machine : throw new TransportException(
        TransportFailure.Unreachable,
        $"Node {node} cannot be reached: it has no power.",
        $"cluster {address}, node {node}",
        "The virtual cluster was told that it fails.",
        "Bring it back (recover-node), or leave it out.")
    {
        Node = node.Value,
    };

    private static FileState StateOf(string path, (byte[] Content, VirtualFile File)? found) => found is var (content, file)
        ? new FileState(path, Exists: true) { Checksum = Convert.ToHexStringLower(SHA256.HashData(content)), Mode = file.Mode, Owner = file.Owner }
        : new FileState(path, Exists: false);
}
