using HaIac.Cib.Values;

namespace HaIac.Transport.Observing;

/// <summary>An outermost resource with all instances inside it.</summary>
public sealed record ResourceStatus
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>True if it is a clone whose instances can be promoted.</summary>
    public bool Promotable { get; init; }

    /// <summary>True if an operator stopped it as a whole (<c>target-role=Stopped</c>), as far as the report says.</summary>
    public bool Disabled { get; init; }

    /// <summary>The instances of all primitives inside it; of a primitive its own one.</summary>
    public ValueList<ResourceInstance> Instances { get; init; } = [];

    /// <summary>True if any instance runs.</summary>
    public bool Active => Instances.Any(i => i.Active);
}
