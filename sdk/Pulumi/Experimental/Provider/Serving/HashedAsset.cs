using HaIac.Protocol.Properties;

namespace Pulumi.Experimental.Provider;

/// <summary>A file of which only the hash is known here; the engine keeps the content to itself in diffs, reads and deletes.</summary>
internal sealed class HashedAsset : Asset
{
    internal override WireValue ToWire() => new WireAsset(WireAssetKind.None, string.Empty, Hash);
}
