using System.Collections.Immutable;
using Pulumi;

namespace HaIac.Cib;

/// <summary>Places a resource where another one runs, or where it does not.</summary>
public sealed class ColocationConstraint : CustomResource
{
    /// <summary>Declares the object.</summary>
    /// <param name="name">Name of the resource, and id in the CIB unless the arguments give one.</param>
    /// <param name="args">What the object holds.</param>
    /// <param name="options">Pulumi's options.</param>
    public ColocationConstraint(string name, ColocationConstraintArgs args, CustomResourceOptions? options = null)
        : base("haiac:cib:ColocationConstraint", name, args, options)
    {
    }

    /// <summary>Ids of its objects in the CIB.</summary>
    [Output("cibIds")]
    public Output<ImmutableArray<string>> CibIds { get; private set; } = null!;
}
