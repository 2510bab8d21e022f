namespace Pulumi;

/// <summary>A file on disk, as an asset.</summary>
public sealed class FileAsset : Asset
{
    /// <summary>Names the content.</summary>
    /// <param name="path">Path; a relative one starts at the program's folder.</param>
    public FileAsset(string path)
        : base("path", path)
    {
    }
}
