using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Observing;
using HaIac.Transport.Running;
using HaIac.Transport.Simulating;
using HaIac.Transport.Tooling;
using HaIac.Transport.Verifying;

namespace HaIac.Transport.Virtual;

/// <summary>
/// A cluster in a directory. Its configuration is changed by the real <c>cibadmin</c>, its transitions are worked out by Pacemaker's own
/// scheduler, so placement and failover are the real ones; only that nothing is started anywhere.
/// </summary>
internal sealed class VirtualCluster : IVirtualCluster
{
    // Known to every Pacemaker that is still in use; taken only where there are no tools to ask.
    private const string SchemaWithoutTools = "pacemaker-3.5";

    private readonly VirtualAddress address;
    private readonly ICommandRunner runner;
    private readonly ClusterTools tools;
    private readonly ClusterStore store;
    private readonly Settler settler;
    private readonly VirtualNodes nodes;

    /// <summary>Creates the transport; the directory is made on first use.</summary>
    /// <param name="address">Directory and nodes.</param>
    /// <param name="runner">Runs the tools of this host; disposed with the transport.</param>
    /// <param name="settings">Limits.</param>
    public VirtualCluster(VirtualAddress address, ICommandRunner runner, TransportSettings settings)
    {
        this.address = address;
        this.runner = runner;
        tools = new ClusterTools(runner, settings, address.Text);
        store = new ClusterStore(address.Directory, address.Text, settings);
        settler = new Settler(tools);
        nodes = new VirtualNodes(address.Text, store, ReadAsync);
    }

    /// <inheritdoc/>
    public string Address => address.Text;

    /// <inheritdoc/>
    public bool IsVirtual => true;

    /// <inheritdoc/>
    public string Directory => address.Directory;

    /// <inheritdoc/>
    public INodeWorker Nodes => nodes;

