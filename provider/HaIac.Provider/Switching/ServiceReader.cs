using System.Collections.Immutable;
using HaIac.Cib.Constraints;
using HaIac.Operating.Converging;
using HaIac.Operating.Services;
using HaIac.Operating.TakingOver;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using HaIac.Provider.Serving;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Switching;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>Lays what the nodes have over the inputs of a service: units that somebody stopped, scripts that are missing somewhere.</summary>
internal sealed class ServiceReader(Func<ClusterSession> session, CallContext call, ResourceLog log)
{
    /// <summary>The inputs as the nodes have them.</summary>
    /// <param name="declared">The service as declared.</param>
    /// <param name="found">Its inputs as the cluster has them.</param>
    /// <param name="composition">Its objects.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Fields> ReadAsync(DeclaredService declared, Fields found, Composition composition, CancellationToken cancellationToken)
    {
        if (!declared.Clustered)
        {
            return declared.Profile.Native.IsAsked ? await NativeAsync(declared, found, cancellationToken).ConfigureAwait(false) : found;
        }

        if (declared.Profile.Takeover is { Enabled: true, OnRefresh: true })
        {
            await TakeAsync(declared, composition, cancellationToken).ConfigureAwait(false);
        }

        return await ScriptsAsync(declared, await OptInAsync(found, composition, cancellationToken).ConfigureAwait(false), composition, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Fields> NativeAsync(DeclaredService declared, Fields found, CancellationToken cancellationToken)
    {
        var nodes = await NodesAsync(declared, cancellationToken).ConfigureAwait(false);
        var (running, enabled) = await new NativeConverger(session().Transport.Nodes).ReadAsync(declared.Profile, nodes.Online, cancellationToken).ConfigureAwait(false);
        found = running is null ? found : found.SetItem("running", new(running.Value));
        return enabled is null ? found : found.SetItem("enabled", new(enabled.Value));
    }

    /// <summary>A constraint that allows a node and is gone is drift of the setting that made it (rule G4).</summary>
    private async Task<Fields> OptInAsync(Fields found, Composition composition, CancellationToken cancellationToken)
    {
        if (new Inputs(found).Object("optIn") is not { } optIn || optIn.Flag("enabled") != true)
        {
            return found;
        }

        var cib = await session().Cib.GetAsync(cancellationToken).ConfigureAwait(false);
        var missing = composition.Objects.OfType<LocationConstraint>().Any(location => location.Id.Value == $"{composition.Outer}-on-{location.Node}" && cib.FindElement(location.Id) is null);
        return missing ? found.SetItem("optIn", new(optIn.Fields.SetItem("enabled", new(false)))) : found;
    }

    /// <summary>
    /// A script of the user that is not everywhere as declared is drift of the scripts. An agent of ours is no input, so that another version of it is no drift of one; it is
    /// told with the way to replace it.
    /// </summary>
    private async Task<Fields> ScriptsAsync(DeclaredService declared, Fields found, Composition composition, CancellationToken cancellationToken)
    {
        var shipped = NodePreparation.Shipped(declared.Profile, composition);
        IReadOnlyCollection<AgentScript> needed = [.. declared.Profile.Scripts, .. shipped];
        if (needed.Count == 0)
        {
            return found;
        }

        var nodes = await NodesAsync(declared, cancellationToken).ConfigureAwait(false);
        var drifted = (await new NodePreparation(session()).DriftAsync(needed, nodes.Online, cancellationToken).ConfigureAwait(false)).Select(script => script.Path).ToHashSet(StringComparer.Ordinal);
        await log.AllWarningsAsync(shipped.Where(script => drifted.Contains(script.Path)).Select(script =>
            $"{script.Path} is missing on a node, or not the version that this plugin brings. The next change of {declared.Profile.Name} puts it there; "
            + "a value in restartOn that is new does it now.")).ConfigureAwait(false);
        return drifted.Count == 0 || !found.TryGetValue("scripts", out var value) || !value.TryGetArray(out var scripts) ? found
            : found.SetItem("scripts", new([.. scripts.Where(script => !(script.TryGetMap(out var map) && map.TryGetValue("path", out var path) && drifted.Contains(TextShape.AsText(path) ?? "")))]));
    }

    /// <summary>Takes over on a refresh, where that is asked for (rule E3).</summary>
    private async Task TakeAsync(DeclaredService declared, Composition composition, CancellationToken cancellationToken)
    {
        var nodes = await NodesAsync(declared, cancellationToken).ConfigureAwait(false);
        var agents = await new ClusterEntry(session(), call, log).AgentsAsync(declared, composition, cancellationToken).ConfigureAwait(false);
        await log.AllAsync(await new NativeTakeover(session().Transport.Nodes).TakeAsync(declared.Profile, agents, nodes.Online, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private Task<ServiceNodes> NodesAsync(DeclaredService declared, CancellationToken cancellationToken) =>
        ServiceNodes.OfAsync(declared.Profile, session(), call.Subject, cancellationToken);
}
