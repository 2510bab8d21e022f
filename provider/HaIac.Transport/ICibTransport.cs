using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;
using HaIac.Transport.Verifying;

namespace HaIac.Transport;

/// <summary>
/// One cluster, reached by Pacemaker's own tools: reads and patches its configuration, observes it, asks its scheduler.
/// </summary>
/// <remarks>
/// Every method may be called at the same time as the others. Every failure is a <see cref="TransportException"/>.
/// A caller that wants to change objects uses <see cref="Committing.ICibCommitter"/>, which builds the patches.
/// </remarks>
public interface ICibTransport : IAsyncDisposable
{
    /// <summary>The address of the cluster, as the user wrote it.</summary>
    string Address { get; }

    /// <summary>True if the nodes exist on paper only: then agents that are missing on this host say nothing about the cluster.</summary>
    bool IsVirtual { get; }

    /// <summary>Work on its single nodes: units, files, commands. Where no login on a node is possible, each method fails and says so.</summary>
    INodeWorker Nodes => new NoNodes(Address);

    /// <summary>Reads the whole CIB: configuration and status, with its version.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The document as the cluster holds it now.</returns>
    /// <exception cref="TransportException">The cluster cannot be read.</exception>
    Task<CibDocument> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Brings one patch into the cluster: all of it or nothing.</summary>
    /// <param name="patch">The change, and the documents it was worked out from.</param>
    /// <param name="cancellationToken">
    /// Heeded until the patch is sent. After that the outcome is awaited, so that there is no doubt about what landed.
    /// </param>
    /// <returns>A task that ends when the cluster has taken the patch.</returns>
    /// <exception cref="TransportException">
    /// <see cref="TransportException.Exit"/> tells the reason: <see cref="CrmExit.Stale"/> if the patch was pinned to an older version,
    /// <see cref="CrmExit.Schema"/> if the cluster refuses the result. <see cref="TransportException.OutcomeUnknown"/> is set
    /// if the connection broke before the answer came.
    /// </exception>
    Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default);

    /// <summary>Observes the cluster: nodes, resources, failures, quorum.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The state now.</returns>
    /// <exception cref="TransportException">The cluster cannot be observed.</exception>
    Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks the cluster's scheduler what it would do if the configuration were this; changes nothing.</summary>
    /// <param name="cib">The configuration with the status to start from.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The actions, and the state that they lead to.</returns>
    /// <exception cref="TransportException">The scheduler cannot be asked, or refuses the document.</exception>
    Task<Simulation> SimulateAsync(CibDocument cib, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks the cluster's scheduler what it would do next, without playing it through; changes nothing. For large configurations far cheaper than
    /// <see cref="SimulateAsync"/>: 150 starts take the node 0.08 s of processor time instead of 2.2 s.
    /// </summary>
    /// <param name="cib">The configuration with the status to start from.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The actions, in the scheduler's order. Empty: the cluster would do nothing.</returns>
    /// <exception cref="TransportException">The scheduler cannot be asked, or refuses the document.</exception>
    async Task<ValueList<SimulatedAction>> PlanAsync(CibDocument cib, CancellationToken cancellationToken = default) =>
        (await SimulateAsync(cib, cancellationToken).ConfigureAwait(false)).Actions;

    /// <summary>Asks Pacemaker whether it would accept the document; changes nothing.</summary>
    /// <param name="cib">The document to judge.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The verdict with its reasons.</returns>
    /// <exception cref="TransportException">Pacemaker cannot be asked.</exception>
    Task<VerifyReport> VerifyAsync(CibDocument cib, CancellationToken cancellationToken = default);

    /// <summary>Reads what an agent says about itself: parameters, actions, advised timeouts.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The metadata, or null if the agent is not installed where it is asked for.</returns>
    /// <exception cref="TransportException">It cannot be known: the host or the tool is not there.</exception>
    Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken = default);

    /// <summary>The installed agents of the same standard and provider, to name one that was meant.</summary>
    /// <param name="agent">An agent, installed or not.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The agents; empty if there are none, or if they cannot be listed.</returns>
    /// <exception cref="TransportException">The cluster cannot be asked.</exception>
    Task<ValueList<AgentName>> AgentsLikeAsync(AgentName agent, CancellationToken cancellationToken = default) =>
        Task.FromResult<ValueList<AgentName>>([]);

    /// <summary>Makes the cluster forget the failures of a resource and look at it anew, on every node.</summary>
    /// <param name="resource">The resource: primitive, group or clone.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>A task that ends when the cluster has cleared the history.</returns>
    /// <exception cref="TransportException">The cluster has no such resource, or the command failed.</exception>
    Task CleanupAsync(CibId resource, CancellationToken cancellationToken = default) => CleanupAsync(resource, null, refresh: false, cancellationToken);

    /// <summary>Makes the cluster forget the failures of a resource, or all it knows about it, and look at it anew.</summary>
    /// <param name="resource">The resource: primitive, group or clone.</param>
    /// <param name="node">On this node only; null: on every node.</param>
    /// <param name="refresh">True: good results are forgotten too, so the resource is looked for everywhere. A virtual cluster, which has no agents to ask, takes it for false.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>A task that ends when the cluster has cleared the history.</returns>
    /// <exception cref="TransportException">The cluster has no such resource, or the command failed.</exception>
    Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken = default);
}