    /// <inheritdoc/>
    public Task<CibDocument> ReadAsync(CancellationToken cancellationToken = default) =>
        WithoutLockIfPossibleAsync(
            async () => store.Exists && await store.ReadAsync(cancellationToken).ConfigureAwait(false) is var cib && MissingNodes(cib).Count == 0 ? cib : null,
            () => ReadLockedAsync(cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public async Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default)
    {
        if (patch.IsEmpty)
        {
            return;
        }

        using var held = await store.LockAsync(cancellationToken).ConfigureAwait(false);
        var current = await ReadLockedAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        CibDocument patched;
        try
        {
            patched = await PatchedAsync(current, patch).ConfigureAwait(false);
        }
        catch (TransportException missing) when (missing.Kind == TransportFailure.ToolMissing)
        {
            store.Write(PatchedByHand(current, patch));
            return;
        }

        var settled = await settler.SettleAsync(patched, [], CancellationToken.None).ConfigureAwait(false);
        Keep(current, settled);
    }

    /// <inheritdoc/>
    public async Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default)
    {
        await ReadAsync(cancellationToken).ConfigureAwait(false);
        return await WithoutLockIfPossibleAsync<ClusterStatus>(
            async () => await tools.MonitorAsync(store.File, cancellationToken).ConfigureAwait(false),
            () => tools.MonitorAsync(store.File, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Simulation> SimulateAsync(CibDocument cib, CancellationToken cancellationToken = default) =>
        settler.SettleAsync(cib, [], cancellationToken);

    /// <inheritdoc/>
    public Task<ValueList<SimulatedAction>> PlanAsync(CibDocument cib, CancellationToken cancellationToken = default) =>
        tools.PlanAsync(cib.ToXml(), cancellationToken);

    /// <inheritdoc/>
    public async Task<VerifyReport> VerifyAsync(CibDocument cib, CancellationToken cancellationToken = default)
    {
        try
        {
            return await tools.VerifyAsync(cib.ToXml(), cancellationToken).ConfigureAwait(false);
        }
        catch (TransportException missing) when (missing.Kind == TransportFailure.ToolMissing)
        {
            return new VerifyReport { Checked = false };
        }
    }

    /// <inheritdoc/>
    public async Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken = default) =>
        await tools.MetadataAsync(agent, cancellationToken).ConfigureAwait(false) ?? (HasFamilyOf(agent) ? null : throw NoSuchFamily(agent));

    /// <inheritdoc/>
    public Task<ValueList<AgentName>> AgentsLikeAsync(AgentName agent, CancellationToken cancellationToken = default) =>
        tools.AgentsLikeAsync(agent, cancellationToken);

    /// <inheritdoc/>
    public async Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken = default)
    {
        using var held = await store.LockAsync(cancellationToken).ConfigureAwait(false);
        var cib = await ReadLockedAsync(cancellationToken).ConfigureAwait(false);
        var element = cib.FindElement(resource) ?? throw NoSuchResource(cib, resource);
        var primitives = PrimitiveIds(element).ToHashSet(StringComparer.Ordinal);
        var settled = await settler.SettleAsync(FailureHistory.Clear(cib, primitives, node), [], cancellationToken).ConfigureAwait(false);
        Keep(cib, settled);
    }

    /// <inheritdoc/>
    public Task<Simulation> FailNodeAsync(NodeName node, CancellationToken cancellationToken = default) =>
        ChangeMembershipAsync(node, online: false, cancellationToken);

    /// <inheritdoc/>
    public Task<Simulation> RecoverNodeAsync(NodeName node, CancellationToken cancellationToken = default) =>
        ChangeMembershipAsync(node, online: true, cancellationToken);

    /// <inheritdoc/>
    public async Task<Simulation> FailResourceAsync(
        CibId resource, NodeName? node = null, int exit = 7, CancellationToken cancellationToken = default)
    {
        using var held = await store.LockAsync(cancellationToken).ConfigureAwait(false);
        var cib = await ReadLockedAsync(cancellationToken).ConfigureAwait(false);
        var element = cib.FindElement(resource) ?? throw NoSuchResource(cib, resource);
        var status = await tools.MonitorAsync(store.File, cancellationToken).ConfigureAwait(false);
        var primitives = PrimitiveIds(element).ToHashSet(StringComparer.Ordinal);
        var victim = status.Resources
            .SelectMany(r => r.Instances)
            .FirstOrDefault(i => i.Active && primitives.Contains(i.Resource) && (node is null || i.Nodes.Contains(node)))
            ?? throw NotRunning(status, resource, node);

        var operation = OperationToFail(cib, victim);
        var instance = victim.Number is { } number && victim.Group is null ? $"{victim.Resource}:{number}" : victim.Resource;
        var specification = $"{instance}_{operation}@{node ?? victim.Node}={exit}";
        var settled = await settler.SettleAsync(cib, [$"--op-inject={specification}"], cancellationToken).ConfigureAwait(false);
        Keep(cib, settled);
        return settled;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => runner.DisposeAsync();

    /// <summary>Stores where transitions led, and lets the nodes' units follow. The lock is held.</summary>
    private void Keep(CibDocument before, Simulation settled)
    {
        store.Write(settled.ResultingCib);
        UnitFollower.Follow(nodes.Folder, before, settled);
    }

    private async Task<Simulation> ChangeMembershipAsync(NodeName node, bool online, CancellationToken cancellationToken)
    {
        using var held = await store.LockAsync(cancellationToken).ConfigureAwait(false);
        var cib = await ReadLockedAsync(cancellationToken).ConfigureAwait(false);
        var members = Membership.Nodes(cib);
        var name = members.Select(n => n.Name).FirstOrDefault(n => n == node) ?? throw NoSuchNode(cib, node);

        List<string> events = [];
        if (Membership.IsOnline(cib, name) != online)
        {
            var count = members.Count(n => n.Name == name ? online : Membership.IsOnline(cib, n.Name));
            events.Add(online ? $"--node-up={name}" : FencingEnabled(cib) ? $"--node-fail={name}" : $"--node-down={name}");
            events.Add(Quorum(count, members.Count));
        }

        var settled = await settler.SettleAsync(cib, events, cancellationToken).ConfigureAwait(false);
        Keep(cib, settled);
        return settled;
    }

    /// <summary>
    /// Reads without the lock, since our own writers replace the file as a whole. cibadmin by hand writes into the file, so what cannot be
    /// read is read again when no writer is about; only then it is a fault.
    /// </summary>
    private async Task<T> WithoutLockIfPossibleAsync<T>(Func<Task<T?>> read, Func<Task<T>> readLocked, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            if (await read().ConfigureAwait(false) is { } answer)
            {
                return answer;
            }
        }
        catch (TransportException fault) when (fault.Kind != TransportFailure.ToolMissing)
        {
        }

        using var held = await store.LockAsync(cancellationToken).ConfigureAwait(false);
        return await readLocked().ConfigureAwait(false);
    }

    /// <summary>The CIB as it is, with the cluster and its nodes made if they are not there yet. The lock is held.</summary>
    private async Task<CibDocument> ReadLockedAsync(CancellationToken cancellationToken)
    {
        var cib = store.Exists ? await store.ReadAsync(cancellationToken).ConfigureAwait(false) : null;
        if (cib is not null && MissingNodes(cib).Count == 0)
        {
            return cib;
        }

        try
        {
            cib ??= WithoutFencing(await tools.EmptyCibAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (TransportException missing) when (missing.Kind == TransportFailure.ToolMissing)
        {
            cib = WithoutFencing(CibDocument.Empty(SchemaWithoutTools));
        }

        cib = await WithNodesAsync(cib, MissingNodes(cib), cancellationToken).ConfigureAwait(false);
        store.Write(cib);
        return cib;
    }

    private async Task<CibDocument> WithNodesAsync(CibDocument cib, IReadOnlyList<NodeName> missing, CancellationToken cancellationToken)
    {
        if (missing.Count == 0)
        {
            throw new TransportException(
                TransportFailure.VirtualDirectory,
                $"There is no virtual cluster in {address.Directory}, and the address names no nodes for a new one.",
                $"cluster {Address}",
                "A cluster is made on first use, and for that its nodes must be known.",
                "Add ?nodes=ctl1,ctl2,ctl3 to the address, or name the directory of an existing cluster.");
        }

        var grown = Membership.AddNodes(cib, missing);
        try
        {
            var members = Membership.Nodes(grown);
            var online = members.Count(n => missing.Contains(n.Name) || Membership.IsOnline(grown, n.Name));
            List<string> events = [.. missing.Select(name => $"--node-up={name}"), Quorum(online, members.Count)];
            return (await settler.SettleAsync(grown, events, cancellationToken).ConfigureAwait(false)).ResultingCib;
        }
        catch (TransportException noTools) when (noTools.Kind == TransportFailure.ToolMissing)
        {
            return grown;
        }
    }

    private async Task<CibDocument> PatchedAsync(CibDocument current, CibPatch patch)
    {
        var copy = store.WriteWorkingCopy(current);
        try
        {
            await tools.PatchAsync(copy, patch, CancellationToken.None).ConfigureAwait(false);
            return ClusterStore.ReadWorkingCopy(copy);
        }
        catch (TransportException refused) when (refused.Exit == CrmExit.Schema)
        {
            throw await SchemaRefusal.ExplainAsync(refused, () => VerifyAsync(patch.After)).ConfigureAwait(false);
        }
        finally
        {
            ClusterStore.Discard(copy);
        }
    }

    /// <summary>What the CIB manager would make of the patch, for hosts without it: only sure if nothing moved since it was worked out.</summary>
    private CibDocument PatchedByHand(CibDocument current, CibPatch patch)
    {
        if (current.Version.SameConfiguration(patch.Before.Version))
        {
            var next = current.Version.NextConfiguration;
            return patch.After.WithRoot(patch.After.Root
                .With("epoch", $"{next.Epoch}")
                .With("num_updates", $"{next.NumUpdates}"));
        }

        throw new TransportException(
            TransportFailure.Stale,
            $"The change was made for version {patch.Before.Version}, but the cluster is at {current.Version}.",
            $"cluster {Address}",
            "The configuration was changed by somebody else after it was read. Nothing was applied.",
            "Read the configuration again and repeat the change.")
        {
            Exit = CrmExit.Stale,
        };
    }

    private List<NodeName> MissingNodes(CibDocument cib) =>
        [.. address.Nodes.Select(NodeName.Parse).Except(cib.Nodes)];

    private static CibDocument WithoutFencing(CibDocument cib)
    {
        var configuration = cib.Configuration!;
        var options = configuration.Find("crm_config")!;
        var set = new CibElement(
            "cluster_property_set",
            [("id", "cib-bootstrap-options")],
            new CibElement("nvpair", [("id", "cib-bootstrap-options-stonith-enabled"), ("name", "stonith-enabled"), ("value", "false")]));
        return cib.WithRoot(cib.Root.Replace(configuration, configuration.Replace(options, options.Append(set))));
    }

    private static string Quorum(int online, int all) => $"--quorum={(Membership.HasQuorum(online, all) ? "1" : "0")}";

    private static bool FencingEnabled(CibDocument cib) =>
        !(cib.Properties.Properties.TryGetValue("stonith-enabled", out var value) && value is "false" or "no" or "off" or "0" or "n");

    // monitor_10000 for a resource with a recurring monitor, otherwise the probe monitor_0.
    private static string OperationToFail(CibDocument cib, ResourceInstance victim)
    {
        var primitive = CibId.TryParse(victim.Resource, out var id, out _) ? cib.Find(id) as CibPrimitive : null;
        var monitor = primitive?.Operations.FirstOrDefault(o =>
            o.Name == "monitor"
            && o.Interval.Value > TimeSpan.Zero
            && (o.Role is null or ResourceRole.Started || o.Role == victim.Role));
        return $"monitor_{monitor?.Interval.Value.TotalMilliseconds ?? 0:0}";
    }

    private static IEnumerable<string> PrimitiveIds(CibElement element) =>
        element.Name == "primitive" ? [element.Id!] : element.Elements.SelectMany(PrimitiveIds);

    private TransportException NoSuchNode(CibDocument cib, NodeName node) =>
        new(
            TransportFailure.UnknownNode,
            $"There is no node \"{node}\"; there are: {string.Join(", ", cib.Nodes)}.",
            $"cluster {Address}",
            "The name must be one of those in the cluster's address or configuration.",
            "Use one of these names, or add the node to the address.")
        {
            Node = node.Value,
        };

    /// <summary>
    /// Whether this host has agents of the same vendor, so that a missing one is probably misspelt. The units and agents of a virtual cluster's
    /// nodes are nowhere, and a trial host has neither heat nor, often, the package resource-agents.
    /// </summary>
    private static bool HasFamilyOf(AgentName agent)
    {
        var root = Environment.GetEnvironmentVariable("OCF_ROOT") is { Length: > 0 } set ? set : "/usr/lib/ocf";
        var family = Path.Combine(root, "resource.d", agent.Provider ?? "");
        return agent.Provider is not null && System.IO.Directory.Exists(family) && System.IO.Directory.EnumerateFiles(family).Any();
    }

    private TransportException NoSuchFamily(AgentName agent) => new(
        TransportFailure.ToolMissing,
        $"{agent} cannot be asked about itself: this host has no agents of that kind.",
        $"virtual cluster {address.Text}",
        "The nodes of a virtual cluster exist on paper only, so this host is asked for their agents.",
        "Nothing needs to be done for a trial; install the agents here to have their parameters checked.");

    private TransportException NoSuchResource(CibDocument cib, CibId resource) =>
        new(
            TransportFailure.UnknownResource,
            $"There is no resource \"{resource}\"; there are: {string.Join(", ", cib.Resources.Select(r => r.Id.Value).DefaultIfEmpty("none"))}.",
            $"cluster {Address}",
            "The id must be that of a primitive, group, clone or bundle of the configuration.",
            "Use one of these ids; haiac cluster status lists them with their places.");

    private TransportException NotRunning(ClusterStatus status, CibId resource, NodeName? node)
    {
        var places = status.RunningOn(resource.Value);
        return new TransportException(
            TransportFailure.UnknownResource,
            node is null ? $"Resource \"{resource}\" runs nowhere." : $"Resource \"{resource}\" does not run on \"{node}\".",
            $"cluster {Address}",
            "Only an operation of a running resource can fail.",
            places.Count == 0 ? "Start it first." : $"Name a node it runs on: {string.Join(", ", places)}.");
    }
}
