using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Transport;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Observing;

namespace HaIac.Operating.TakingOver;

/// <summary>Leads a service with many instances from the init system to the cluster and back, node by node, so that it is never gone as a whole.</summary>
/// <param name="transport">The cluster.</param>
/// <param name="read">Reads its configuration, no older than the last commit.</param>
/// <param name="look">Reads its status, no older than the last commit.</param>
/// <param name="commit">Brings edits in.</param>
/// <param name="patience">How patiently it waits, and the clock.</param>
/// <param name="progress">Is told what happens.</param>
internal sealed class Handover(
    ICibTransport transport, Func<CancellationToken, Task<CibDocument>> read, Func<CancellationToken, Task<ClusterStatus>> look, Func<IReadOnlyList<CibEdit>, CancellationToken, Task> commit, AwaitSettings patience, Action<string> progress)
{
    private readonly NativeTakeover _takeover = new(transport.Nodes);

    /// <summary>Frees the banned nodes one after the other: the init system's instance stops, the ban goes, the cluster's instance is waited for.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="resource">Its outermost resource, which is in the cluster with bans on the nodes of the plan.</param>
    /// <param name="agents">Its agents.</param>
    /// <param name="plan">The nodes.</param>
    /// <param name="survey">The units as they were.</param>
    /// <param name="cancellationToken">Ends it between two nodes.</param>
    /// <exception cref="FindingException">An instance did not stop or did not come.</exception>
    public async Task RollAsync(
        ServiceProfile profile, CibResource resource, IReadOnlyCollection<AgentName> agents, HandoverPlan plan, UnitSurvey survey, CancellationToken cancellationToken)
    {
        var wait = new InstanceWait(look, patience, profile.Waits.Limit);
        foreach (var node in plan.Roll)
        {
            progress($"{node}: {profile.Name} changes from the init system to the cluster");
            await _takeover.BlockAsync(profile, agents, new([.. survey.Units.Where(unit => unit.Node == node)], []), [node], cancellationToken).ConfigureAwait(false);
            await commit([new RemoveObject(TakeoverBans.On(resource.Id, node))], cancellationToken).ConfigureAwait(false);
            if (await ComesAsync(resource, node, cancellationToken).ConfigureAwait(false))
            {
                await wait.RunsAsync(resource, node, cancellationToken).ConfigureAwait(false);
            }
        }

        await ClearAsync(resource.Id, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>
    /// A handover failed half way: what came into the cluster leaves it again and the init system's instances run where they ran. If others name the resource
    /// by now it has to stay; then the way forward is the only one, and the cluster gets all nodes.
    /// </summary>
    /// <returns>What became of the service, for the message.</returns>
    public async Task<string> TakeBackAsync(
        ServiceProfile profile, IReadOnlyList<CibObject> objects, IReadOnlyCollection<AgentName> agents, UnitSurvey survey, IReadOnlyCollection<NativeRecord> record)
    {
        var resource = objects.OfType<CibResource>().First();
        try
        {
            var bans = TakeoverBans.In(await read(CancellationToken.None).ConfigureAwait(false), resource.Id);
            await commit([.. objects.Where(item => !bans.Any(ban => ban.Id == item.Id)).Reverse().Concat(bans).Select(item => new RemoveObject(item))], CancellationToken.None).ConfigureAwait(false);
        }
        catch (CommitException)
        {
            await _takeover.BlockAsync(profile with { Takeover = profile.Takeover with { FailureIsWarning = true } }, agents, survey, survey.RunningOn, CancellationToken.None).ConfigureAwait(false);
            await ClearAsync(resource.Id, CancellationToken.None).ConfigureAwait(false);
            return $"Other objects name {resource.Id} by now, so it stays in the cluster, on all nodes.";
        }

        var wait = new InstanceWait(look, patience, profile.Waits.Limit);
        var (_, failures) = await PerNode.RunAsync(survey.RunningOn, async node =>
        {
            await wait.StoppedAsync(resource, node, CancellationToken.None).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        failures = [.. failures, .. await ReviveAsync(record).ConfigureAwait(false)];
        return failures.Count == 0
            ? "The init system runs it as before; nothing of it is left in the cluster."
            : $"It is out of the cluster, but could not be brought back fully: {string.Join("; ", failures)}";
    }

    /// <summary>Lets units be as they were before a takeover that came to nothing: also running, since it was only this run that stopped them.</summary>
    /// <returns>The nodes on which that failed.</returns>
    public async Task<ValueList<NodeFailure>> ReviveAsync(IReadOnlyCollection<NativeRecord> record)
    {
        var (_, restored) = await _takeover.RestoreAsync(record, null, CancellationToken.None).ConfigureAwait(false);
        var (_, started) = await PerNode.RunAsync(record.Where(unit => unit.Active).Select(unit => unit.Node).Distinct(), async node =>
        {
            foreach (var unit in record.Where(unit => unit.Node == node && unit.Active))
            {
                await transport.Nodes.ChangeUnitAsync(node, new UnitState { Name = unit.Unit, Manager = unit.Manager, Installed = true }, UnitAction.Start, CancellationToken.None).ConfigureAwait(false);
            }

            return true;
        }).ConfigureAwait(false);
        return [.. restored, .. started];
    }

    /// <summary>
    /// Gives a service with many instances back node by node: the cluster stops its instance and keeps off, the init system starts its own. Then all
    /// of it leaves the cluster, the bans with it. If anything fails, the cluster has it again.
    /// </summary>
    /// <param name="profile">The service as it is declared now: what the init system shall do.</param>
    /// <param name="resource">Its outermost resource in the cluster.</param>
    /// <param name="nodes">The nodes on which it runs and shall run.</param>
    /// <param name="together">Waits until others that give back at the same time have come as far, so that their bans are one write.</param>
    /// <param name="converge">Lets the init system of one node do what is declared.</param>
    /// <param name="remove">Takes everything of it out of the cluster, the bans too.</param>
    /// <param name="cancellationToken">Ends it between two nodes.</param>
    public async Task GiveBackAsync(
        ServiceProfile profile, CibResource resource, ValueList<NodeName> nodes, Func<CancellationToken, Task> together, Func<NodeName, Task> converge, Func<ValueList<NodeName>, Task> remove,
        CancellationToken cancellationToken)
    {
        var wait = new InstanceWait(look, patience, profile.Waits.Limit);
        var back = new List<NodeName>();
        var left = TakeoverBans.In(await read(cancellationToken).ConfigureAwait(false), resource.Id).Select(ban => ban.Id).ToHashSet();
        try
        {
            foreach (var node in nodes)
            {
                progress($"{node}: {profile.Name} changes from the cluster to the init system");
                await together(cancellationToken).ConfigureAwait(false);
                back.Add(node);
                var ban = TakeoverBans.On(resource.Id, node);
                await commit([new PutObject(ban, left.Contains(ban.Id) ? ban : null)], cancellationToken).ConfigureAwait(false);
                await wait.StoppedAsync(resource, node, cancellationToken).ConfigureAwait(false);
                await converge(node).ConfigureAwait(false);
            }

            await remove([.. back]).ConfigureAwait(false);
        }
        catch (Exception) when (back.Count > 0)
        {
            await StayAsync(profile, resource, back).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes all bans of a handover out, those of a run that died too.</summary>
    public async Task ClearAsync(CibId outer, CancellationToken cancellationToken)
    {
        var bans = TakeoverBans.In(await read(cancellationToken).ConfigureAwait(false), outer).ToList();
        if (bans.Count > 0)
        {
            await commit([.. bans.Select(ban => new RemoveObject(ban))], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether an instance is to come on the node: not on one that runs nothing now, and not when there are as many as there may be.</summary>
    private async Task<bool> ComesAsync(CibResource resource, NodeName node, CancellationToken cancellationToken)
    {
        var status = await look(cancellationToken).ConfigureAwait(false);
        var most = int.TryParse(resource.MetaAttributes.Find("clone-max"), NumberStyles.None, CultureInfo.InvariantCulture, out var max) ? max : int.MaxValue;
        var running = status.RunningOn(resource.Id.Value);
        return !status.MaintenanceMode && status.FindNode(node)?.CanRunResources == true && (running.Contains(node) || running.Count < most);
    }

    private async Task StayAsync(ServiceProfile profile, CibResource resource, IReadOnlyCollection<NodeName> back)
    {
        try
        {
            var cib = await read(CancellationToken.None).ConfigureAwait(false);
            if (cib.FindElement(resource.Id) is null)
            {
                return; // It has left the cluster already: what the init system runs is all there is.
            }

            var survey = await _takeover.LookAsync(profile, [.. back], CancellationToken.None).ConfigureAwait(false);
            var agents = resource.SelfAndInside().OfType<CibPrimitive>().Select(primitive => primitive.Agent).OfType<AgentName>();
            await _takeover.BlockAsync(profile with { Takeover = profile.Takeover with { FailureIsWarning = true } }, agents, survey, back, CancellationToken.None).ConfigureAwait(false);
            await ClearAsync(resource.Id, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is TransportException or CommitException)
        {
            // The failure that led here is what the user is told; the next run recognises the bans by their ids.
            progress($"{profile.Name}: the bans of the handover are still there and are removed by the next run: {fault.Message}");
        }
    }
}
