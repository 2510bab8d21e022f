using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport;
using HaIac.Transport.Agents;
using HaIac.Transport.Nodes;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;
using HaIac.Transport.Verifying;

namespace HaIac.Provider.Tests.Serving;

/// <summary>Passes everything on to a transport and tells before a patch is sent or a resource cleaned up.</summary>
internal sealed class CountingTransport(ICibTransport inner, Func<Task> patching, Action<string> cleaning, INodeWorker nodes) : ICibTransport
{
    public INodeWorker Nodes => nodes;

    public string Address => inner.Address;

    public bool IsVirtual => inner.IsVirtual;

    public Task<CibDocument> ReadAsync(CancellationToken cancellationToken = default) => inner.ReadAsync(cancellationToken);

    public async Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default)
    {
        await patching();
        await inner.PatchAsync(patch, cancellationToken);
    }

    public Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default) => inner.StatusAsync(cancellationToken);

    public Task<Simulation> SimulateAsync(CibDocument cib, CancellationToken cancellationToken = default) => inner.SimulateAsync(cib, cancellationToken);

    public Task<VerifyReport> VerifyAsync(CibDocument cib, CancellationToken cancellationToken = default) => inner.VerifyAsync(cib, cancellationToken);

    public Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken = default) => inner.MetadataAsync(agent, cancellationToken);

    public Task<ValueList<SimulatedAction>> PlanAsync(CibDocument cib, CancellationToken cancellationToken = default) => inner.PlanAsync(cib, cancellationToken);

    public Task<ValueList<AgentName>> AgentsLikeAsync(AgentName agent, CancellationToken cancellationToken = default) => inner.AgentsLikeAsync(agent, cancellationToken);

    public Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken = default)
    {
        cleaning($"{(refresh ? "refresh" : "cleanup")} {resource}");
        return inner.CleanupAsync(resource, node, refresh, cancellationToken);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
