using HaIac.Protocol.Properties;

namespace Pulumi.Experimental.Provider;

/// <summary>An archive of which only the hash is known here; the engine keeps the content to itself in diffs, reads and deletes.</summary>
internal sealed class HashedArchive : Archive
{
    internal override WireValue ToWire() => new WireArchive(WireAssetKind.None, string.Empty, null, Hash);
}
