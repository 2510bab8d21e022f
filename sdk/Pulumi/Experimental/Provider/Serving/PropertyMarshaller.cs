using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;

namespace Pulumi.Experimental.Provider;

/// <summary>Property values of providers to values of the wire and back.</summary>
internal static class PropertyMarshaller
{
    public static Struct ToStruct(IDictionary<string, PropertyValue> properties, WireMarshalOptions accepted) =>
        WireWriter.ToStruct(ToWire(properties, 0), accepted);

    public static ImmutableDictionary<string, PropertyValue> FromWire(WireObject fields) =>
        fields.ToImmutableDictionary(field => field.Key, field => FromWire(field.Value));

    public static PropertyValue FromWire(WireValue value) => value switch
    {
        WireNull => PropertyValue.Null,
        WireBool b => new PropertyValue(b.Value),
        WireNumber n => new PropertyValue(n.Value),
        WireText t => new PropertyValue(t.Value),
        WireList list => new PropertyValue([.. list.Items.Select(FromWire)]),
        WireMap map => new PropertyValue(FromWire(map.Fields)),
        WireUnknown => PropertyValue.Computed,
        WireSecret secret => FromWire(secret.Value).WithSecret(true),
        WireOutput output => FromOutput(output),
        WireAsset asset => new PropertyValue(WireFiles.Asset(asset)),
        WireArchive archive => new PropertyValue(WireFiles.Archive(archive)),
        WireReference reference => new PropertyValue(FromReference(reference)),
        _ => throw new FormatException($"Values of kind {value.GetType().Name} mean nothing to providers."),
    };

    public static ResourceReference FromReference(WireReference reference) =>
        new(new Urn(reference.Urn), reference.Id is null ? null : FromWire(reference.Id), reference.PackageVersion ?? string.Empty);

    public static WireValue ToWire(PropertyValue value) => ToWire(value, 0);

    private static WireObject ToWire(IEnumerable<KeyValuePair<string, PropertyValue>> properties, int depth) =>
        WireObject.Create(properties.Select(p => KeyValuePair.Create(p.Key, ToWire(p.Value, depth))));

    private static WireValue ToWire(PropertyValue? value, int depth)
    {
        if (value is null)
        {
            // Providers forget values; an absent one is what they mean.
            return WireNull.Instance;
        }

        if (depth >= ProtobufReading.MaxNesting)
        {
            // No peer reads it, and writing it on would end the process.
            throw new InvalidOperationException($"A value is nested deeper than {ProtobufReading.MaxNesting} levels.");
        }

        // Marks are objects of their own on the wire, so they count as levels.
        var inside = depth + (value.IsSecret || !value.Dependencies.IsEmpty ? 2 : 1);
        var plain = value.Match<WireValue>(
            () => WireNull.Instance,
            b => new WireBool(b),
            n => new WireNumber(n),
            s => new WireText(s),
            items => new WireList(items.Select(item => ToWire(item, inside)).ToValueList()),
            fields => new WireMap(ToWire(fields, inside)),
            asset => asset.ToWire(),
            archive => archive.ToWire(),
            reference => new WireReference(
                reference.URN, reference.Id is null ? null : ToWire(reference.Id, inside), reference.PackageVersion),
            () => WireUnknown.Instance);
        if (!value.Dependencies.IsEmpty)
        {
            return new WireOutput(
                value.IsComputed ? null : plain,
                value.IsSecret,
                value.Dependencies.Select(urn => urn.Value).Order(StringComparer.Ordinal).ToValueList());
        }

        return value.IsSecret ? new WireSecret(plain) : plain;
    }

    private static PropertyValue FromOutput(WireOutput output)
    {
        var inner = output.Value is null ? PropertyValue.Computed : FromWire(output.Value);
        return inner
            .WithSecret(output.Secret || inner.IsSecret)
            .WithDependencies(inner.Dependencies.Union(output.Dependencies.Select(urn => new Urn(urn))));
    }
}
