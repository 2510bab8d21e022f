using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>
/// Property values as JSON text and back. A text cannot hold an unknown or hide a part of itself, so one unknown makes the
/// whole text unknown, and one secret makes the whole text secret.
/// </summary>
internal static class JsonText
{
    // The defaults of the serializer (64 to read, 1000 to write) are less than property values may have.
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 2 * ProtobufReading.MaxNesting };
    private static readonly JsonWriterOptions Writing = new() { MaxDepth = 2 * ProtobufReading.MaxNesting };
    private static readonly JsonParser Parser = new(new JsonParser.Settings(2 * ProtobufReading.MaxNesting));

    /// <summary>The text of a value, marked as what it is.</summary>
    /// <exception cref="NotSupportedException">JSON has no form for a part of the value.</exception>
    public static WireValue Of(WireValue value)
    {
        using var json = Write(value, out var facts);
        if (facts.HasUnknown)
        {
            return WireUnknown.Instance;
        }

        // The engine compares this text letter by letter, so blanks and escapes must be those of the official SDK: the ones of
        // protobuf's formatter. Otherwise a stack that moves from one SDK to the other would show changes that are none.
        var compact = Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
        var text = new WireText(JsonFormatter.Default.Format(Parser.Parse<Value>(compact)));
        return facts.HasSecret ? new WireSecret(text) : text;
    }

    /// <summary>The value as JSON, without its marks; <c>null</c> stands where something is unknown.</summary>
    /// <exception cref="NotSupportedException">JSON has no form for a part of the value.</exception>
    public static JsonElement ElementOf(WireValue value, out bool isKnown, out bool isSecret)
    {
        using var json = Write(value, out var facts);
        (isKnown, isSecret) = (!facts.HasUnknown, facts.HasSecret);
        return Parse(json.GetBuffer().AsMemory(0, (int)json.Length));
    }

    /// <summary>Reads JSON text of any depth that an engine takes.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, Reading);
        return document.RootElement.Clone();
    }

    /// <summary>Turns JSON into property values.</summary>
    /// <param name="element">The JSON.</param>
    /// <param name="level">How deep it stands in the whole value.</param>
    /// <param name="checkLevel">Throws when a level is too deep.</param>
    public static WireValue Read(JsonElement element, int level, Action<int> checkLevel)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return new WireBool(element.GetBoolean());
            case JsonValueKind.Number:
                return new WireNumber(element.GetDouble());
            case JsonValueKind.String:
                return new WireText(element.GetString()!);
            case JsonValueKind.Array:
                checkLevel(level + 1);
                return new WireList(element.EnumerateArray().Select(e => Read(e, level + 1, checkLevel)).ToValueList());
            case JsonValueKind.Object:
                checkLevel(level + 1);
                return new WireMap(WireObject.Create(
                    element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Read(p.Value, level + 1, checkLevel)))));
            default:
                return WireNull.Instance;
        }
    }

    private static MemoryStream Write(WireValue value, out Facts facts)
    {
        facts = default;
        var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream, Writing);
        Write(writer, value, ref facts);
        return stream;
    }

    private static void Write(Utf8JsonWriter writer, WireValue value, ref Facts facts)
    {
        switch (value)
        {
            case WireBool b:
                writer.WriteBooleanValue(b.Value);
                break;
            case WireNumber { Value: var n }:
                writer.WriteNumberValue(double.IsFinite(n) ? n : throw new NotSupportedException($"JSON has no number {n}."));
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
            case WireReference { Id: WireUnknown }:
                facts.HasUnknown = true;
                writer.WriteNullValue();
                break;
            case WireReference reference:
                writer.WriteStringValue(reference.Id is WireText id ? id.Value : reference.Urn);
                break;
            case WireAsset or WireArchive:
                throw new NotSupportedException("Assets and archives cannot be part of JSON.");
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
