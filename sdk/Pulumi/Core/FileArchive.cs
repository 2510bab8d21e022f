namespace Pulumi;

/// <summary>A folder or an archive file on disk.</summary>
public sealed class FileArchive : Archive
{
    /// <summary>Names the content.</summary>
    /// <param name="path">Path; a relative one starts at the program's folder.</param>
    public FileArchive(string path)
        : base("path", path)
    {
    }
}
