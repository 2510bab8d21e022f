using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Operating.TakingOver;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;

namespace HaIac.Operating.Converging;

/// <summary>Lets the init system of each node do with a service what its program declares: installed, enabled, running, restarted on change.</summary>
/// <param name="worker">The nodes.</param>
internal sealed class NativeConverger(INodeWorker worker)
{
    private static readonly TimeSpan s_listing = TimeSpan.FromSeconds(10);

    /// <summary>Brings the unit into the declared state on all nodes at once.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="changed">Whether something changed that the service reads: what runs is then reloaded or restarted (rule C2).</param>
    /// <param name="cancellationToken">Ends it between two changes.</param>
    /// <returns>What was done, a line each.</returns>
    /// <exception cref="FindingException">The unit is not installed everywhere, or an init system did not follow.</exception>
    public async Task<ValueList<string>> ApplyAsync(ServiceProfile profile, ValueList<NodeName> nodes, bool changed, CancellationToken cancellationToken)
    {
        var units = await InstalledAsync(profile, nodes, cancellationToken).ConfigureAwait(false);
        var (done, failures) = await PerNode.RunAsync(units.Select(unit => unit.Node), async node =>
        {
            var unit = units.First(each => each.Node == node).State;
            var lines = new List<string>();
            foreach (var action in Actions(profile, unit, changed))
            {
                unit = await worker.ChangeUnitAsync(node, unit, action, cancellationToken).ConfigureAwait(false);
                lines.Add($"{node}: {unit.Name} {Done(action)}");
            }

            return lines;
        }).ConfigureAwait(false);
        if (failures.Count > 0)
        {
            throw new FindingException(new(FindingCode.UnitFailed, string.Join("\n", failures), $"service {profile.Name}, unit {profile.NativeUnit}",
                string.Join("\n", failures.Select(failure => failure.Cause.Why).Distinct()), string.Join("\n", failures.Select(failure => failure.Cause.Mend).Distinct())));
        }

        return [.. done.SelectMany(lines => lines)];
    }

    /// <summary>What would be done on each node; changes nothing.</summary>
    /// <exception cref="FindingException">The unit is not installed everywhere.</exception>
    public async Task<ValueList<string>> DescribeAsync(ServiceProfile profile, ValueList<NodeName> nodes, bool changed, CancellationToken cancellationToken) =>
    [
        .. (await InstalledAsync(profile, nodes, cancellationToken).ConfigureAwait(false))
            .SelectMany(unit => Actions(profile, unit.State, changed).Select(action => $"{unit.Node}: {unit.State.Name}.service would be {Done(action)}")),
    ];

    /// <summary>What the nodes have of what is declared: null where nothing is declared, else whether it is so everywhere.</summary>
    public async Task<(bool? Running, bool? Enabled)> ReadAsync(ServiceProfile profile, ValueList<NodeName> nodes, CancellationToken cancellationToken)
    {
        var (found, failures) = await PerNode.RunAsync(nodes, node => UnitAsync(profile, node, cancellationToken)).ConfigureAwait(false);
        if (failures.Count > 0)
        {
            throw failures[0].Cause;
        }

        return (Same(profile.Native.Running, found.Select(unit => unit.IsActive)), Same(profile.Native.Enabled, found.Select(unit => unit.IsEnabled)));

        static bool? Same(bool? declared, IEnumerable<bool> live) => declared is null || live.All(each => each == declared) ? declared : !declared;
    }

    private static IEnumerable<UnitAction> Actions(ServiceProfile profile, UnitState unit, bool changed)
    {
        if (unit.IsMasked && (profile.Native.Running == true || profile.Native.Enabled == true))
        {
            yield return UnitAction.Unmask;
        }

        if (profile.Native.Enabled is { } enabled && enabled != unit.IsEnabled)
        {
            yield return enabled ? UnitAction.Enable : UnitAction.Disable;
        }

        if (profile.Native.Running is { } running && running != unit.IsActive)
        {
            yield return running ? UnitAction.Start : UnitAction.Stop;
        }
        else if (changed && unit.IsActive && profile.Changes.OnChange != ChangeAction.None)
        {
            yield return profile.Changes.OnChange != ChangeAction.Restart && profile.Restart.PreferReload && unit.CanReload ? UnitAction.Reload : UnitAction.Restart;
        }
    }

    private static string Done(UnitAction action) => action switch
    {
        UnitAction.Start => "started",
        UnitAction.Stop => "stopped",
        UnitAction.Restart => "restarted",
        UnitAction.Reload => "reloaded",
        UnitAction.Enable => "enabled",
        UnitAction.Disable => "disabled",
        UnitAction.Mask => "masked",
        _ => "unmasked",
    };

    private async Task<UnitState> UnitAsync(ServiceProfile profile, NodeName node, CancellationToken cancellationToken)
    {
        var states = await worker.UnitsAsync(node, [profile.NativeUnit], cancellationToken).ConfigureAwait(false);
        return states.FirstOrDefault(state => state.Installed) ?? states.FirstOrDefault() ?? new() { Name = profile.NativeUnit, Installed = false };
    }

    private async Task<List<NodeUnit>> InstalledAsync(ServiceProfile profile, ValueList<NodeName> nodes, CancellationToken cancellationToken)
    {
        var (found, failures) = await PerNode.RunAsync(nodes, async node => new NodeUnit(node, await UnitAsync(profile, node, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        if (failures.Count > 0)
        {
            throw failures[0].Cause;
        }

        var missing = found.Where(unit => !unit.State.Installed).Select(unit => unit.Node).ToList();
        if (missing.Count > 0)
        {
            var near = await NearAsync(profile.NativeUnit, missing[0], cancellationToken).ConfigureAwait(false);
            throw new FindingException(new(FindingCode.UnitMissing, $"There is no unit {profile.NativeUnit}.service on {string.Join(", ", missing)}.",
                $"service {profile.Name}, property unit",
                missing.Count == nodes.Count ? "No node of the service has it; distributions call the unit of one daemon differently." : $"It is there on {string.Join(", ", nodes.Except(missing))}.",
                near is null ? "Install its package there, name the unit by its name there, or leave these nodes out of nodes." : $"{missing[0]} has {near}.service: name that as unit, or install the package.") { Property = "unit" });
        }

        return [.. found];
    }

    /// <summary>A unit of the node whose name is near; null if there is none, or if the node cannot list its units.</summary>
    private async Task<string?> NearAsync(string unit, NodeName node, CancellationToken cancellationToken)
    {
        try
        {
            var listing = await worker.RunAsync(node, UnitListing.Command(s_listing), cancellationToken).ConfigureAwait(false);
            return NearestName.Find(unit, UnitListing.Read(listing.Output));
        }
        catch (TransportException)
        {
            return null; // A hint is no reason to hide what is missing.
        }
    }
}
