namespace HaIac.Cib.Resources;

/// <summary>The containers of a bundle.</summary>
/// <remarks>Source: Pacemaker Explained, Bundles, Bundle Container Properties; resources-3.9.rng element-bundle.</remarks>
public sealed record BundleContainer
{
    /// <summary>What runs the containers.</summary>
    public required ContainerTechnology Technology { get; init; }

    /// <summary>The image, as the technology names it; it must be on every node.</summary>
    public required string Image { get; init; }

    /// <summary>How many replicas run in the whole cluster.</summary>
    /// <value>Containers, 1 or more; default null, which Pacemaker takes for <see cref="PromotedMax"/> if that is above 0, else 1.</value>
    public int? Replicas { get; init; }

    /// <summary>How many replicas may run on one node.</summary>
    /// <value>Containers per node, 1 or more; default null, which Pacemaker takes for 1.</value>
    public int? ReplicasPerHost { get; init; }

    /// <summary>How many instances of the primitive inside may be promoted at once.</summary>
    /// <value>Instances, 0 to <see cref="Replicas"/>; default null, which Pacemaker takes for 0: not promotable.</value>
    public int? PromotedMax { get; init; }

    /// <summary>The old word for <see cref="PromotedMax"/>, kept as it is found; schemas to 3.9 take one of the two. Default: null.</summary>
    public int? Masters { get; init; }

    /// <summary>What runs in the container; null leaves Pacemaker's own server when there is a primitive inside, else the image's command.</summary>
    public string? RunCommand { get; init; }

    /// <summary>The network of the technology (<c>host</c>, <c>bridge</c>). Default: null, the technology's own.</summary>
    public string? Network { get; init; }

    /// <summary>Further options on the technology's command line. Default: null, none.</summary>
    public string? Options { get; init; }
}
