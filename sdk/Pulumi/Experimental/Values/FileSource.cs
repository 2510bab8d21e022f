using HaIac.Protocol.Properties;

namespace Pulumi.Experimental;

/// <summary>What a provider may know of an asset or archive that it was given. Not in the official SDK.</summary>
public sealed class FileSource
{
    private FileSource(FileSourceKind kind, string content, string? hash)
    {
        Kind = kind;
        Content = content;
        Hash = string.IsNullOrEmpty(hash) ? null : hash;
    }

    /// <summary>Where the content is.</summary>
    public FileSourceKind Kind { get; }

    /// <summary>The text, path or address; empty for the other kinds.</summary>
    public string Content { get; }

    /// <summary>Hash of the content as the engine computed it, lower-case hexadecimal SHA-256; null if it did not.</summary>
    public string? Hash { get; }

    /// <summary>Reads an asset or archive.</summary>
    /// <param name="value">The value.</param>
    public static FileSource Of(AssetOrArchive value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.ToWire() switch
        {
            WireAsset asset => new(KindOf(asset.Kind), asset.Content, asset.Hash),
            WireArchive archive => new(KindOf(archive.Kind), archive.Content, archive.Hash),
            _ => new(FileSourceKind.HashOnly, "", null),
        };
    }

    /// <summary>A file of the host of the engine as an asset whose hash is known.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="hash">Hash of its content, lower-case hexadecimal SHA-256.</param>
    public static Asset HashedFile(string path, string hash) => new FileAsset(path) { Hash = hash };

    private static FileSourceKind KindOf(WireAssetKind kind) => kind switch
    {
        WireAssetKind.Text => FileSourceKind.Text,
        WireAssetKind.Path => FileSourceKind.Path,
        WireAssetKind.Uri => FileSourceKind.Uri,
        WireAssetKind.Assets => FileSourceKind.Members,
        _ => FileSourceKind.HashOnly,
    };
}
