using HaIac.Cib.Values;

namespace HaIac.Transport.Observing;

/// <summary>How often a resource failed on a node since its history was last cleared.</summary>
/// <param name="Resource">Id of the primitive, without instance number.</param>
/// <param name="Node">The node.</param>
/// <param name="Count">The count, <c>INFINITY</c> as 1 000 000: a failed start usually counts so.</param>
/// <param name="MigrationThreshold">The count at which the node is given up for the resource; null if not reported.</param>
public sealed record FailCount(string Resource, NodeName Node, int Count, int? MigrationThreshold);
