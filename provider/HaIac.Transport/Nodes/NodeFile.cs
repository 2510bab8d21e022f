using System.Security.Cryptography;
using System.Text;

namespace HaIac.Transport.Nodes;

/// <summary>A file as it should be on a node.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Content">Its whole text.</param>
public sealed record NodeFile(string Path, string Content)
{
    /// <summary>Permission bits as octal text. Default: 0644.</summary>
    public string Mode { get; init; } = "0644";

    /// <summary>Owner and group. Default: root:root.</summary>
    public string Owner { get; init; } = "root:root";

    /// <summary>SHA-256 of its content in lower-case hex.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));

    /// <summary>The state of a node's file that is just so.</summary>
    public FileState State => new(Path, Exists: true) { Checksum = Checksum, Mode = Mode.PadLeft(4, '0'), Owner = Owner };

    /// <summary>Path and checksum; the content may be long or secret.</summary>
    public override string ToString() => $"{Path} ({Checksum[..12]})";
}
