using System.Collections.Immutable;
using Pulumi;

namespace HaIac.Cib;

/// <summary>Properties of the whole cluster. Properties that others set are left alone.</summary>
public sealed class ClusterProperties : CustomResource
{
    /// <summary>Declares the object.</summary>
    /// <param name="name">Name of the resource, and id in the CIB unless the arguments give one.</param>
    /// <param name="args">What the object holds.</param>
    /// <param name="options">Pulumi's options.</param>
    public ClusterProperties(string name, ClusterPropertiesArgs args, CustomResourceOptions? options = null)
        : base("haiac:cib:ClusterProperties", name, args, options)
    {
    }

    /// <summary>Ids of its objects in the CIB.</summary>
    [Output("cibIds")]
    public Output<ImmutableArray<string>> CibIds { get; private set; } = null!;
}
