using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>A file that is fetched from elsewhere.</summary>
/// <param name="uri">Address; schemes http, https and file.</param>
public sealed class RemoteAsset(string uri) : Asset
{
    internal string Content { get; } = uri ?? throw new ArgumentNullException(nameof(uri));

    internal override WireValue ToWire() => new WireAsset(WireAssetKind.Uri, Content, Hash);
}
