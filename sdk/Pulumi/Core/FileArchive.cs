using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>A folder, or an archive file, on the machine where the program runs.</summary>
/// <param name="path">Path of the folder or of the file (.tar, .tgz, .tar.gz, .zip, .jar), relative to the program folder.</param>
public sealed class FileArchive(string path) : Archive
{
    internal string Content { get; } = path ?? throw new ArgumentNullException(nameof(path));

    internal override WireValue ToWire() => new WireArchive(WireAssetKind.Path, Content, null, Hash);
}
