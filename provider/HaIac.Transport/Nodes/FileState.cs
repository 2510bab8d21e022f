namespace HaIac.Transport.Nodes;

/// <summary>A file on a node at one moment.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Exists">Whether there is a regular file at the path.</param>
public sealed record FileState(string Path, bool Exists)
{
    /// <summary>SHA-256 of its content in lower-case hex; empty if there is none.</summary>
    public string Checksum { get; init; } = "";

    /// <summary>Permission bits as octal text: <c>0755</c>; empty if there is none.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Owner and group: <c>root:root</c>; empty if there is none.</summary>
    public string Owner { get; init; } = "";
}
