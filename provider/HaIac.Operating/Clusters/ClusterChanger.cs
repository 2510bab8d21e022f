using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Findings;
using HaIac.Transport;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;

namespace HaIac.Operating.Clusters;

/// <summary>Makes changes of a cluster as a whole and waits until it has followed.</summary>
/// <param name="transport">The cluster.</param>
/// <param name="committer">Brings edits in.</param>
/// <param name="patience">How long to wait, and the clock.</param>
internal sealed class ClusterChanger(ICibTransport transport, ICibCommitter committer, AwaitSettings patience)
{
    private static readonly TimeSpan s_forgetLimit = TimeSpan.FromSeconds(60);

    /// <summary>Brings a change in; where the daemons of the nodes must forget a node, one of them is told so.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Heeded until the change is on its way.</param>
    /// <returns>What must be done by hand, because no node can be logged in to; empty if nothing.</returns>
    public async Task<ValueList<string>> MakeAsync(ClusterChange change, CancellationToken ct)
    {
        if (change.Rewrite is { } rewrite)
        {
            await PinnedWriter.WriteAsync(transport, rewrite, ct).ConfigureAwait(false);
        }
        else if (change.Edits.Count > 0)
        {
            await committer.CommitAsync(change.Edits, ct).ConfigureAwait(false);
        }

        return change.Forget is { } gone && !transport.IsVirtual ? await ForgetAsync(gone).ConfigureAwait(false) : [];
    }

    /// <summary>Waits until nothing is under way and the scheduler has nothing more to do.</summary>
    /// <param name="progress">Is told what is still to do, whenever that changes.</param>
    /// <param name="ct">Gives up waiting; the cluster goes on.</param>
    /// <returns>The state then.</returns>
    /// <exception cref="FindingException">HAI5101: it is still at work after the limit.</exception>
    public async Task<ClusterStatus> WaitAsync(Action<string> progress, CancellationToken ct)
    {
        var began = patience.Clock.GetTimestamp();
        var pause = patience.FirstPause;
        var told = "";
        while (true)
        {
            var status = await transport.StatusAsync(ct).ConfigureAwait(false);
            var doing = Pending(status) ?? Planned(await transport.PlanAsync(await transport.ReadAsync(ct).ConfigureAwait(false), ct).ConfigureAwait(false));
            if (doing is null)
            {
                return status;
            }

            if (patience.Clock.GetElapsedTime(began) >= patience.SettleTimeout)
            {
                throw new FindingException(new(
                    FindingCode.NotSettled, $"The cluster is still at work after {patience.SettleTimeout.TotalSeconds:0.#} s: {doing}.", $"cluster {transport.Address}",
                    "The change itself is in place; what it leads to takes longer than it was waited for.", "Watch it: haiac cluster status --watch."));
            }

            if (doing != told)
            {
                progress(doing);
                told = doing;
            }

            await Task.Delay(pause, patience.Clock, ct).ConfigureAwait(false);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, patience.LongestPause.Ticks));
        }
    }

    private static string? Pending(ClusterStatus status) => Text(status.Resources.SelectMany(resource => resource.Instances)
        .Where(instance => instance.Pending is not null and not "Monitoring")
        .Select(instance => $"{instance.Resource} {instance.Pending!.ToLowerInvariant()}{(instance.Node is { } node ? $" on {node}" : "")}"));

    private static string? Planned(IEnumerable<SimulatedAction> actions) => Text(actions
        .Where(action => !action.Blocked && action.Kind != ActionKind.Other)
        .Select(action => $"{action.Resource ?? "cluster"} has still to {action.Kind.ToString().ToLowerInvariant()}"));

    private static string? Text(IEnumerable<string> items) => items.Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } all ? string.Join(", ", all) : null;

    /// <summary>Without this the daemons' caches write the node's record back at the next election.</summary>
    private async Task<ValueList<string>> ForgetAsync(NodeName gone)
    {
        ValueList<string> byHand = [$"On a node that stays, so that its daemons forget {gone}: crm_node --force --remove {gone}"];
        try
        {
            var status = await transport.StatusAsync(CancellationToken.None).ConfigureAwait(false);
            if ((status.DesignatedController ?? status.Nodes.FirstOrDefault(node => node.Online)?.Name) is not { } member)
            {
                return byHand;
            }

            var result = await transport.Nodes.RunAsync(member, new() { Program = "crm_node", Arguments = ["--force", "--remove", gone.Value], Timeout = s_forgetLimit }).ConfigureAwait(false);
            return result.ExitCode == 0 ? [] : byHand;
        }
        catch (TransportException)
        {
            return byHand;
        }
    }
}
