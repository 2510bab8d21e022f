using Google.Protobuf.WellKnownTypes;

namespace HaIac.Protocol.Properties;

/// <summary>Turns property values into protobuf structures.</summary>
public static class WireWriter
{
    /// <summary>Writes the fields of an object.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="options">What the peer understands.</param>
    public static Struct ToStruct(WireObject fields, WireMarshalOptions options)
    {
        var result = new Struct();
        foreach (var (key, value) in fields)
        {
            if (ToValue(value, options) is { } written && !(options.DropNulls && written.KindCase == Value.KindOneofCase.NullValue))
            {
                result.Fields[key] = written;
            }
        }

        return result;
    }

    /// <summary>Writes one value; null when it is unknown and unknown values are left out.</summary>
    /// <param name="value">The value.</param>
    /// <param name="options">What the peer understands.</param>
    public static Value? ToValue(WireValue value, WireMarshalOptions options) => value switch
    {
        WireNull => Value.ForNull(),
        WireBool b => Value.ForBool(b.Value),
        WireNumber n => Value.ForNumber(n.Value),
        WireText t => Value.ForString(t.Value),
        WireList l => Value.ForList([.. l.Items.Select(item => ToValue(item, options) ?? Value.ForNull())]),
        WireMap m => Value.ForStruct(ToStruct(m.Fields, options)),
        WireUnknown => options.KeepUnknowns ? Value.ForString(WireSignatures.Unknown) : null,
        WireSecret s => Secret(s, options),
        WireAsset a => Asset(a),
        WireArchive a => Archive(a, options),
        WireReference r => Reference(r, options),
        WireOutput o => Output(o, options),
        _ => throw new ArgumentException($"Bug in HaIac: values of type {value.GetType().Name} cannot be written.", nameof(value)),
    };

    private static Value? Secret(WireSecret secret, WireMarshalOptions options)
    {
        var plain = ToValue(secret.Value, options);
        return plain is null || !options.KeepSecrets ? plain : Special(WireSignatures.Secret, ("value", plain));
    }

    private static Value Asset(WireAsset asset) =>
        WithHash(
            asset.Kind == WireAssetKind.None
                ? Special(WireSignatures.Asset)
                : Special(WireSignatures.Asset, (FieldOf(asset.Kind), Value.ForString(asset.Content))),
            asset.Hash);

    private static Value Archive(WireArchive archive, WireMarshalOptions options) =>
        WithHash(
            archive.Kind switch
            {
                WireAssetKind.None => Special(WireSignatures.Archive),
                WireAssetKind.Assets => Special(
                    WireSignatures.Archive, ("assets", Value.ForStruct(ToStruct(archive.Assets ?? WireObject.Empty, options)))),
                _ => Special(WireSignatures.Archive, (FieldOf(archive.Kind), Value.ForString(archive.Content))),
            },
            archive.Hash);

    private static Value? Reference(WireReference reference, WireMarshalOptions options)
    {
        if (!options.KeepReferences)
        {
            return reference.Id is null ? Value.ForString(reference.Urn) : ToValue(reference.Id, options);
        }

        var result = Special(WireSignatures.ResourceReference, ("urn", Value.ForString(reference.Urn)));
        if (reference.Id is not null)
        {
            // An id that is not known yet travels as an empty text inside references.
            result.StructValue.Fields["id"] = reference.Id is WireText text ? Value.ForString(text.Value) : Value.ForString(string.Empty);
        }

        if (!string.IsNullOrEmpty(reference.PackageVersion))
        {
            result.StructValue.Fields["packageVersion"] = Value.ForString(reference.PackageVersion);
        }

        return result;
    }

    private static Value? Output(WireOutput output, WireMarshalOptions options)
    {
        if (!options.KeepOutputs)
        {
            var plain = output.Value ?? WireUnknown.Instance;
            return ToValue(output.Secret && output.Value is not null ? new WireSecret(plain) : plain, options);
        }

        var result = Special(WireSignatures.OutputValue);
        if (output.Value is not null && ToValue(output.Value, options) is { } value)
        {
            result.StructValue.Fields["value"] = value;
        }

        if (output.Secret)
        {
            result.StructValue.Fields["secret"] = Value.ForBool(true);
        }

        if (output.Dependencies.Count > 0)
        {
            result.StructValue.Fields["dependencies"] = Value.ForList([.. output.Dependencies.Select(Value.ForString)]);
        }

        return result;
    }

    private static string FieldOf(WireAssetKind kind) => kind switch
    {
        WireAssetKind.Text => "text",
        WireAssetKind.Path => "path",
        _ => "uri",
    };

    private static Value WithHash(Value value, string? hash)
    {
        if (!string.IsNullOrEmpty(hash))
        {
            value.StructValue.Fields["hash"] = Value.ForString(hash);
        }

        return value;
    }

    private static Value Special(string signature, params ReadOnlySpan<(string Key, Value Value)> fields)
    {
        var result = new Struct { Fields = { [WireSignatures.Key] = Value.ForString(signature) } };
        foreach (var (key, value) in fields)
        {
            result.Fields[key] = value;
        }

        return Value.ForStruct(result);
    }
}
