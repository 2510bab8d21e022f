using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>Takes the content out of assets for calls that get their hashes only.</summary>
/// <remarks>Source: pulumi-protocol.md 4.4: full in Check, Create and the new inputs of Update, hash only elsewhere.</remarks>
internal static class AssetContent
{
    /// <summary>The same object with assets and archives reduced to their hashes.</summary>
    public static WireObject HashesOnly(WireObject fields) =>
        fields.Values.Any(Holds) ? WireObject.Create(fields.Select(pair => KeyValuePair.Create(pair.Key, HashesOnly(pair.Value)))) : fields;

    private static WireValue HashesOnly(WireValue value) => value switch
    {
        WireAsset { Hash: not null } asset => new WireAsset(WireAssetKind.None, "", asset.Hash),
        WireArchive { Hash: not null } archive => new WireArchive(WireAssetKind.None, "", null, archive.Hash),
        WireSecret secret => new WireSecret(HashesOnly(secret.Value)),
        WireList list => new WireList(list.Items.Select(HashesOnly).ToValueList()),
        WireMap map => new WireMap(HashesOnly(map.Fields)),
        _ => value,
    };

    private static bool Holds(WireValue value) => value switch
    {
        WireAsset or WireArchive => true,
        WireSecret secret => Holds(secret.Value),
        WireList list => list.Items.Any(Holds),
        WireMap map => map.Fields.Values.Any(Holds),
        _ => false,
    };
}
