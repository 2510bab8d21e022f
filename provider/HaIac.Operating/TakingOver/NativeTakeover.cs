using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Services;
using HaIac.Transport.Nodes;

namespace HaIac.Operating.TakingOver;

/// <summary>Takes the init system's own instance of a service out of the way, and gives it back (rules E1-E7 of the requirements).</summary>
/// <remarks>
/// Autostart is blocked first and the unit stopped second: a node that reboots in between comes back without a second instance. What is so already is left
/// alone, so a second run changes nothing.
/// </remarks>
internal sealed class NativeTakeover(INodeWorker worker) : INativeTakeover
{
    /// <summary>Whether the agents run the unit of the init system themselves; it is then never stopped and never masked (rule E2).</summary>
    public static bool RunsUnit(ServiceProfile profile, IEnumerable<AgentName> agents) =>
        agents.Any(agent => profile.Takeover.NativeStandards.Contains(agent.Standard, StringComparer.Ordinal));

    /// <inheritdoc/>
    public async Task<ValueList<string>> TakeAsync(ServiceProfile profile, ValueList<AgentName> agents, ValueList<NodeName> nodes, CancellationToken cancellationToken = default)
    {
        var outcome = await BlockAsync(profile, agents, await LookAsync(profile, nodes, cancellationToken).ConfigureAwait(false), nodes, cancellationToken).ConfigureAwait(false);
        return [.. outcome.Changes, .. outcome.Warnings.Select(warning => warning.What)];
    }

