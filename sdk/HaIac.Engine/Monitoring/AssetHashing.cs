using System.Security.Cryptography;
using System.Text;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Monitoring;

/// <summary>Puts the hash of its content into every asset, so that changes are seen without the content.</summary>
/// <param name="programDirectory">Where relative paths start.</param>
/// <remarks>Source: pulumi-protocol.md 5. Archives are hashed by <see cref="ArchiveHashing"/>.</remarks>
internal sealed class AssetHashing(string programDirectory)
{
    private readonly ArchiveHashing archives = new(programDirectory);

    /// <summary>The object with hashes.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public WireObject Apply(WireObject fields) =>
        WireObject.Create(fields.Select(pair => KeyValuePair.Create(pair.Key, Apply(pair.Value))));

    private WireValue Apply(WireValue value) => value switch
    {
        WireAsset { Hash: null or "" } asset => Hashed(asset),
        WireArchive { Hash: null or "" } archive => archive with
        {
            Hash = archives.Hash(archive),
            Assets = archive.Assets is { } members ? Apply(members) : null,
        },
        WireSecret secret => new WireSecret(Apply(secret.Value)),
        WireOutput { Value: { } inner } output => output with { Value = Apply(inner) },
        WireList list => new WireList(list.Items.Select(Apply).ToValueList()),
        WireMap map => new WireMap(Apply(map.Fields)),
        _ => value,
    };

    private WireAsset Hashed(WireAsset asset) => asset.Kind switch
    {
        WireAssetKind.Text => asset with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asset.Content))) },
        WireAssetKind.Path => asset with { Hash = HashFile(asset.Content) },
        _ => asset,
    };

    private string HashFile(string path)
    {
        try
        {
            using var stream = File.OpenRead(Path.GetFullPath(path, programDirectory));
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"the file of an asset cannot be read: {e.Message}", e);
        }
    }
}
