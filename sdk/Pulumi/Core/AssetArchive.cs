using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>
/// Files, texts and archives put together under names of their own; an archive inside keeps its members under its name.
/// Later changes to the dictionary do not change the archive.
/// </summary>
/// <param name="assets">The members by name; a name may hold slashes, a member may not be <c>null</c>.</param>
/// <exception cref="ArgumentException">A member is <c>null</c>.</exception>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    internal ImmutableDictionary<string, AssetOrArchive> Assets { get; } = Checked(assets);

    // An object with the mark, and inside it the object with the members.
    internal override int Levels { get; } = 2 + assets.Values.Select(a => a.Levels).DefaultIfEmpty().Max();

    internal override WireValue ToWire() => new WireArchive(
        WireAssetKind.Assets,
        string.Empty,
        WireObject.Create(Assets.Select(a => KeyValuePair.Create(a.Key, a.Value.ToWire()))),
        Hash);

    private static ImmutableDictionary<string, AssetOrArchive> Checked(IDictionary<string, AssetOrArchive> assets)
    {
        ArgumentNullException.ThrowIfNull(assets);
        return assets.FirstOrDefault(a => a.Value is null) is { Key: { } name }
            ? throw new ArgumentException($"The member '{name}' of the archive is null; leave it out, or give it an asset or an archive.", nameof(assets))
            : assets.ToImmutableDictionary();
    }
}
