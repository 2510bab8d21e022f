using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>A file on the machine where the program runs. The engine reads it and compares by content, so a renamed file is no change.</summary>
/// <param name="path">Path of the file, relative to the program folder.</param>
public sealed class FileAsset(string path) : Asset
{
    internal string Content { get; } = path ?? throw new ArgumentNullException(nameof(path));

    internal override WireValue ToWire() => new WireAsset(WireAssetKind.Path, Content, Hash);
}
