using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Fencing;

/// <summary>One level of the fencing topology: devices that must all succeed to fence a node. If one fails, the next level is tried.</summary>
/// <remarks>
/// Says which nodes by one of <see cref="Target"/>, <see cref="TargetPattern"/>, and <see cref="TargetAttribute"/> with
/// <see cref="TargetValue"/>. Source: Pacemaker Explained, Fencing, Fencing Topologies; fencing-2.4.rng element-level.
/// </remarks>
public sealed record FencingLevel : CibObject
{
    /// <summary>The highest index that Pacemaker looks at; the schema accepts more.</summary>
    public const int HighestIndex = 9;

    /// <summary>The node. Default: null.</summary>
    public NodeName? Target { get; init; }

    /// <summary>All nodes whose names match (<c>target-pattern</c>): a POSIX extended regular expression, found anywhere in the name. Default: null.</summary>
    public string? TargetPattern { get; init; }

    /// <summary>All nodes on which this attribute has the value <see cref="TargetValue"/> (<c>target-attribute</c>). Default: null.</summary>
    public string? TargetAttribute { get; init; }

    /// <summary>The value of <see cref="TargetAttribute"/> (<c>target-value</c>). Default: null.</summary>
    public string? TargetValue { get; init; }

    /// <summary>The order in which the levels of a node are tried, the lowest first; levels with the same target and index are one.</summary>
    /// <value>1 to 9.</value>
    public required int Index { get; init; }

    /// <summary>The fencing devices, in the order in which they are used; at least one.</summary>
    public required ValueList<CibId> Devices { get; init; }

    /// <inheritdoc/>
    public override string Tag => "fencing-level";
}
