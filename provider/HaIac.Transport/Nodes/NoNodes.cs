using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes;

/// <summary>The nodes of a cluster that cannot be logged in to: every wish fails and says why.</summary>
internal sealed class NoNodes(string address) : INodeWorker
{
    public Task<ValueList<UnitState>> UnitsAsync(NodeName node, ValueList<string> units, CancellationToken cancellationToken = default) =>
        throw Refused(node, $"look at {string.Join(", ", units)}");

    public Task<UnitState> ChangeUnitAsync(NodeName node, UnitState unit, UnitAction action, CancellationToken cancellationToken = default) =>
        throw Refused(node, $"{action.ToString().ToLowerInvariant()} {unit.Name}");

    public Task<ValueList<FileState>> FilesAsync(NodeName node, ValueList<string> paths, CancellationToken cancellationToken = default) =>
        throw Refused(node, $"look at {string.Join(", ", paths)}");

    public Task<bool> PutFileAsync(NodeName node, NodeFile file, CancellationToken cancellationToken = default) =>
        throw Refused(node, $"write {file.Path}");

    public Task<bool> RemoveFileAsync(NodeName node, string path, string? checksum, CancellationToken cancellationToken = default) =>
        throw Refused(node, $"remove {path}");

    public Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken = default) =>
        throw Refused(node, $"run {command.Program}");

    private TransportException Refused(NodeName node, string wish) => new(
        TransportFailure.NeedsNode,
        $"{node} cannot be asked to {wish}.",
        $"cluster {address}, node {node}",
        "This address reaches the cluster's configuration only, no init system and no file of a node.",
        "Use ssh://… or local: for services that need work on the nodes.");
}
