namespace Pulumi;

/// <summary>A file behind an address, as an asset.</summary>
public sealed class RemoteAsset : Asset
{
    /// <summary>Names the content.</summary>
    /// <param name="uri">Address with scheme http, https or file.</param>
    public RemoteAsset(string uri)
        : base("uri", uri)
    {
    }
}
