using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Scripts;
using HaIac.Operating.Services;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;

namespace HaIac.Provider.Switching;

/// <summary>What must be on the nodes before a service enters the cluster: the agents that its primitives name (rules C1, C3).</summary>
internal sealed class NodePreparation(ClusterSession session)
{
    private readonly ScriptPlacer _placer = new(session.Transport.Nodes);

    /// <summary>Puts the scripts of a service on its nodes, and makes sure of the agents that it does not bring.</summary>
    /// <returns>What was written, a line each.</returns>
    /// <exception cref="FindingException">An agent is missing on a node, or a script could not be put there.</exception>
    public async Task<ValueList<string>> PrepareAsync(DeclaredService service, Composition wanted, ServiceNodes nodes, CancellationToken cancellationToken)
    {
        await EnsureAgentsAsync(service, wanted, nodes, cancellationToken).ConfigureAwait(false);
        var needed = Needed(service.Profile, wanted);
        var done = await _placer.PutAsync(service.Profile.Name, needed, nodes.Online, cancellationToken).ConfigureAwait(false);
        if (ShippedScripts.Handler(service.Profile) is { } handler)
        {
            try
            {
                done = [.. done, .. await _placer.PutAsync(service.Profile.Name, [handler], nodes.Online, cancellationToken).ConfigureAwait(false)];
            }
            catch (FindingException) when (service.Profile.Handler.Install is null)
            {
                // Nobody asked for it: a tool for people is no reason to keep a service out of the cluster.
            }
        }

        return done;
    }

    /// <summary>Makes sure of the agents that the service does not bring; changes nothing.</summary>
    /// <exception cref="FindingException">An agent is missing on a node.</exception>
    public async Task EnsureAgentsAsync(DeclaredService service, Composition wanted, ServiceNodes nodes, CancellationToken cancellationToken)
    {
        // The files of a virtual cluster's nodes are its own: the agents that it knows are those of this host.
        var agents = OnNodes(wanted).Where(agent => !session.Transport.IsVirtual || agent.Standard == "systemd");
        var able = nodes.Online.Where(node => !service.Forbidden.Contains(node.Value, StringComparer.OrdinalIgnoreCase)).ToValueList();
        var placed = Needed(service.Profile, wanted).Select(script => script.Path).ToList();
        var missing = await new AgentPresence(session.Transport.Nodes).MissingAsync(service.Profile.Name, agents, placed, able, cancellationToken).ConfigureAwait(false);
        if (missing.Count > 0)
        {
            throw new FindingException(missing[0] with
            {
                What = string.Join("\n", missing.Select(finding => finding.What)),
                Why = string.Join("\n", missing.Select(finding => finding.Why).Distinct()),
                Mend = string.Join("\n", missing.Select(finding => finding.Mend).Distinct()),
            });
        }
    }

    /// <summary>Takes away what a service does not need any more.</summary>
    /// <param name="before">The service as it was.</param>
    /// <param name="last">Its objects as they were.</param>
    /// <param name="needed">Paths of scripts that it goes on needing.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    /// <returns>What stayed although it is not needed, a line each.</returns>
    public async Task<ValueList<string>> TidyAsync(
        DeclaredService before, Composition last, IReadOnlyCollection<string> needed, ValueList<NodeName> nodes, CancellationToken cancellationToken)
    {
        var left = Scripts(before.Profile, last).Where(script => !needed.Contains(script.Path)).ToList();
        return left.Count == 0 ? []
            : await _placer.RemoveAsync(left, nodes, await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The scripts among these that are another version, or gone, on a node.</summary>
    public Task<ValueList<AgentScript>> DriftAsync(IReadOnlyCollection<AgentScript> scripts, ValueList<NodeName> nodes, CancellationToken cancellationToken) =>
        _placer.DriftAsync(scripts, nodes, cancellationToken);

    /// <summary>The scripts that HaIac brings for the agents of a service.</summary>
    public static IReadOnlyCollection<AgentScript> Shipped(ServiceProfile profile, Composition composition)
    {
        var own = profile.Scripts.Select(script => script.Path).ToHashSet(StringComparer.Ordinal);
        return [.. OnNodes(composition).Distinct().Select(ShippedScripts.Of).OfType<AgentScript>().Where(script => !own.Contains(script.Path))];
    }

    /// <summary>All scripts of a service: its own, those that HaIac brings for its agents, and the handler.</summary>
    public static IReadOnlyList<AgentScript> Scripts(ServiceProfile profile, Composition composition) =>
        ShippedScripts.Handler(profile) is { } handler ? [.. Needed(profile, composition), handler] : Needed(profile, composition);

    /// <summary>The scripts without which the service cannot run.</summary>
    private static List<AgentScript> Needed(ServiceProfile profile, Composition composition) => [.. profile.Scripts, .. Shipped(profile, composition)];

    /// <summary>The agents that run on the nodes themselves; that of a bundle is in its image.</summary>
    private static IEnumerable<AgentName> OnNodes(Composition composition) => composition.Objects.OfType<CibResource>().Where(resource => resource is not CibBundle)
        .SelectMany(resource => resource.SelfAndInside()).OfType<CibPrimitive>().Select(primitive => primitive.Agent).OfType<AgentName>();
}
