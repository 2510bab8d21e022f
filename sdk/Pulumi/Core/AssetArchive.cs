using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An archive put together from named assets and archives.</summary>
public sealed class AssetArchive : Archive
{
    /// <summary>Puts the parts together.</summary>
    /// <param name="assets">Path inside the archive to content.</param>
    public AssetArchive(IDictionary<string, AssetOrArchive> assets)
        : base("assets", (assets ?? throw new ArgumentNullException(nameof(assets))).ToImmutableDictionary())
    {
    }
}
