using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi.Experimental;

/// <summary>Equality of what property values hold; the collections of the platform compare by reference.</summary>
internal static class PropertyContent
{
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (ImmutableArray<PropertyValue> a, ImmutableArray<PropertyValue> b) => a.SequenceEqual(b),
        (ImmutableDictionary<string, PropertyValue> a, ImmutableDictionary<string, PropertyValue> b) =>
            a.Count == b.Count && a.All(field => b.TryGetValue(field.Key, out var other) && field.Value.Equals(other)),
        (AssetOrArchive a, AssetOrArchive b) => SameFiles(a.ToWire(), b.ToWire()),
        _ => Equals(left, right),
    };

    public static int Hash(object? content)
    {
        var hash = default(HashCode);
        switch (content)
        {
            case ImmutableArray<PropertyValue> items:
                foreach (var item in items)
                {
                    hash.Add(item);
                }

                break;
            case ImmutableDictionary<string, PropertyValue> fields:
                // The order of a map is not defined, so its parts are added up.
                hash.Add(fields.Aggregate(0, (sum, field) => unchecked(sum + HashCode.Combine(field.Key, field.Value))));
                break;
            case AssetOrArchive:
                // A file with a hash may equal one from elsewhere with the same hash.
                break;
            default:
                hash.Add(content);
                break;
        }

        return hash.ToHashCode();
    }

    /// <summary>Files are the same when their hashes are, wherever they come from; without hashes when they come from the same place.</summary>
    private static bool SameFiles(WireValue left, WireValue right) => (left, right) switch
    {
        (WireAsset { Hash: { } a }, WireAsset { Hash: { } b }) => a == b,
        (WireArchive { Hash: { } a }, WireArchive { Hash: { } b }) => a == b,
        (WireAsset a, WireAsset b) => a with { Hash = null } == b with { Hash = null },
        (WireArchive a, WireArchive b) => a with { Hash = null } == b with { Hash = null },
        _ => false,
    };
}
