using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HaIac.Engine.Secrets;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.State;

/// <summary>Property values in the JSON of states and events.</summary>
/// <remarks>Source: pulumi-protocol 5 (last paragraph) and 7.4.</remarks>
public static class ValueJson
{
    /// <summary>Deeper than any program nests; the readers recurse, so there must be a limit.</summary>
    internal const int MaxDepth = 2000;

    /// <summary>Compact, and nothing escaped that JSON does not ask for.</summary>
    internal static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        SkipValidation = true,
    };

    internal static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = MaxDepth };

    /// <summary>Writes the fields of an object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="secrets">Encrypts secrets.</param>
    public static void Write(Utf8JsonWriter writer, WireObject fields, ISecretCodec secrets)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(fields);
        writer.WriteStartObject();
        foreach (var (key, value) in fields)
        {
            writer.WritePropertyName(key);
            Write(writer, value, secrets);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes one value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="secrets">Encrypts secrets.</param>
    public static void Write(Utf8JsonWriter writer, WireValue value, ISecretCodec secrets)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(secrets);
        switch (value)
        {
            case WireBool b:
                writer.WriteBooleanValue(b.Value);
                break;
            case WireNumber n:
                WriteNumber(writer, n.Value);
                break;
            case WireText t:
                writer.WriteStringValue(t.Value);
                break;
            case WireUnknown:
                writer.WriteStringValue(WireSignatures.Unknown);
                break;
            case WireList l:
                writer.WriteStartArray();
                foreach (var item in l.Items)
                    Write(writer, item, secrets);
                writer.WriteEndArray();
                break;
            case WireMap m:
                Write(writer, m.Fields, secrets);
                break;
            case WireSecret s:
                Start(writer, WireSignatures.Secret);
                writer.WriteString("ciphertext", secrets.Encrypt(ToText(s.Value, PlainSecrets.Instance)));
                writer.WriteEndObject();
                break;
            case WireOutput o:
                Write(writer, Plain(o), secrets);
                break;
            case WireAsset a:
                Start(writer, WireSignatures.Asset);
                WriteContent(writer, a.Kind, a.Content, a.Hash);
                writer.WriteEndObject();
                break;
            case WireArchive a:
                Start(writer, WireSignatures.Archive);
                if (a.Kind == WireAssetKind.Assets)
                {
                    writer.WritePropertyName("assets");
                    Write(writer, a.Assets ?? WireObject.Empty, secrets);
                }

                WriteContent(writer, a.Kind, a.Content, a.Hash);
                writer.WriteEndObject();
                break;
            case WireReference r:
                Start(writer, WireSignatures.ResourceReference);
                if (r.Id is not null)
                {
                    writer.WritePropertyName("id");
                    Write(writer, r.Id, secrets);
                }

                writer.WriteString("packageVersion", r.PackageVersion ?? "");
                writer.WriteString("urn", r.Urn);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>One value as JSON text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="secrets">Encrypts secrets.</param>
    public static string ToText(WireValue value, ISecretCodec secrets)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            Write(writer, value, secrets);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads an object.</summary>
    /// <param name="json">The JSON; anything but an object counts as an empty one.</param>
    /// <param name="secrets">Decrypts secrets.</param>
    /// <exception cref="SecretException">A secret cannot be decrypted.</exception>
    public static WireObject ReadObject(JsonElement json, ISecretCodec secrets) =>
        json.ValueKind == JsonValueKind.Object
            ? WireObject.Create(json.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, Read(field.Value, secrets))))
            : WireObject.Empty;

    /// <summary>Reads one value.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="secrets">Decrypts secrets.</param>
    /// <exception cref="SecretException">A secret cannot be decrypted.</exception>
    /// <exception cref="FormatException">A marked value lacks what makes it one.</exception>
    public static WireValue Read(JsonElement json, ISecretCodec secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return json.ValueKind switch
        {
            JsonValueKind.True => new WireBool(true),
            JsonValueKind.False => new WireBool(false),
            JsonValueKind.Number => new WireNumber(json.GetDouble()),
            JsonValueKind.String => ReadText(json.GetString()!),
            JsonValueKind.Array => new WireList(json.EnumerateArray().Select(item => Read(item, secrets)).ToValueList()),
            JsonValueKind.Object => ReadSpecial(json, secrets) ?? new WireMap(ReadObject(json, secrets)),
            _ => WireNull.Instance,
        };
    }

    /// <summary>Reads one value from JSON text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="secrets">Decrypts secrets.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static WireValue Parse(string text, ISecretCodec secrets)
    {
        using var document = JsonDocument.Parse(text, ReadOptions);
        return Read(document.RootElement, secrets);
    }

    /// <summary>What an output value is where only plain values, secrets and unknowns exist.</summary>
    /// <param name="output">The output value.</param>
    public static WireValue Plain(WireOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (output.Value is null)
            return WireUnknown.Instance;
        return output.Secret ? new WireSecret(output.Value) : output.Value;
    }

    private static WireValue ReadText(string text) =>
        WireSignatures.Unknowns.Contains(text) ? WireUnknown.Instance : new WireText(text);

    private static WireValue? ReadSpecial(JsonElement json, ISecretCodec secrets)
    {
        if (Text(json, WireSignatures.Key) is not { } signature)
            return null;
        switch (signature)
        {
            case WireSignatures.Secret:
                if (Text(json, "plaintext") is { } plain)
                    return new WireSecret(Parse(plain, PlainSecrets.Instance));
                return Text(json, "ciphertext") is { } cipher
                    ? new WireSecret(Parse(secrets.Decrypt(cipher), PlainSecrets.Instance))
                    : throw new FormatException("A value is marked as a secret but has neither \"ciphertext\" nor \"plaintext\".");
            case WireSignatures.Asset:
                var (assetKind, assetContent) = ReadContent(json);
                return new WireAsset(assetKind, assetContent, Text(json, "hash"));
            case WireSignatures.Archive:
                if (json.TryGetProperty("assets", out var members) && members.ValueKind == JsonValueKind.Object)
                    return new WireArchive(WireAssetKind.Assets, "", ReadObject(members, secrets), Text(json, "hash"));
                var (archiveKind, archiveContent) = ReadContent(json);
                return new WireArchive(archiveKind, archiveContent, null, Text(json, "hash"));
            case WireSignatures.ResourceReference:
                var id = Text(json, "id");
                return new WireReference(Text(json, "urn") ?? "", id is null ? null : ReadText(id), Text(json, "packageVersion"));
            case WireSignatures.Number:
                return new WireNumber(BitConverter.Int64BitsToDouble(Convert.ToInt64(Text(json, "value"), 16)));
            default:
                return null;
        }
    }

    private static (WireAssetKind Kind, string Content) ReadContent(JsonElement json) =>
        Text(json, "text") is { } text ? (WireAssetKind.Text, text)
        : Text(json, "path") is { } path ? (WireAssetKind.Path, path)
        : Text(json, "uri") is { } uri ? (WireAssetKind.Uri, uri)
        : (WireAssetKind.None, "");

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Start(Utf8JsonWriter writer, string signature)
    {
        writer.WriteStartObject();
        writer.WriteString(WireSignatures.Key, signature);
    }

    private static void WriteContent(Utf8JsonWriter writer, WireAssetKind kind, string content, string? hash)
    {
        if (!string.IsNullOrEmpty(hash))
            writer.WriteString("hash", hash);
        var name = kind switch
        {
            WireAssetKind.Text => "text",
            WireAssetKind.Path => "path",
            WireAssetKind.Uri => "uri",
            _ => null,
        };
        if (name is not null)
            writer.WriteString(name, content);
    }

    private static void WriteNumber(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteRawValue(NumberText.Json(value), skipInputValidation: true);
            return;
        }

        Start(writer, WireSignatures.Number);
        writer.WriteString("value", BitConverter.DoubleToInt64Bits(value).ToString("x16"));
        writer.WriteEndObject();
    }
}
