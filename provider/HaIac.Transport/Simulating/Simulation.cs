using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Observing;

namespace HaIac.Transport.Simulating;

/// <summary>What the cluster's scheduler would do with a configuration (<c>crm_simulate</c>), and where that leads.</summary>
public sealed record Simulation
{
    /// <summary>What would be done, per resource and node, in the scheduler's order. Empty: the cluster would do nothing.</summary>
    public required ValueList<SimulatedAction> Actions { get; init; }

    /// <summary>The state after all actions, as far as the scheduler reports it: nodes and resources, no failures.</summary>
    public required ClusterStatus After { get; init; }

    /// <summary>The document with the status after all actions.</summary>
    public required CibDocument ResultingCib { get; init; }

    /// <summary>The actions of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Those actions, in order.</returns>
    public IEnumerable<SimulatedAction> Of(ActionKind kind) => Actions.Where(a => a.Kind == kind);
}
