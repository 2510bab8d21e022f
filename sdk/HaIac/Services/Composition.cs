using System.Collections.Immutable;
using HaIac.Cib;

namespace HaIac;

/// <summary>The CIB objects that one service becomes. They enter and leave the cluster in one transaction.</summary>
public sealed record Composition
{
    /// <summary>No cluster object: the init system runs the service.</summary>
    public static Composition Empty { get; } = new();

    /// <summary>The resource itself if it is not cloned; null with <see cref="Cloned"/>.</summary>
    public PrimitiveArgs? Primitive { get; init; }

    /// <summary>The clone with the resource inside; null with <see cref="Primitive"/>.</summary>
    public CloneArgs? Cloned { get; init; }

    /// <summary>Order constraints that belong to the service.</summary>
    public ImmutableArray<OrderConstraintArgs> Orders { get; init; } = [];

    /// <summary>Colocation constraints that belong to the service.</summary>
    public ImmutableArray<ColocationConstraintArgs> Colocations { get; init; } = [];

    /// <summary>Id of the outermost object, by which constraints name the service; null without one.</summary>
    public string? OuterId { get; init; }
}
