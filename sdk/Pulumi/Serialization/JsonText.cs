using System.Text;
using System.Text.Json;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>
/// Property values as JSON text. A text cannot hold an unknown or hide a part of itself, so one unknown makes the whole
/// text unknown, and one secret makes the whole text secret.
/// </summary>
internal static class JsonText
{
    public static WireValue Of(WireValue value)
    {
        var facts = default(Facts);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, value, ref facts);
        }

        if (facts.HasUnknown)
        {
            return WireUnknown.Instance;
        }

        var text = new WireText(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        return facts.HasSecret ? new WireSecret(text) : text;
    }

    /// <summary>The JSON of a value that holds neither unknowns nor secrets that matter.</summary>
    public static JsonElement ElementOf(WireValue value)
    {
        var plain = Of(value);
        var text = plain is WireSecret secret ? (WireText)secret.Value : (WireText)plain;
        return JsonSerializer.Deserialize<JsonElement>(text.Value);
    }

    private static void Write(Utf8JsonWriter writer, WireValue value, ref Facts facts)
    {
        switch (value)
        {
            case WireBool b:
                writer.WriteBooleanValue(b.Value);
                break;
            case WireNumber n:
                writer.WriteNumberValue(n.Value);
                break;
            case WireText t:
                writer.WriteStringValue(t.Value);
                break;
            case WireList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item, ref facts);
                }

                writer.WriteEndArray();
                break;
            case WireMap map:
                writer.WriteStartObject();
                foreach (var (key, field) in map.Fields)
                {
                    writer.WritePropertyName(key);
                    Write(writer, field, ref facts);
                }

                writer.WriteEndObject();
                break;
            case WireSecret secret:
                facts.HasSecret = true;
                Write(writer, secret.Value, ref facts);
                break;
            case WireOutput output:
                facts.HasSecret |= output.Secret;
                Write(writer, output.Value ?? WireUnknown.Instance, ref facts);
                break;
            case WireUnknown:
                facts.HasUnknown = true;
                writer.WriteNullValue();
                break;
            case WireReference reference:
                writer.WriteStringValue(reference.Id is WireText id ? id.Value : reference.Urn);
                break;
            case WireAsset or WireArchive:
                throw new NotSupportedException("Assets and archives cannot be part of a JSON input.");
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private struct Facts
    {
        public bool HasUnknown;
        public bool HasSecret;
    }
}
