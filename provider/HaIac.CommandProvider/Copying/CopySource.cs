using System.Text;
using HaIac.CommandProvider.Findings;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Copying;

/// <summary>What is copied.</summary>
/// <param name="Path">Full path of a file or folder of this host; null for a text.</param>
/// <param name="Text">The text; null for a path.</param>
/// <param name="ContentOnly">True if the path was written with a slash at its end: then what is in the folder goes into an existing folder, not the folder itself.</param>
internal sealed record CopySource(string? Path, string? Text, bool ContentOnly)
{
    /// <summary>What it is called in messages.</summary>
    public string Name => Path ?? "the text";

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Path is not null && Directory.Exists(Path);

    /// <summary>Reads a source, and looks whether it is there.</summary>
    /// <param name="source">The property.</param>
    /// <param name="directory">Where relative paths start.</param>
    /// <param name="where">The resource and property, for messages.</param>
    public static CopySource Of(FileSource source, string directory, string where) => source.Kind switch
    {
        FileSourceKind.Text => new(null, source.Content, false),
        FileSourceKind.Path => OfPath(source.Content, directory, where),
        _ => throw new FindingException(new(
            FindingCode.NoSource, "The engine did not send what is to be copied.", where, "It knows only the hash of it.", "Run up again without --target and --refresh, or replace the resource.")),
    };

    /// <summary>A path as a source.</summary>
    public static CopySource OfPath(string path, string directory, string where)
    {
        var full = System.IO.Path.GetFullPath(path, directory);
        if (!File.Exists(full) && !Directory.Exists(full))
        {
            throw new FindingException(new(
                FindingCode.NoSource, $"There is no file or folder {full}.", where, $"Relative paths start from the folder of the program, {directory}.",
                "Correct the path, or let a resource create it that this one depends on."));
        }

        return new(System.IO.Path.TrimEndingDirectorySeparator(full), null, path.EndsWith('/'));
    }

    /// <summary>The content of a text or of a file in or at the path.</summary>
    /// <param name="file">Full path of the file; null for the source itself.</param>
    public Stream Open(string? file = null) => Text is { } text ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : File.OpenRead(file ?? Path!);
}
