using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Cli.Contexts;
using HaIac.Engine.Projects;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Operating.Clusters;
using HaIac.Operating.Reporting;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Observing;
using HaIac.Transport.Virtual;

namespace HaIac.Cli.Clusters;

/// <summary>The cluster that a command works with.</summary>
internal sealed class ClusterContext : IAsyncDisposable
{
    private const string ConfigName = "haiac:cluster";

    private readonly CliHost _host;
    private readonly ClusterAddress _place;
    private readonly ICibTransport _transport;
    private readonly bool _json;

    private ClusterContext(CliHost host, ClusterAddress place, ICibTransport transport, bool json)
    {
        _host = host;
        _place = place;
        _transport = transport;
        _json = json;
    }

    /// <summary>Opens the named cluster, else the one in the configuration of the stack.</summary>
    /// <param name="host">The world.</param>
    /// <param name="address">Address the user gave; null if none.</param>
    /// <param name="stack">Stack the user named; null if none.</param>
    /// <param name="json">Prints JSON.</param>
    public static ClusterContext Open(CliHost host, string? address, string? stack, bool json)
    {
        var place = address is null ? AddressOf(host, stack) : ClusterAddress.Parse(address, FolderFor(host));
        return new(host, place, CibTransports.Open(place), json);
    }

    /// <summary>Prints the report of the cluster.</summary>
    /// <param name="history">Whether the operations behind it are told.</param>
    /// <param name="watch">Whether it is printed again whenever it changed, until Ctrl-C.</param>
    /// <param name="ct">Ends the query, or the watch.</param>
    public async Task StatusAsync(bool history, bool watch, CancellationToken ct)
    {
        if (watch)
            await new StatusWatch(_host, LookAsync).RunAsync(ct);
        else
            _host.Out.WriteLine(await LookAsync(ct));

        async Task<string> LookAsync(CancellationToken stop)
        {
            var report = await ReportAsync(await _transport.StatusAsync(stop), stop);
            return _json ? StatusJson.Write(report, history) : StatusText.Write(report, history);
        }
    }

    /// <summary>Changes the cluster as a whole.</summary>
    /// <param name="settings">How.</param>
    /// <param name="plan">Works the change out.</param>
    /// <param name="ct">Stops before the change.</param>
    /// <returns>Exit code.</returns>
    public Task<int> ChangeAsync(ChangeSettings settings, Func<CibDocument, ClusterStatus, ClusterChange> plan, CancellationToken ct) =>
        new ChangeJob(_host, _transport, settings).RunAsync(plan, ct);

    /// <summary>Refuses to remove a node that the address of a virtual cluster names: it would be made again on the next look.</summary>
    /// <param name="node">The node.</param>
    public void NotInAddress(NodeName node)
    {
        if (_place is VirtualAddress place && place.Nodes.Any(name => NodeName.Parse(name) == node))
        {
            throw new StateException(
                "HAI1256", "Node is named in the address", $"{node} is one of the nodes in the address \"{_transport.Address}\".", ConfigName, "A virtual cluster makes every node that its address names.", $"Take {node} out of the address first (haiac config set {ConfigName} ...), then remove it.");
        }
    }

    /// <summary>Lets a node fail and prints what moved.</summary>
    /// <param name="node">The node.</param>
    /// <param name="ct">Stops before the change.</param>
    public Task FailNodeAsync(NodeName node, CancellationToken ct) =>
        ChangeAsync($"Node {node} has failed.", async cluster => (await cluster.FailNodeAsync(node, ct)).After, ct);

    /// <summary>Brings a node back and prints what moved.</summary>
    /// <param name="node">The node.</param>
    /// <param name="ct">Stops before the change.</param>
    public Task RecoverNodeAsync(NodeName node, CancellationToken ct) =>
        ChangeAsync($"Node {node} is back.", async cluster => (await cluster.RecoverNodeAsync(node, ct)).After, ct);

    /// <summary>Lets a resource fail and prints what moved.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="node">The node it fails on.</param>
    /// <param name="ct">Stops before the change.</param>
    public Task FailResourceAsync(CibId resource, NodeName node, CancellationToken ct) =>
        ChangeAsync($"Resource {resource} has failed on {node}.", async cluster => (await cluster.FailResourceAsync(resource, node, cancellationToken: ct)).After, ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _transport.DisposeAsync();

    private async Task<ClusterReport> ReportAsync(ClusterStatus status, CancellationToken ct) =>
        ClusterReporter.Of(_transport.Address, status, await _transport.ReadAsync(ct));

    private async Task ChangeAsync(string what, Func<IVirtualCluster, Task<ClusterStatus>> change, CancellationToken ct)
    {
        if (_transport is not IVirtualCluster cluster)
        {
            throw new StateException(
                "HAI1250", "Not a virtual cluster", $"\"{_transport.Address}\" is a real cluster; haiac does not let its parts fail.", ConfigName, null, "Use a virtual cluster (virtual:DIR?nodes=a,b,c), or the cluster's own tools.");
        }

        var before = await cluster.StatusAsync(ct);
        var after = await change(cluster);
        var moves = Placement.Moves(before, after);
        if (_json)
        {
            _host.Out.WriteLine(StatusJson.Write(await ReportAsync(await cluster.StatusAsync(ct), ct), moves: moves));
            return;
        }

        _host.Out.WriteLine(what);
        foreach (var move in moves)
            _host.Out.WriteLine($"  {move}");
        if (moves.IsEmpty)
            _host.Out.WriteLine("  Nothing moved.");
    }

    /// <summary>The folder that paths in addresses start from: that of the program, else the current one.</summary>
    /// <param name="host">The world.</param>
    internal static string FolderFor(CliHost host)
    {
        try
        {
            return ProjectLoader.Load(host.Directory).ProgramDirectory;
        }
        catch (StateException)
        {
            // With an address of its own the command needs no project.
            return host.Directory;
        }
    }

    /// <summary>The cluster in the configuration of a stack.</summary>
    /// <param name="host">The world.</param>
    /// <param name="named">The stack; null for the selected one.</param>
    /// <exception cref="StateException">There is no project or stack, or it names no cluster.</exception>
    internal static ClusterAddress AddressOf(CliHost host, string? named)
    {
        var context = ProjectContext.Load(host);
        var stack = context.Stack(named);
        var values = StackConfig.Merge(context.Project, context.FileOf(stack));
        if (!values.TryGetValue(ConfigName, out var value))
        {
            throw new StateException(
                "HAI1251", "No cluster", $"Stack \"{stack}\" names no cluster.", context.Project.StackFilePath(stack.Stack), $"Its configuration has no {ConfigName}.", $"Set it: haiac config set {ConfigName} \"virtual:.haiac/{stack}?nodes=ctl1,ctl2,ctl3\"; or give --cluster.");
        }

        return ClusterAddress.Parse(ConfigNodes.ToText(value, MaskedSecrets.Instance), context.Project.ProgramDirectory);
    }
}
