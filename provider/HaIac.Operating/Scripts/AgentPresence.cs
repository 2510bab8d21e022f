using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.TakingOver;
using HaIac.Transport.Nodes;

namespace HaIac.Operating.Scripts;

/// <summary>Looks whether the agents of a service are on every node that could run it; the cluster itself finds out only when it starts something there.</summary>
internal sealed class AgentPresence(INodeWorker worker)
{
    /// <summary>A finding per agent that is missing on some of the nodes.</summary>
    /// <param name="service">The service, for messages.</param>
    /// <param name="agents">Its agents. Those that are neither scripts of class ocf nor units are not looked for.</param>
    /// <param name="placed">Paths of scripts that are put there anyway.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<ValueList<Finding>> MissingAsync(
        string service, IEnumerable<AgentName> agents, IReadOnlyCollection<string> placed, ValueList<NodeName> nodes, CancellationToken cancellationToken)
    {
        var wanted = agents.Distinct().ToList();
        var scripts = wanted.Where(agent => AgentPaths.Of(agent) is { } path && !placed.Any(other => AgentPaths.At(other) == agent)).ToList();
        var units = wanted.Where(agent => agent.Standard == "systemd").ToList();
        if (scripts.Count + units.Count == 0)
        {
            return [];
        }

        var (found, _) = await PerNode.RunAsync(nodes, async node =>
        {
            var files = scripts.Count == 0 ? [] : await worker.FilesAsync(node, [.. scripts.Select(agent => AgentPaths.Of(agent)!)], cancellationToken).ConfigureAwait(false);
            var states = units.Count == 0 ? [] : await worker.UnitsAsync(node, [.. units.Select(Unit)], cancellationToken).ConfigureAwait(false);
            return (Node: node, Missing: scripts.Where(agent => !files.Any(file => file.Exists && file.Path == AgentPaths.Of(agent)))
                .Concat(units.Where(agent => !states.Any(state => state.Installed && state.Name == Unit(agent)))).ToList());
        }).ConfigureAwait(false); // A node that cannot be asked is told by whoever has to change something there.
        return
        [
            .. wanted.Select(agent => (Agent: agent, Nodes: found.Where(each => each.Missing.Contains(agent)).Select(each => each.Node).ToList())).Where(each => each.Nodes.Count > 0)
                .Select(each => new Finding(FindingCode.AgentMissingOnNode, $"{each.Agent} is missing on {string.Join(", ", each.Nodes)}.", $"service {service}, property nodes",
                    each.Agent.Standard == "systemd" ? "There is no such unit." : $"There is no file {AgentPaths.Of(each.Agent)}.",
                    $"Install it there, or leave {(each.Nodes.Count == 1 ? "that node" : "these nodes")} out of nodes; an agent of your own can be put on the nodes by scripts.")
                { Property = "nodes" }),
        ];
    }

    private static string Unit(AgentName agent) => agent.Type.EndsWith(".service", StringComparison.Ordinal) ? agent.Type[..^".service".Length] : agent.Type;
}
