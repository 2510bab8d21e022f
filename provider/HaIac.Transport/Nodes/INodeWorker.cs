using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes;

/// <summary>Work on single nodes of a cluster, beside the cluster manager: units of the init system, files, commands.</summary>
/// <remarks>
/// Every method may be called at the same time as the others; what is asked of one node at the same time goes there together. Every failure is a
/// <see cref="TransportException"/> that names the node.
/// </remarks>
public interface INodeWorker
{
    /// <summary>Looks at units.</summary>
    /// <param name="node">The node, by its name in the cluster.</param>
    /// <param name="units">Names of units without <c>.service</c>.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>For each name one entry per init system of the node that knows it; one with <see cref="UnitState.Installed"/> false if none does.</returns>
    Task<ValueList<UnitState>> UnitsAsync(NodeName node, ValueList<string> units, CancellationToken cancellationToken = default);

    /// <summary>Changes a unit and waits until the init system has followed. A change that is there already succeeds.</summary>
    /// <param name="node">The node.</param>
    /// <param name="unit">The unit as <see cref="UnitsAsync"/> told it; name and init system count.</param>
    /// <param name="action">What to do.</param>
    /// <param name="cancellationToken">Heeded until the change is on its way; after that the outcome is awaited.</param>
    /// <returns>The unit afterwards.</returns>
    /// <exception cref="TransportException">
    /// The unit does not exist there, or the init system could not do it: then the message holds result, exit status and the last lines of the unit's log.
    /// </exception>
    Task<UnitState> ChangeUnitAsync(NodeName node, UnitState unit, UnitAction action, CancellationToken cancellationToken = default);

    /// <summary>Looks at files.</summary>
    /// <param name="node">The node.</param>
    /// <param name="paths">Absolute paths.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>One entry per path, in order.</returns>
    Task<ValueList<FileState>> FilesAsync(NodeName node, ValueList<string> paths, CancellationToken cancellationToken = default);

    /// <summary>Writes a file as a whole, atomically, with its folders; nothing is written if it is there already just so.</summary>
    /// <param name="node">The node.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Heeded until the change is on its way.</param>
    /// <returns>True if something was written.</returns>
    Task<bool> PutFileAsync(NodeName node, NodeFile file, CancellationToken cancellationToken = default);

    /// <summary>Removes a file. One that is gone already is fine.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">Its absolute path.</param>
    /// <param name="checksum">SHA-256 in hex that it must still have; one with another content stays. Null: whatever it holds.</param>
    /// <param name="cancellationToken">Heeded until the change is on its way.</param>
    /// <returns>True if it is gone, false if it was kept because its content is another.</returns>
    Task<bool> RemoveFileAsync(NodeName node, string path, string? checksum, CancellationToken cancellationToken = default);

    /// <summary>Runs a command on a node to its end.</summary>
    /// <param name="node">The node.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>How it ended, whatever its exit status.</returns>
    Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken = default);
}
