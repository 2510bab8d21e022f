using System.Collections.Concurrent;
using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Running;

namespace HaIac.Operating.Tests;

/// <summary>Nodes without any host: units and files in memory, every change written down in order, and changes that fail where a test wants it.</summary>
internal sealed class PaperNodes : INodeWorker
{
    private readonly ConcurrentDictionary<(NodeName Node, string Unit, string Manager), UnitState> _units = new();
    private readonly ConcurrentDictionary<(NodeName Node, string Path), NodeFile> _files = new();
    private readonly ConcurrentQueue<string> _changes = new();
    private int _pid = 100;

    /// <summary>Every change in order: <c>ctl1 stop heat-api</c>.</summary>
    public IReadOnlyList<string> Changes => [.. _changes];

    /// <summary>Whether a change fails, by its line in <see cref="Changes"/>.</summary>
    public Func<string, bool> Fails { get; set; } = _ => false;

    /// <summary>What happens in the cluster when a unit has changed.</summary>
    public Action<NodeName, UnitState> Changed { get; set; } = (_, _) => { };

    /// <summary>Names of units that a listing tells of.</summary>
    public ValueList<string> Listed { get; set; } = [];

    public void Add(string node, string unit, bool enabled = true, bool active = true, string manager = "systemd", bool canReload = false) =>
        _units[(NodeName.Parse(node), unit, manager)] = new()
        {
            Name = unit, Manager = manager, Installed = true, EnabledState = enabled ? "enabled" : "disabled", ActiveState = active ? "active" : "inactive",
            MainPid = active ? Interlocked.Increment(ref _pid) : 0, CanReload = canReload,
        };

    public UnitState Unit(string node, string unit, string manager = "systemd") => _units[(NodeName.Parse(node), unit, manager)];

    public NodeFile? File(string node, string path) => _files.GetValueOrDefault((NodeName.Parse(node), path));

    public void Tamper(string node, string path, string content) => _files[(NodeName.Parse(node), path)] = new(path, content);

    public Task<ValueList<UnitState>> UnitsAsync(NodeName node, ValueList<string> units, CancellationToken cancellationToken = default)
    {
        FailIf($"{node} look");
        return Task.FromResult<ValueList<UnitState>>([.. units.SelectMany(unit =>
            _units.Where(pair => pair.Key.Node == node && pair.Key.Unit == unit).Select(pair => pair.Value).OrderBy(state => state.Manager, StringComparer.Ordinal).DefaultIfEmpty(new() { Name = unit, Installed = false }))]);
    }

    public Task<UnitState> ChangeUnitAsync(NodeName node, UnitState unit, UnitAction action, CancellationToken cancellationToken = default)
    {
        var line = $"{node} {action.ToString().ToLowerInvariant()} {unit.Name}";
        FailIf(line);
        var key = (node, unit.Name, unit.Manager);
        var before = _units[key];
        var after = action switch
        {
            UnitAction.Start or UnitAction.Restart => before with { ActiveState = "active", MainPid = before.IsActive && action == UnitAction.Start ? before.MainPid : Interlocked.Increment(ref _pid) },
            UnitAction.Stop => before with { ActiveState = "inactive", MainPid = 0 },
            UnitAction.Enable => before with { EnabledState = "enabled" },
            UnitAction.Disable or UnitAction.Unmask => before with { EnabledState = "disabled" },
            UnitAction.Mask => before with { EnabledState = "masked" },
            _ => before,
        };
        _units[key] = after;
        _changes.Enqueue(line);
        Changed(node, after);
        return Task.FromResult(after);
    }

    public Task<ValueList<FileState>> FilesAsync(NodeName node, ValueList<string> paths, CancellationToken cancellationToken = default)
    {
        FailIf($"{node} look");
        return Task.FromResult<ValueList<FileState>>([.. paths.Select(path => File(node.Value, path) is { } file
            ? new FileState(path, true) { Checksum = file.Checksum, Mode = file.Mode, Owner = file.Owner }
            : new FileState(path, false))]);
    }

    public Task<bool> PutFileAsync(NodeName node, NodeFile file, CancellationToken cancellationToken = default)
    {
        var line = $"{node} put {file.Path}";
        FailIf(line);
        if (_files.TryGetValue((node, file.Path), out var there) && there == file)
        {
            return Task.FromResult(false);
        }

        _files[(node, file.Path)] = file;
        _changes.Enqueue(line);
        return Task.FromResult(true);
    }

    public Task<bool> RemoveFileAsync(NodeName node, string path, string? checksum, CancellationToken cancellationToken = default)
    {
        var line = $"{node} remove {path}";
        FailIf(line);
        if (_files.TryGetValue((node, path), out var there))
        {
            if (checksum is not null && there.Checksum != checksum)
            {
                return Task.FromResult(false);
            }

            _files.TryRemove((node, path), out _);
            _changes.Enqueue(line);
        }

        return Task.FromResult(true);
    }

    public Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken = default) =>
        Task.FromResult(new CommandResult { ExitCode = 0, Output = string.Join('\n', Listed.Select(unit => $"{unit}.service enabled enabled")) });

    private void FailIf(string line)
    {
        if (Fails(line))
        {
            throw new TransportException(TransportFailure.NeedsNode, $"\"{line}\" failed.", line.Split(' ')[0], "the test wants it", "nothing");
        }
    }
}
