using HaIac.Protocol.Properties;

namespace Pulumi.Experimental.Provider;

/// <summary>Files and archives of the wire as the public types. The engine sends some with their hash only.</summary>
internal static class WireFiles
{
    public static Asset Asset(WireAsset asset) => asset.Kind switch
    {
        WireAssetKind.Text => new StringAsset(asset.Content) { Hash = asset.Hash },
        WireAssetKind.Path => new FileAsset(asset.Content) { Hash = asset.Hash },
        WireAssetKind.Uri => new RemoteAsset(asset.Content) { Hash = asset.Hash },
        _ => new HashedAsset { Hash = asset.Hash },
    };

    public static Archive Archive(WireArchive archive) => archive.Kind switch
    {
        WireAssetKind.Assets => new AssetArchive(
            (archive.Assets ?? WireObject.Empty).ToDictionary(member => member.Key, member => Member(member.Key, member.Value)))
        {
            Hash = archive.Hash,
        },
        WireAssetKind.Path => new FileArchive(archive.Content) { Hash = archive.Hash },
        WireAssetKind.Uri => new RemoteArchive(archive.Content) { Hash = archive.Hash },
        _ => new HashedArchive { Hash = archive.Hash },
    };

    private static AssetOrArchive Member(string name, WireValue value) => value switch
    {
        WireAsset asset => Asset(asset),
        WireArchive archive => Archive(archive),
        _ => throw new FormatException($"Member \"{name}\" of an archive is neither a file nor an archive."),
    };
}
