using System.Collections.Immutable;
using HaIac.Cib;
using HaIac.Findings;

namespace HaIac;

/// <summary>The CIB objects that one service becomes. They enter and leave the cluster in one transaction.</summary>
/// <remarks>At most one of <see cref="Primitive"/>, <see cref="Group"/>, <see cref="Cloned"/> and <see cref="Bundle"/> is set.</remarks>
public sealed record Composition
{
    /// <summary>No cluster object: the init system runs the service.</summary>
    public static Composition Empty { get; } = new();

    /// <summary>The resource itself if nothing is around it.</summary>
    public PrimitiveArgs? Primitive { get; init; }

    /// <summary>Resources that run together, in order.</summary>
    public GroupArgs? Group { get; init; }

    /// <summary>The clone with the resource or the group inside.</summary>
    public CloneArgs? Cloned { get; init; }

    /// <summary>Containers, with the resource inside if there is one.</summary>
    public BundleArgs? Bundle { get; init; }

    /// <summary>Order constraints that belong to the service.</summary>
    public ImmutableArray<OrderConstraintArgs> Orders { get; init; } = [];

    /// <summary>Colocation constraints that belong to the service.</summary>
    public ImmutableArray<ColocationConstraintArgs> Colocations { get; init; } = [];

    /// <summary>Location constraints that belong to the service.</summary>
    public ImmutableArray<LocationConstraintArgs> Locations { get; init; } = [];

    /// <summary>Id of the outermost object, by which constraints name the service; null without one.</summary>
    public string? OuterId { get; init; }

    /// <summary>Name of the agent of the primitive, by which scripts find their place; null if there are several or none.</summary>
    public string? AgentName { get; init; }

    /// <summary>Scripts that must be on the nodes first.</summary>
    internal ImmutableArray<ScriptArgs> Scripts { get; init; } = [];

    /// <summary>What is odd about it, but may be meant.</summary>
    internal ImmutableArray<SdkFinding> Warnings { get; init; } = [];
}
