using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>Files and archives put together under names of their own.</summary>
/// <param name="assets">The members by name; a name may hold slashes.</param>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    internal ImmutableDictionary<string, AssetOrArchive> Assets { get; } = assets.ToImmutableDictionary();

    internal override WireValue ToWire() => new WireArchive(
        WireAssetKind.Assets,
        string.Empty,
        WireObject.Create(Assets.Select(a => KeyValuePair.Create(a.Key, a.Value.ToWire()))),
        Hash);
}
