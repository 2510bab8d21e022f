using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>Containers of one image, run by the cluster in several replicas, with a primitive inside each if one is given.</summary>
/// <remarks>Source: Pacemaker Explained, Bundles; resources-3.9.rng element-bundle.</remarks>
public sealed record CibBundle : CibResource
{
    /// <summary>The containers: by which technology, of which image, how many.</summary>
    public required BundleContainer Container { get; init; }

    /// <summary>Addresses and ports of the replicas.</summary>
    /// <value>Default: null, no addresses; a primitive inside then needs the host's network.</value>
    public BundleNetwork? Network { get; init; }

    /// <summary>Directories and files of the host that each container sees. Default: none.</summary>
    public ValueList<StorageMapping> Storage { get; init; } = [];

    /// <summary>What the cluster runs inside each container.</summary>
    /// <value>Default: null, the containers run whatever their image starts.</value>
    public CibPrimitive? Primitive { get; init; }

    /// <summary>How many replicas there are in the whole cluster, by Pacemaker's rule where none is set.</summary>
    public int ReplicaCount => Container.Replicas ?? Math.Max(Container.PromotedMax ?? 0, 1);

    /// <summary>Whether instances of the primitive inside can be promoted.</summary>
    public bool Promotable => Primitive is not null && Container.PromotedMax > 0;

    /// <inheritdoc/>
    public override string Tag => "bundle";
}
