using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport;
using HaIac.Transport.Agents;
using HaIac.Transport.Nodes;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;
using HaIac.Transport.Verifying;

namespace HaIac.Operating.Tests.Lifecycle;

/// <summary>A cluster behind which another stands; a test changes what it needs.</summary>
internal class WatchedTransport(ICibTransport inner) : ICibTransport
{
    public string Address => inner.Address;

    public bool IsVirtual => inner.IsVirtual;

    public virtual INodeWorker Nodes => inner.Nodes;

    public Task<CibDocument> ReadAsync(CancellationToken cancellationToken = default) => inner.ReadAsync(cancellationToken);

    public virtual Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default) => inner.PatchAsync(patch, cancellationToken);

    public virtual Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default) => inner.StatusAsync(cancellationToken);

    public Task<Simulation> SimulateAsync(CibDocument cib, CancellationToken cancellationToken = default) => inner.SimulateAsync(cib, cancellationToken);

    public Task<ValueList<SimulatedAction>> PlanAsync(CibDocument cib, CancellationToken cancellationToken = default) => inner.PlanAsync(cib, cancellationToken);

    public Task<VerifyReport> VerifyAsync(CibDocument cib, CancellationToken cancellationToken = default) => inner.VerifyAsync(cib, cancellationToken);

    public Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken = default) => inner.MetadataAsync(agent, cancellationToken);

    public Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken = default) => inner.CleanupAsync(resource, node, refresh, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask; // The test owns the other one.
}

/// <summary>Cancels a run as soon as a patch holds a certain text.</summary>
internal sealed class CancelsOn(ICibTransport inner, string text, CancellationTokenSource stop) : WatchedTransport(inner)
{
    public override async Task PatchAsync(CibPatch patch, CancellationToken cancellationToken = default)
    {
        await base.PatchAsync(patch, cancellationToken);
        if (patch.Xml.Contains(text, StringComparison.Ordinal))
        {
            await stop.CancelAsync();
        }
    }
}

/// <summary>Shows a service that runs on a node as if its stop there had failed, once it should be stopped.</summary>
internal sealed class FailsStop(ICibTransport inner, string node) : WatchedTransport(inner)
{
    public override async Task<ClusterStatus> StatusAsync(CancellationToken cancellationToken = default)
    {
        var status = await base.StatusAsync(cancellationToken);
        var name = NodeName.Parse(node);
        if (!status.Bans.Any(ban => ban.Node == name))
        {
            return status;
        }

        var failure = new OperationFailure { Resource = "api", Node = name, Operation = "stop", Exit = new(1), ExitReason = "stubborn", Status = "complete" };
        var left = new ResourceInstance { Resource = "api", Active = true, Failed = true, Role = ResourceRole.Started, Nodes = [name] };
        return status with
        {
            Failures = [.. status.Failures, failure],
            Resources = [.. status.Resources.Select(resource => resource.Id == "api-clone" ? resource with { Instances = [.. resource.Instances, left] } : resource)],
        };
    }
}
