using System.Collections.Immutable;
using Pulumi;

namespace HaIac.Cib;

/// <summary>Prefers, forces or forbids a node for a resource.</summary>
public sealed class LocationConstraint : CustomResource
{
    /// <summary>Declares the object.</summary>
    /// <param name="name">Name of the resource, and id in the CIB unless the arguments give one.</param>
    /// <param name="args">What the object holds.</param>
    /// <param name="options">Pulumi's options.</param>
    public LocationConstraint(string name, LocationConstraintArgs args, CustomResourceOptions? options = null)
        : base("haiac:cib:LocationConstraint", name, args, options)
    {
    }

    /// <summary>Ids of its objects in the CIB.</summary>
    [Output("cibIds")]
    public Output<ImmutableArray<string>> CibIds { get; private set; } = null!;
}