    /// <summary>Looks at the units of the service; changes nothing.</summary>
    public async Task<UnitSurvey> LookAsync(ServiceProfile profile, ValueList<NodeName> nodes, CancellationToken cancellationToken)
    {
        var (found, failures) = await PerNode.RunAsync(nodes, async node => (Node: node,
            Units: await worker.UnitsAsync(node, profile.NativeUnits, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        return new(
        [
            .. found.SelectMany(each => each.Units.Where(unit => unit.Installed && !profile.Takeover.ExcludedManagers.Contains(unit.Manager, StringComparer.Ordinal))
                .Select(unit => new NodeUnit(each.Node, unit))),
        ], failures);
    }

    /// <summary>How the units were before a takeover, and what it does to them that giving back must undo.</summary>
    public static ValueList<NativeRecord> RecordOf(ServiceProfile profile, IEnumerable<AgentName> agents, UnitSurvey survey)
    {
        var masks = profile.Takeover.Mask && !RunsUnit(profile, agents);
        return [.. survey.Units.Select(unit => new NativeRecord(unit.Node, unit.State.Name, unit.State.Manager, unit.State.IsEnabled, unit.State.IsActive) { Masked = masks && !unit.State.IsMasked })];
    }

    /// <summary>Blocks autostart on every node of the survey, and stops the units on some of them.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="agents">Its agents.</param>
    /// <param name="survey">The units as they are.</param>
    /// <param name="stopped">The nodes on which they are stopped; ignored where the agents run the units themselves, unless <paramref name="stopsNative"/>.</param>
    /// <param name="cancellationToken">Ends it between two changes.</param>
    /// <param name="stopsNative">Stop also what the agents run themselves: a second instance that the cluster would find and not want.</param>
    /// <exception cref="FindingException">It failed on a node and the settings do not make that a warning.</exception>
    public async Task<TakeoverOutcome> BlockAsync(
        ServiceProfile profile, IEnumerable<AgentName> agents, UnitSurvey survey, IReadOnlyCollection<NodeName> stopped, CancellationToken cancellationToken, bool stopsNative = false)
    {
        var native = RunsUnit(profile, agents);
        var (changes, failures) = await PerNode.RunAsync(survey.Units.Select(unit => unit.Node).Distinct(), async node =>
        {
            var done = new List<string>();
            foreach (var unit in survey.On(node))
            {
                var stops = stopped.Contains(node) && (!native || stopsNative);
                done.AddRange(await OneAsync(node, unit, stops, masks: profile.Takeover.Mask && !native && (stops || !unit.IsActive), cancellationToken).ConfigureAwait(false));
            }

            return done;
        }).ConfigureAwait(false);
        var warnings = Failed(profile, [.. survey.Failures, .. failures]);
        return new([.. changes.SelectMany(done => done)], warnings);
    }

    /// <summary>Restores whether the units start with the machine, as recorded. Never starts anything (rule E7).</summary>
    /// <param name="record">How the units were.</param>
    /// <param name="enabled">What the program declares instead; null: nothing.</param>
    /// <param name="cancellationToken">Ends it between two changes.</param>
    /// <returns>What was changed, and the nodes that failed.</returns>
    public async Task<(ValueList<string> Changes, ValueList<NodeFailure> Failures)> RestoreAsync(
        IReadOnlyCollection<NativeRecord> record, bool? enabled, CancellationToken cancellationToken)
    {
        var (changes, failures) = await PerNode.RunAsync(record.Select(unit => unit.Node).Distinct(), async node =>
        {
            var done = new List<string>();
            var own = record.Where(unit => unit.Node == node).ToList();
            var now = await worker.UnitsAsync(node, [.. own.Select(unit => unit.Unit).Distinct()], cancellationToken).ConfigureAwait(false);
            foreach (var unit in own)
            {
                if (now.FirstOrDefault(state => state.Name == unit.Unit && state.Manager == unit.Manager && state.Installed) is not { } state)
                {
                    continue; // Its package is gone: there is nothing to restore.
                }

                if (unit.Masked && state.IsMasked)
                {
                    state = await worker.ChangeUnitAsync(node, state, UnitAction.Unmask, cancellationToken).ConfigureAwait(false);
                    done.Add($"{node}: {unit.Unit} unmasked");
                }

                if (enabled is null && unit.Enabled && !state.IsEnabled && !state.IsMasked)
                {
                    await worker.ChangeUnitAsync(node, state, UnitAction.Enable, cancellationToken).ConfigureAwait(false);
                    done.Add($"{node}: {unit.Unit} enabled again, as it was before");
                }
            }

            return done;
        }).ConfigureAwait(false);
        return ([.. changes.SelectMany(done => done)], failures);
    }

    private async Task<List<string>> OneAsync(NodeName node, UnitState unit, bool stops, bool masks, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        if (unit.IsEnabled)
        {
            await ChangeAsync(UnitAction.Disable, "disabled").ConfigureAwait(false);
        }

        if (stops && unit.IsActive)
        {
            await ChangeAsync(UnitAction.Stop, "stopped").ConfigureAwait(false);
        }

        if (masks && !unit.IsMasked)
        {
            await ChangeAsync(UnitAction.Mask, "masked").ConfigureAwait(false);
        }

        return done;

        async Task ChangeAsync(UnitAction action, string word)
        {
            await worker.ChangeUnitAsync(node, unit, action, cancellationToken).ConfigureAwait(false);
            done.Add($"{node}: {unit.Name} {word}");
        }
    }

    /// <summary>What failed, as one finding; thrown unless the settings make it a warning (rule E6).</summary>
    private static ValueList<Finding> Failed(ServiceProfile profile, ValueList<NodeFailure> failures)
    {
        if (failures.Count == 0)
        {
            return [];
        }

        var finding = new Finding(FindingCode.TakeoverFailed,
            $"{string.Join(", ", profile.NativeUnits)} could not be taken over on {string.Join(", ", failures.Select(failure => failure.Node).Distinct())}:\n{string.Join("\n", failures)}",
            $"service {profile.Name}",
            "Until it is, the init system may run a second instance beside the cluster's own.",
            "Mend the cause and run it again; takeover.onFailure=warning goes on in spite of it, takeover.enabled=false leaves the init system alone.")
        { Property = "takeover" };
        return profile.Takeover.FailureIsWarning ? [finding] : throw new FindingException(finding);
    }
}

/// <summary>What a takeover did.</summary>
/// <param name="Changes">What was changed, a line each.</param>
/// <param name="Warnings">What failed, where that only warns.</param>
internal sealed record TakeoverOutcome(ValueList<string> Changes, ValueList<Finding> Warnings);
