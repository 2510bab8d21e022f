using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>A directory or file of the host that the containers of a bundle see. Set <see cref="SourceDir"/> or <see cref="SourceDirRoot"/>.</summary>
/// <remarks>It is known by its id where one is declared, else by its target. Source: Pacemaker Explained, Bundles, Bundle Storage Properties.</remarks>
public sealed record StorageMapping
{
    /// <summary>Its id. Default: null, one from the bundle's: <c>BUNDLE-storage-map</c>.</summary>
    public CibId? Id { get; init; }

    /// <summary>The path on the host, the same for all replicas.</summary>
    public string? SourceDir { get; init; }

    /// <summary>The start of a path on the host; each replica has a directory of its own name below it.</summary>
    public string? SourceDirRoot { get; init; }

    /// <summary>The path inside the container.</summary>
    public required string TargetDir { get; init; }

    /// <summary>Options for the technology's mount (<c>rw</c>, <c>Z</c>). Default: null, the technology's own.</summary>
    public string? Options { get; init; }
}
