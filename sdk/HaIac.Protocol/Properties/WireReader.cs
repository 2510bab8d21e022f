using Google.Protobuf.WellKnownTypes;

namespace HaIac.Protocol.Properties;

/// <summary>Turns protobuf structures into property values.</summary>
public static class WireReader
{
    /// <summary>Reads the fields of a structure; a missing structure has none.</summary>
    /// <param name="fields">The structure.</param>
    /// <exception cref="FormatException">A special value is not well formed; the text names its path.</exception>
    public static WireObject FromStruct(Struct? fields) => fields is null ? WireObject.Empty : Fields(fields, string.Empty);

    /// <summary>Reads one value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="FormatException">A special value is not well formed; the text names its path.</exception>
    public static WireValue FromValue(Value value) => Read(value, string.Empty);

    private static WireObject Fields(Struct fields, string path) =>
        WireObject.Create(fields.Fields.Select(f => KeyValuePair.Create(f.Key, Read(f.Value, path.Length == 0 ? f.Key : $"{path}.{f.Key}"))));

    private static WireValue Read(Value value, string path) => value.KindCase switch
    {
        Value.KindOneofCase.None or Value.KindOneofCase.NullValue => WireNull.Instance,
        Value.KindOneofCase.BoolValue => new WireBool(value.BoolValue),
        Value.KindOneofCase.NumberValue => new WireNumber(value.NumberValue),
        Value.KindOneofCase.StringValue => WireSignatures.Unknowns.Contains(value.StringValue)
            ? WireUnknown.Instance
            : new WireText(value.StringValue),
        Value.KindOneofCase.ListValue => new WireList(value.ListValue.Values.Select((item, i) => Read(item, $"{path}[{i}]")).ToValueList()),
        Value.KindOneofCase.StructValue => Object(value.StructValue, path),
        _ => throw new FormatException($"The value of \"{path}\" is of a kind that is not known: {value.KindCase}."),
    };

    private static WireValue Object(Struct fields, string path)
    {
        if (!fields.Fields.TryGetValue(WireSignatures.Key, out var mark))
        {
            return new WireMap(Fields(fields, path));
        }

        return mark.StringValue switch
        {
            WireSignatures.Secret => new WireSecret(Read(Required(fields, "value", path, "secret"), path)),
            WireSignatures.Asset => Asset(fields),
            WireSignatures.Archive => Archive(fields, path),
            WireSignatures.ResourceReference => Reference(fields, path),
            WireSignatures.OutputValue => Output(fields, path),
            _ => throw new FormatException($"\"{path}\" is marked as a special value of a kind that is not known: \"{mark.StringValue}\"."),
        };
    }

    private static WireAsset Asset(Struct fields) =>
        Text(fields, "text") is { } text ? new WireAsset(WireAssetKind.Text, text, Text(fields, "hash"))
        : Text(fields, "path") is { } path ? new WireAsset(WireAssetKind.Path, path, Text(fields, "hash"))
        : Text(fields, "uri") is { } uri ? new WireAsset(WireAssetKind.Uri, uri, Text(fields, "hash"))
        : new WireAsset(WireAssetKind.None, string.Empty, Text(fields, "hash"));

    private static WireArchive Archive(Struct fields, string path)
    {
        var hash = Text(fields, "hash");
        if (fields.Fields.TryGetValue("assets", out var assets) && assets.KindCase == Value.KindOneofCase.StructValue)
        {
            return new WireArchive(WireAssetKind.Assets, string.Empty, Fields(assets.StructValue, path), hash);
        }

        return Text(fields, "path") is { } file ? new WireArchive(WireAssetKind.Path, file, null, hash)
            : Text(fields, "uri") is { } uri ? new WireArchive(WireAssetKind.Uri, uri, null, hash)
            : new WireArchive(WireAssetKind.None, string.Empty, null, hash);
    }

    private static WireReference Reference(Struct fields, string path)
    {
        var urn = Required(fields, "urn", path, "resource reference") is { KindCase: Value.KindOneofCase.StringValue } text
            ? text.StringValue
            : throw new FormatException($"\"{path}\" is marked as a resource reference but its \"urn\" is no text.");
        WireValue? id = null;
        if (fields.Fields.TryGetValue("id", out var value) && value.KindCase == Value.KindOneofCase.StringValue)
        {
            id = value.StringValue.Length == 0 || WireSignatures.Unknowns.Contains(value.StringValue)
                ? WireUnknown.Instance
                : new WireText(value.StringValue);
        }

        return new WireReference(urn, id, Text(fields, "packageVersion"));
    }

    private static WireOutput Output(Struct fields, string path)
    {
        var value = fields.Fields.TryGetValue("value", out var content) ? Read(content, path) : null;
        var secret = fields.Fields.TryGetValue("secret", out var mark) && mark.BoolValue;
        var dependencies = fields.Fields.TryGetValue("dependencies", out var urns) && urns.ListValue is { } list
            ? list.Values.Select(v => v.StringValue).ToValueList()
            : ValueList<string>.Empty;
        return new WireOutput(value is WireUnknown ? null : value, secret, dependencies);
    }

    private static string? Text(Struct fields, string key) =>
        fields.Fields.TryGetValue(key, out var value) && value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : null;

    private static Value Required(Struct fields, string key, string path, string what) =>
        fields.Fields.TryGetValue(key, out var value)
            ? value
            : throw new FormatException($"\"{path}\" is marked as a {what} but has no \"{key}\".");
}
