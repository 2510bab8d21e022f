using HaIac.Cib.Constraints;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.TakingOver;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using HaIac.Provider.Serving;

namespace HaIac.Provider.Switching;

/// <summary>Brings a service into the cluster: scripts, takeover, objects, handover, in this order.</summary>
internal sealed class ClusterEntry(ClusterSession session, CallContext call, ResourceLog log)
{
    private readonly NativeTakeover _takeover = new(session.Transport.Nodes);

    /// <summary>Brings it in.</summary>
    /// <param name="service">The service.</param>
    /// <param name="wanted">Its objects.</param>
    /// <param name="nodes">Its nodes.</param>
    /// <param name="known">How its units were before an earlier takeover.</param>
    /// <param name="cancellationToken">Ends it; what was begun is taken back.</param>
    /// <returns>What the cluster made of it, and how its units were.</returns>
    public async Task<(ApplyReport Report, ValueList<NativeRecord> Record)> EnterAsync(
        DeclaredService service, Composition wanted, ServiceNodes nodes, ValueList<NativeRecord> known, CancellationToken cancellationToken)
    {
        using var work = session.WorkOnNodes();
        await log.AllAsync(await new NodePreparation(session).PrepareAsync(service, wanted, nodes, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        if (service.Profile.Takeover is not { Enabled: true, OnStart: true })
        {
            await work.LastAsync(cancellationToken).ConfigureAwait(false);
            return (await ApplyAsync(wanted, call, cancellationToken).ConfigureAwait(false), known);
        }

        await WarnOfflineAsync(service, nodes).ConfigureAwait(false);
        var (agents, resource, survey, plan) = await PlanAsync(service, wanted, nodes, cancellationToken).ConfigureAwait(false);
        var record = NativeTakeover.RecordOf(service.Profile, agents, survey);
        var handover = new Handover(session.Transport, session.Cib.GetAsync, session.Status.GetAsync, session.CommitAsync, session.Settings, call.Progress);
        var landed = false;
        try
        {
            var outcome = await _takeover.BlockAsync(service.Profile, agents, survey, plan.StopBefore, cancellationToken, stopsNative: plan.Adopted.Count > 0).ConfigureAwait(false);
            await log.AllAsync(outcome.Changes).ConfigureAwait(false);
            await log.AllWarningsAsync(outcome.Warnings.Select(warning => warning.ToString())).ConfigureAwait(false);
            var bans = resource is null ? [] : plan.Roll.Select(node => TakeoverBans.On(resource.Id, node)).ToList();
            await work.LastAsync(cancellationToken).ConfigureAwait(false);
            var report = await ApplyAsync(wanted with { Objects = [.. wanted.Objects, .. bans] }, call with { LandedAsync = LandedAsync }, cancellationToken).ConfigureAwait(false);
            return (report, NativeRecord.Join(known, record));
        }
        catch (Exception) when (!landed)
        {
            // Nothing came into the cluster: the service goes on as it did before.
            await log.AllWarningsAsync((await handover.ReviveAsync(record).ConfigureAwait(false)).Select(failure => failure.ToString())).ConfigureAwait(false);
            throw;
        }

        async Task LandedAsync()
        {
            landed = true;
            if (resource is null)
            {
                return;
            }

            try
            {
                await handover.RollAsync(service.Profile, resource, agents, plan, survey, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                var outcome = await handover.TakeBackAsync(service.Profile, wanted.Objects, agents, survey, record).ConfigureAwait(false);
                if (fault is FindingException { Finding: { } finding })
                {
                    throw new FindingException(finding with { Why = $"{finding.Why}\n{outcome}" });
                }

                await log.WarningAsync(outcome).ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>What would happen on the nodes, a line each; changes nothing.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync(DeclaredService service, Composition wanted, ServiceNodes nodes, CancellationToken cancellationToken)
    {
        await new NodePreparation(session).EnsureAgentsAsync(service, wanted, nodes, cancellationToken).ConfigureAwait(false);
        if (service.Profile.Takeover is not { Enabled: true, OnStart: true })
        {
            return [];
        }

        var (agents, _, survey, plan) = await PlanAsync(service, wanted, nodes, cancellationToken).ConfigureAwait(false);
        return
        [
            .. HandoverPlanner.Describe(service.Profile, agents, survey, plan),
            .. survey.Failures.Select(failure => $"{failure}; it could not be taken over there"),
        ];
    }

    /// <summary>The agents of a service. Where its primitive is declared elsewhere, those of the primitives in the cluster that its name stands for.</summary>
    public async Task<ValueList<AgentName>> AgentsAsync(DeclaredService service, Composition wanted, CancellationToken cancellationToken)
    {
        var own = wanted.Primitives.ToList();
        if (own.Count == 0)
        {
            var names = new[] { service.Profile.ServiceName, service.Profile.Prefix + service.Profile.ServiceName, "p_" + service.Profile.ServiceName };
            own = [.. (await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false)).Resources.OfType<CibResource>()
                .SelectMany(resource => resource.SelfAndInside()).OfType<CibPrimitive>().Where(primitive => names.Contains(primitive.Id.Value, StringComparer.Ordinal))];
        }

        return [.. own.Select(primitive => primitive.Agent).OfType<AgentName>()];
    }

    private async Task<(ValueList<AgentName> Agents, CibResource? Resource, UnitSurvey Survey, HandoverPlan Plan)> PlanAsync(
        DeclaredService service, Composition wanted, ServiceNodes nodes, CancellationToken cancellationToken)
    {
        var agents = await AgentsAsync(service, wanted, cancellationToken).ConfigureAwait(false);
        var resource = wanted.Objects.OfType<CibResource>().FirstOrDefault();
        var survey = await _takeover.LookAsync(service.Profile, nodes.Online, cancellationToken).ConfigureAwait(false);
        return (agents, resource, survey, HandoverPlanner.Plan(service.Profile, resource, agents, wanted.Objects.OfType<LocationConstraint>(), survey));
    }

    private async Task<ApplyReport> ApplyAsync(Composition wanted, CallContext context, CancellationToken cancellationToken)
    {
        if (!wanted.Objects.IsEmpty)
        {
            return await new ResourceApplier(session).CreateAsync(wanted, context, cancellationToken).ConfigureAwait(false);
        }

        await context.LandedAsync().ConfigureAwait(false);
        return ApplyReport.Nothing;
    }

    private async Task WarnOfflineAsync(DeclaredService service, ServiceNodes nodes)
    {
        if (nodes.Offline.Count > 0)
        {
            await log.WarningAsync($"{string.Join(", ", nodes.Offline)} {(nodes.Offline.Count == 1 ? "is" : "are")} offline: {string.Join(", ", service.Profile.NativeUnits)} is not taken over there. "
                + "Run refresh and up when the node is back, before it starts the unit itself.").ConfigureAwait(false);
        }
    }
}
