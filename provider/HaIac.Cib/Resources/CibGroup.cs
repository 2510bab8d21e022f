using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>Primitives that run on one node, start in this order and stop in the reverse order.</summary>
/// <remarks>Source: Pacemaker Explained, Groups; resources-3.9.rng element-group.</remarks>
public sealed record CibGroup : CibResource
{
    /// <summary>The members in their start order; at least one.</summary>
    public required ValueList<CibPrimitive> Primitives { get; init; }

    /// <inheritdoc/>
    public override string Tag => "group";
}
