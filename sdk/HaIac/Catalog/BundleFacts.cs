namespace HaIac.Catalog;

/// <summary>The form of a daemon in containers.</summary>
/// <param name="ControlPort">Port on which the cluster talks to what is inside; null: nothing is inside, the image starts the daemon.</param>
/// <remarks>Source: the service table of the design, section 4.3.</remarks>
internal sealed record BundleFacts(int? ControlPort)
{
    /// <summary>Whether every instance is to be promoted, not only one.</summary>
    public bool PromotesAll { get; init; }

    /// <summary>What the containers see of the host.</summary>
    public IReadOnlyList<Mount> Storage { get; init; } = [];

    /// <summary>A path of the host at the same place in the container.</summary>
    /// <param name="Path">The path.</param>
    /// <param name="Options">Options of the mount.</param>
    internal sealed record Mount(string Path, string Options = "rw");
}
