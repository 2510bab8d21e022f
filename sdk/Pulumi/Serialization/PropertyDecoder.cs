using System.Collections.Immutable;
using HaIac.Protocol.Properties;
using Pulumi.Experimental.Provider;

namespace Pulumi.Serialization;

/// <summary>
/// Turns property values into plain .NET types: bool, double, string, ImmutableArray, ImmutableDictionary, assets and
/// resources. A secret or an unknown at any depth makes the whole value secret or unknown, because types have no place for it.
/// </summary>
internal static class PropertyDecoder
{
    public static DecodedValue Decode(WireValue value)
    {
        bool known = true, secret = false;
        var plain = Plain(value, ref known, ref secret);
        return new DecodedValue(known ? plain : null, known, secret);
    }

    /// <summary>Whether a field is private to the engine and to providers.</summary>
    public static bool IsPrivate(string key) => key.StartsWith("__", StringComparison.Ordinal);

    private static object? Plain(WireValue value, ref bool known, ref bool secret)
    {
        switch (value)
        {
            case WireBool b:
                return b.Value;
            case WireNumber n:
                return n.Value;
            case WireText t:
                return t.Value;
            case WireList list:
                var items = ImmutableArray.CreateBuilder<object?>(list.Items.Count);
                foreach (var item in list.Items)
                {
                    items.Add(Plain(item, ref known, ref secret));
                }

                return items.MoveToImmutable();
            case WireMap map:
                var fields = ImmutableDictionary.CreateBuilder<string, object?>();
                foreach (var (key, field) in map.Fields)
                {
                    if (!IsPrivate(key))
                    {
                        fields[key] = Plain(field, ref known, ref secret);
                    }
                }

                return fields.ToImmutable();
            case WireSecret hidden:
                secret = true;
                return Plain(hidden.Value, ref known, ref secret);
            case WireOutput output:
                secret |= output.Secret;
                return Plain(output.Value ?? WireUnknown.Instance, ref known, ref secret);
            case WireUnknown:
                known = false;
                return null;
            case WireAsset asset:
                return asset.Kind switch
                {
                    WireAssetKind.Path => new FileAsset(asset.Content),
                    WireAssetKind.Uri => new RemoteAsset(asset.Content),
                    WireAssetKind.Text => new StringAsset(asset.Content),
                    _ => WireFiles.Asset(asset),
                };
            case WireArchive archive:
                return DecodeArchive(archive, ref known, ref secret);
            case WireReference reference:
                return ReferencedResources.Resolve(reference);
            default:
                return null;
        }
    }

    private static Archive DecodeArchive(WireArchive archive, ref bool known, ref bool secret)
    {
        switch (archive.Kind)
        {
            case WireAssetKind.Path:
                return new FileArchive(archive.Content);
            case WireAssetKind.Uri:
                return new RemoteArchive(archive.Content);
            case WireAssetKind.None:
                return WireFiles.Archive(archive);
            default:
                var members = new Dictionary<string, AssetOrArchive>();
                foreach (var (name, member) in archive.Assets ?? WireObject.Empty)
                {
                    if (Plain(member, ref known, ref secret) is AssetOrArchive content)
                    {
                        members[name] = content;
                    }
                }

                return new AssetArchive(members);
        }
    }
}
