using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Nodes;

/// <summary>What a node has to give. Only the declared names are ours; nobody owns the node's sets as a whole.</summary>
/// <remarks>
/// Its id is the node's id in the CIB, see <see cref="Documents.CibDocument.FindNode"/>. Counts only while the cluster option placement-strategy says so.
/// Source: Pacemaker Explained, Utilization and Placement Strategy.
/// </remarks>
public sealed record NodeUtilization : CibObject
{
    /// <summary>Capacities by name (<c>cpu</c>, <c>memory</c>), whole numbers in a unit of your own.</summary>
    public AttributeMap Utilization { get; init; } = AttributeMap.Empty;

    /// <summary>Capacities that have a score, hold only while a rule does, or stand elsewhere. Default: none.</summary>
    public ValueList<CibAttributeSet> FurtherUtilization { get; init; } = [];

    /// <inheritdoc/>
    public override string Tag => "node";

    /// <inheritdoc/>
    internal override bool IsShared => true;
}
