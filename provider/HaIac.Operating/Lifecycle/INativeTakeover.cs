using HaIac.Cib.Values;
using HaIac.Operating.Services;

namespace HaIac.Operating.Lifecycle;

/// <summary>Takes the init system's own instance of a service out of the way, so that only the cluster runs it (rules E1-E7 of the requirements).</summary>
internal interface INativeTakeover
{
    /// <summary>Disables the unit on each node, and stops it where the agents do not run the unit themselves. What is so already stays.</summary>
    /// <param name="profile">The service with its takeover settings.</param>
    /// <param name="agents">The agents of its primitives as the cluster has them: they say whether the unit is the clustered instance itself.</param>
    /// <param name="nodes">The nodes to do it on.</param>
    /// <param name="cancellationToken">Ends it between two changes.</param>
    /// <returns>What was changed on which node, one line each; empty if nothing had to be.</returns>
    /// <exception cref="Findings.FindingException">It failed on a node and the settings do not make that a warning.</exception>
    Task<ValueList<string>> TakeAsync(ServiceProfile profile, ValueList<AgentName> agents, ValueList<NodeName> nodes, CancellationToken cancellationToken = default);
}
