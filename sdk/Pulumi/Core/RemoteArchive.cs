using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>An archive file that the engine fetches when it needs the content; a change at the address shows as a change of the resource.</summary>
/// <param name="uri">Address; schemes http, https and file.</param>
public sealed class RemoteArchive(string uri) : Archive
{
    internal string Content { get; } = uri ?? throw new ArgumentNullException(nameof(uri));

    internal override WireValue ToWire() => new WireArchive(WireAssetKind.Uri, Content, null, Hash);
}
