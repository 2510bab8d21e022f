using System.Collections.Immutable;
using Pulumi;

namespace HaIac.Cib;

/// <summary>Containers of one image on several nodes, each with a resource inside if one is given.</summary>
public sealed class Bundle : CustomResource, IOrdered
{
    /// <summary>Declares the object.</summary>
    /// <param name="name">Name of the resource, and id in the CIB unless the arguments give one.</param>
    /// <param name="args">What the object holds.</param>
    /// <param name="options">Pulumi's options.</param>
    public Bundle(string name, BundleArgs args, CustomResourceOptions? options = null)
        : base("haiac:cib:Bundle", name, args, options) => OrderPoints = [new OrderPoint(name, args.CibId ?? name)];

    /// <summary>Ids of its objects in the CIB.</summary>
    [Output("cibIds")]
    public Output<ImmutableArray<string>> CibIds { get; private set; } = null!;

    /// <summary>Names of the nodes on which each resource runs, by CIB id; as of the last update.</summary>
    [Output("runningOn")]
    public Output<ImmutableDictionary<string, ImmutableArray<string>>> RunningOn { get; private set; } = null!;

    /// <inheritdoc />
    public ImmutableArray<OrderPoint> OrderPoints { get; }
}
