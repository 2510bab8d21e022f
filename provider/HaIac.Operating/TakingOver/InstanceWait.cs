using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Findings;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;

namespace HaIac.Operating.TakingOver;

/// <summary>Waits until the instance of a resource on one node runs, or has stopped.</summary>
/// <param name="look">Reads the status, no older than the last commit. Many services wait at once, so it had better share its readings.</param>
/// <param name="patience">Pauses and the clock.</param>
/// <param name="limit">How long it may take.</param>
internal sealed class InstanceWait(Func<CancellationToken, Task<ClusterStatus>> look, AwaitSettings patience, TimeSpan limit)
{
    /// <summary>Waits until everything of the resource runs on the node.</summary>
    /// <exception cref="FindingException">It failed there, or did not come in time.</exception>
    public Task RunsAsync(CibResource resource, NodeName node, CancellationToken cancellationToken) =>
        UntilAsync(resource, node, "running", status => Primitives(resource).All(id => On(status, id, node).Any(instance => instance is { Active: true, Pending: null })), status =>
            status.Failures.FirstOrDefault(failure => failure.Node == node && Primitives(resource).Contains(failure.Resource)), cancellationToken);

    /// <summary>Waits until nothing of the resource runs on the node.</summary>
    /// <exception cref="FindingException">It would not stop in time.</exception>
    public Task StoppedAsync(CibResource resource, NodeName node, CancellationToken cancellationToken) =>
        UntilAsync(resource, node, "stopped", status => !Primitives(resource).Any(id => On(status, id, node).Any(instance => instance.Active)), _ => null, cancellationToken);

    private static IReadOnlyList<string> Primitives(CibResource resource) => [.. resource.SelfAndInside().OfType<CibPrimitive>().Select(primitive => primitive.Id.Value)];

    // One that is stopping is still active, and has something pending.
    private static IEnumerable<ResourceInstance> On(ClusterStatus status, string primitive, NodeName node) =>
        status.InstancesOf(primitive).Where(instance => instance.Nodes.Contains(node));

    private async Task UntilAsync(
        CibResource resource, NodeName node, string word, Func<ClusterStatus, bool> met, Func<ClusterStatus, OperationFailure?> failed, CancellationToken cancellationToken)
    {
        var began = patience.Clock.GetTimestamp();
        var pause = patience.FirstPause;
        TransportException? trouble = null;
        while (true)
        {
            try
            {
                var status = await look(cancellationToken).ConfigureAwait(false);
                trouble = null;
                if (met(status))
                {
                    return;
                }

                if (failed(status) is { } failure)
                {
                    throw Stuck($"{resource.Id} does not run on {node}: {FailureText.Short(failure)}.", "Its own operation failed there.");
                }
            }
            catch (TransportException exception)
            {
                trouble = exception; // A node may be busy or a connection breaking: there is a limit.
            }

            if (patience.Clock.GetElapsedTime(began) >= limit)
            {
                throw Stuck($"{resource.Id} is not {word} on {node} after {limit.TotalSeconds:0.#} s.", trouble is null ? "The cluster has not done it." : $"The cluster could not be observed: {trouble.What}");
            }

            await Task.Delay(pause, patience.Clock, cancellationToken).ConfigureAwait(false);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, patience.BusyPause.Ticks));
        }

        FindingException Stuck(string what, string why) => new(new(FindingCode.HandoverStuck, what, $"CIB resource {resource.Id}, node {node}", why,
            "Look at crm_mon and at the agent's log on the node, mend the cause and run it again."));
    }
}
