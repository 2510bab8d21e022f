using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Nodes;

/// <summary>A node as the configuration knows it, with its attributes and capacities.</summary>
/// <remarks>
/// The cluster makes and removes these entries itself; only what is declared about one is ours. To declare a part only, see
/// <see cref="NodeAttributes"/> and <see cref="NodeUtilization"/>. Source: Pacemaker Explained, Cluster Nodes; nodes-3.9.rng.
/// </remarks>
public sealed record ClusterNode : CibObject
{
    /// <summary>The name.</summary>
    public required NodeName Name { get; init; }

    /// <summary>What kind of node it is; null means member.</summary>
    public NodeType? Type { get; init; }

    /// <summary>A text for people. Default: null, none.</summary>
    public string? Description { get; init; }

    /// <summary>How much every resource prefers the node. Default: null, not at all.</summary>
    public Score? Score { get; init; }

    /// <summary>Attributes that outlive a restart of the node; rules and location constraints can ask for them.</summary>
    public AttributeMap Attributes { get; init; } = AttributeMap.Empty;

    /// <summary>Attributes that have a score, hold only while a rule does, or stand elsewhere. Default: none.</summary>
    public ValueList<CibAttributeSet> FurtherAttributes { get; init; } = [];

    /// <summary>How much of each capacity the node has, whole numbers.</summary>
    public AttributeMap Utilization { get; init; } = AttributeMap.Empty;

    /// <summary>Capacities that have a score, hold only while a rule does, or stand elsewhere. Default: none.</summary>
    public ValueList<CibAttributeSet> FurtherUtilization { get; init; } = [];

    /// <inheritdoc/>
    public override string Tag => "node";

    /// <inheritdoc/>
    internal override bool IsShared => true;
}
