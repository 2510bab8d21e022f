using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Agents;
using HaIac.Transport.Connecting;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;
using HaIac.Transport.Running;
using HaIac.Transport.Simulating;
using HaIac.Transport.Verifying;

namespace HaIac.Transport;

/// <summary>
/// A real cluster of which only the CIB manager can be reached. Reading, patching and observing go over the network; schemas and scheduler are those of
/// this host. What needs a node (cleaning up failures, agents that are not installed here) is not possible and says so.
/// </summary>
internal sealed class RemoteCibTransport : ICibTransport
{
    private readonly ToolTransport remote;
    private readonly ToolTransport here;

    /// <summary>Creates the transport.</summary>
    /// <param name="address">The address.</param>
    /// <param name="local">Runs the tools; disposed with the transport.</param>
    /// <param name="settings">Limits.</param>
    public RemoteCibTransport(RemoteCibAddress address, ICommandRunner local, TransportSettings settings)
    {
        remote = new ToolTransport(address.Text, new RemoteCibRunner(address, local), settings);
        here = new ToolTransport(address.Text, local, settings);
    }

    /// <inheritdoc/>
    public string Address => remote.Address;

    /// <inheritdoc/>
    public bool IsVirtual => false;

    /// <inheritdoc/>
    public Task<CibDocument> ReadAsync(CancellationToken cancellationToken = default) => remote.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default) => remote.PatchAsync(patch, cancellationToken);

    /// <inheritdoc/>
    public Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default) => remote.StatusAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<Simulation> SimulateAsync(CibDocument cib, CancellationToken cancellationToken = default) => here.SimulateAsync(cib, cancellationToken);

    /// <inheritdoc/>
    public Task<ValueList<SimulatedAction>> PlanAsync(CibDocument cib, CancellationToken cancellationToken = default) => here.PlanAsync(cib, cancellationToken);

    /// <inheritdoc/>
    public Task<VerifyReport> VerifyAsync(CibDocument cib, CancellationToken cancellationToken = default) => here.VerifyAsync(cib, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="TransportException">HAI4014: it is not installed here, which says nothing about the nodes.</exception>
    public async Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken = default) =>
        await here.MetadataAsync(agent, cancellationToken).ConfigureAwait(false)
        ?? throw NeedsNode($"{agent} cannot be asked about itself: it is not installed on this host.");

    /// <inheritdoc/>
    public Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken = default) =>
        throw NeedsNode($"The failures of {resource} cannot be cleaned up: the controller of a node does that, and it cannot be reached.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => remote.DisposeAsync();

    private TransportException NeedsNode(string what) =>
        new(
            TransportFailure.NeedsNode,
            what,
            $"cluster {Address}",
            "An address of the form cib:// reaches the CIB manager only, no node.",
            "Use an address of the form ssh:// for that, or do it by hand on a node.");
}
