using System.Collections.Concurrent;
using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes.Asking;
using HaIac.Transport.Nodes.Reaching;
using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes;

/// <summary>Work on nodes that can be logged in to.</summary>
/// <param name="reach">The way to the nodes.</param>
/// <param name="address">The cluster's address, for messages.</param>
/// <param name="settings">Limits and times.</param>
internal sealed class NodeWorker(INodeReach reach, string address, TransportSettings settings) : INodeWorker, IAsyncDisposable
{
    // Together less than the sessions of one connection (SshConnections), so that the cluster can be read and patched meanwhile.
    private const int LooksAtOnce = 2;
    private const int ChangesAtOnce = 4;

    private readonly ConcurrentDictionary<NodeName, NodeQueue> looks = new();
    private readonly ConcurrentDictionary<NodeName, NodeQueue> unitChanges = new();
    private readonly ConcurrentDictionary<NodeName, NodeQueue> fileChanges = new();

    /// <inheritdoc/>
    public async Task<ValueList<UnitState>> UnitsAsync(NodeName node, ValueList<string> units, CancellationToken cancellationToken = default)
    {
        ValueList<string> names = [.. units.Select(unit => Checked(node, unit))];
        if (names.Count == 0)
        {
            return [];
        }

        var facts = await LookAsync(node, new UnitLook(names), cancellationToken).ConfigureAwait(false);
        return [.. facts.Select(unit => unit.State)];
    }

    /// <inheritdoc/>
    public async Task<UnitState> ChangeUnitAsync(NodeName node, UnitState unit, UnitAction action, CancellationToken cancellationToken = default)
    {
        var name = Checked(node, unit.Name);
        var queue = unitChanges.GetOrAdd(node, _ => new NodeQueue(node, reach, settings, ChangesAtOnce, settings.UnitTimeout, address));
        var outcome = await queue.AskAsync(new UnitChange(name, action), cancellationToken).ConfigureAwait(false);
        var verdict = UnitJudge.Of(action, outcome);
        return verdict == UnitJudge.Verdict.Done
            ? outcome.After.State
            : throw await ExplainAsync(verdict, node, outcome.After.State, action, outcome).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ValueList<FileState>> FilesAsync(NodeName node, ValueList<string> paths, CancellationToken cancellationToken = default)
    {
        foreach (var path in paths)
        {
            FileFailures.CheckPath(address, node, path);
        }

        return paths.Count == 0
            ? []
            : await LookAsync(node, new FileLook(paths, (path, lines) => FileFailures.Failed(address, node, "looked at", path, lines)), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<bool> PutFileAsync(NodeName node, NodeFile file, CancellationToken cancellationToken = default)
    {
        FileFailures.Check(address, node, file);
        return ChangeAsync(node, FileChange.Put(file, lines => FileFailures.Failed(address, node, "written", file.Path, lines)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveFileAsync(NodeName node, string path, string? checksum, CancellationToken cancellationToken = default)
    {
        FileFailures.CheckPath(address, node, path);
        return ChangeAsync(node, FileChange.Remove(path, checksum, lines => FileFailures.Failed(address, node, "removed", path, lines)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken = default) =>
        reach.RunAsync(node, command, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => reach.DisposeAsync();

    private Task<T> LookAsync<T>(NodeName node, NodeRequest<T> request, CancellationToken cancellationToken) =>
        looks.GetOrAdd(node, _ => new NodeQueue(node, reach, settings, LooksAtOnce, settings.QueryTimeout, address)).AskAsync(request, cancellationToken);

    // Files are quick, so they do not wait behind units.
    private Task<bool> ChangeAsync(NodeName node, FileChange request, CancellationToken cancellationToken) =>
        fileChanges.GetOrAdd(node, _ => new NodeQueue(node, reach, settings, 1, settings.QueryTimeout, address)).AskAsync(request, cancellationToken);

    private string Checked(NodeName node, string unit) =>
        UnitNames.Fault(unit) is { } fault ? throw new UnitFailures(address, node).BadName(unit, fault) : UnitNames.Whole(unit);

    private async Task<TransportException> ExplainAsync(UnitJudge.Verdict verdict, NodeName node, UnitState unit, UnitAction action, UnitOutcome outcome)
    {
        var failures = new UnitFailures(address, node);
        return verdict switch
        {
            UnitJudge.Verdict.Unknown => failures.Unknown(unit.Name, action, [.. (await LinesAsync(node, LinesLook.Names()).ConfigureAwait(false)).Select(UnitNames.Plain)]),
            UnitJudge.Verdict.Masked => failures.Masked(unit.Name, action),
            UnitJudge.Verdict.NotEnabled => failures.NotEnabled(unit.Name, unit.EnabledState),
            UnitJudge.Verdict.CannotMask => failures.CannotMask(unit.Name, unit.Manager),
            _ => failures.Failed(
                unit.Name, action, Why(outcome, await LinesAsync(node, LinesLook.Log(outcome.After.Name)).ConfigureAwait(false)), Mend(outcome), outcome.Lines),
        };
    }

    private static string Why(UnitOutcome outcome, ValueList<string> log)
    {
        var now = outcome.After.State;
        List<string> why = [UnitReasons.Of(outcome.After) ?? $"It is {now.ActiveState} ({now.SubState}) and {now.EnabledState} afterwards, and {now.Manager} gives no reason."];
        if (outcome.IsRefused)
        {
            why.Add($"The init system said: {string.Join("\n", outcome.Lines.Take(5))}");
        }

        return string.Join("\n", log.Count == 0 ? why : [.. why, "The last lines of its log:", .. log]);
    }

    private static string? Mend(UnitOutcome outcome) =>
        outcome.Lines.Any(line => line.Contains("uthentication", StringComparison.Ordinal) || line.Contains("denied", StringComparison.OrdinalIgnoreCase))
            ? "Log in to the nodes as root (ssh://root@…), or allow this user to manage units."
            : null;

    // What only explains a failure must not hide it.
    private async Task<ValueList<string>> LinesAsync(NodeName node, LinesLook look)
    {
        try
        {
            return await LookAsync(node, look, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TransportException)
        {
            return [];
        }
    }
}
