using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;

namespace HaIac.Operating.Awaiting;

/// <summary>A cluster at one moment: what it is, and what its scheduler still wants to do.</summary>
/// <param name="Status">Nodes, resources and failures.</param>
/// <param name="Cib">The configuration; read after the status.</param>
/// <param name="Next">What the scheduler would do with that configuration and the status in it.</param>
/// <param name="RunsAgents">
/// Whether agents run for real. On a virtual cluster they do not, so nothing ever sets the scores that decide on promotion.
/// </param>
internal sealed record ClusterPicture(ClusterStatus Status, CibDocument Cib, ValueList<SimulatedAction> Next, bool RunsAgents);
