namespace Pulumi;

/// <summary>An archive file behind an address.</summary>
public sealed class RemoteArchive : Archive
{
    /// <summary>Names the content.</summary>
    /// <param name="uri">Address with scheme http, https or file.</param>
    public RemoteArchive(string uri)
        : base("uri", uri)
    {
    }
}
