using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Tags;

/// <summary>A name for several objects: constraints and commands that name it mean all its members.</summary>
/// <remarks>Source: Pacemaker Explained, Tagging Configuration Elements; tags-3.3.rng.</remarks>
public sealed record CibTag : CibObject
{
    /// <summary>The ids of its members, at least one; those that others add survive. Their order means nothing to the cluster.</summary>
    public required ValueList<CibId> Members { get; init; }

    /// <inheritdoc/>
    public override string Tag => "tag";
}
