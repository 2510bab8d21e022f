using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Observing;
using HaIac.Transport.Running;
using HaIac.Transport.Simulating;
using HaIac.Transport.Tooling;
using HaIac.Transport.Verifying;

namespace HaIac.Transport;

/// <summary>A real cluster, reached by Pacemaker's tools on this host or on its nodes.</summary>
internal sealed class ToolTransport : ICibTransport
{
    private readonly ICommandRunner runner;
    private readonly ClusterTools tools;
    private readonly NodeWorker? nodes;
    private readonly UnitCatalog units;

    /// <summary>Creates the transport.</summary>
    /// <param name="address">The address, for messages.</param>
    /// <param name="runner">Runs the tools; disposed with the transport.</param>
    /// <param name="settings">Limits.</param>
    /// <param name="nodes">Work on its nodes, disposed with the transport; null: they cannot be logged in to.</param>
    public ToolTransport(string address, ICommandRunner runner, TransportSettings settings, NodeWorker? nodes = null)
    {
        this.nodes = nodes;
        Address = address;
        this.runner = runner;
        tools = new ClusterTools(runner, settings, address);
        units = new UnitCatalog(tools);
    }

    /// <inheritdoc/>
    public string Address { get; }

    /// <inheritdoc/>
    public bool IsVirtual => false;

    /// <inheritdoc/>
    public INodeWorker Nodes => (INodeWorker?)nodes ?? new NoNodes(Address);

    /// <inheritdoc/>
    public async Task<CibDocument> ReadAsync(CancellationToken cancellationToken = default)
    {
        var (cib, node) = await tools.QueryAsync(null, cancellationToken).ConfigureAwait(false);
        if (LacksQuorum(cib))
        {
            // The next command may find a host in the other partition.
            runner.Distrust(node);
        }

        return cib;
    }

    /// <inheritdoc/>
    public async Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default)
    {
        if (patch.IsEmpty)
        {
            return;
        }

        if (LacksQuorum(patch.Before))
        {
            throw NoQuorum();
        }

        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await tools.PatchAsync(null, patch, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TransportException refused) when (refused.Exit == CrmExit.Schema)
        {
            throw await SchemaRefusal.ExplainAsync(refused, () => VerifyAsync(patch.After, cancellationToken)).ConfigureAwait(false);
        }
        catch (TransportException lost) when (lost.Exit == CrmExit.NoQuorum)
        {
            runner.Distrust(lost.Node);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default) => tools.MonitorAsync(null, cancellationToken);

    /// <inheritdoc/>
    public Task<Simulation> SimulateAsync(CibDocument cib, CancellationToken cancellationToken = default) =>
        tools.SimulateAsync(cib.ToXml(), [], cancellationToken);

    /// <inheritdoc/>
    public Task<ValueList<SimulatedAction>> PlanAsync(CibDocument cib, CancellationToken cancellationToken = default) =>
        tools.PlanAsync(cib.ToXml(), cancellationToken);

    /// <inheritdoc/>
    public Task<VerifyReport> VerifyAsync(CibDocument cib, CancellationToken cancellationToken = default) =>
        tools.VerifyAsync(cib.ToXml(), cancellationToken);

    /// <inheritdoc/>
    public Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken = default) =>
        agent.Standard == "systemd" ? units.FindAsync(agent, cancellationToken) : tools.MetadataAsync(agent, cancellationToken);

    /// <inheritdoc/>
    public Task<ValueList<AgentName>> AgentsLikeAsync(AgentName agent, CancellationToken cancellationToken = default) =>
        tools.AgentsLikeAsync(agent, cancellationToken);

    /// <inheritdoc/>
    public Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken = default) =>
        tools.CleanupAsync(resource, node, refresh, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (nodes is not null)
        {
            await nodes.DisposeAsync().ConfigureAwait(false);
        }

        await runner.DisposeAsync().ConfigureAwait(false);
    }

    // A partition without quorum takes a change and forgets it when it meets the others again. Only who told the cluster to ignore quorum
    // wants that.
    private static bool LacksQuorum(CibDocument cib) =>
        cib.Root["have-quorum"] is "0" or "false" && cib.Properties.Properties.Find("no-quorum-policy") != "ignore";

    private TransportException NoQuorum() =>
        new(
            TransportFailure.NoQuorum,
            "The configuration is not changed: no host that answers belongs to a partition with quorum.",
            $"cluster {Address}",
            "A change made without quorum is lost when the nodes meet again.",
            "Bring back enough nodes, name a host of the other partition in the address, or set no-quorum-policy=ignore if one node is meant to go on alone.")
        {
            Exit = CrmExit.NoQuorum,
        };
}
