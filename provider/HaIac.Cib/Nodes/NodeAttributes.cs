using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Nodes;

/// <summary>Attributes of a node that outlive its restart. Only the declared names are ours; nobody owns the node's sets as a whole.</summary>
/// <remarks>
/// Its id is the node's id in the CIB, see <see cref="Documents.CibDocument.FindNode"/>. The cluster makes nodes, this object does not.
/// Source: Pacemaker Explained, Cluster Nodes, Node Attributes.
/// </remarks>
public sealed record NodeAttributes : CibObject
{
    /// <summary>Names and values (<c>rack</c>, <c>site</c>; <c>standby</c> and <c>maintenance</c> are the operators').</summary>
    public AttributeMap Attributes { get; init; } = AttributeMap.Empty;

    /// <summary>Attributes that have a score, hold only while a rule does, or stand elsewhere. Default: none.</summary>
    public ValueList<CibAttributeSet> FurtherAttributes { get; init; } = [];

    /// <inheritdoc/>
    public override string Tag => "node";

    /// <inheritdoc/>
    internal override bool IsShared => true;
}
