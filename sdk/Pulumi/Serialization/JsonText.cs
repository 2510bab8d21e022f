using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
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
        var plain = Plain(value, ref facts);
        if (facts.HasUnknown)
        {
            return WireUnknown.Instance;
        }

        // The engine compares this text letter by letter, so blanks and escapes must be those of the official SDK: the ones of
        // protobuf's formatter. Otherwise a stack that moves from one SDK to the other would show changes that are none.
        var text = new WireText(JsonFormatter.Default.Format(plain));
        return facts.HasSecret ? new WireSecret(text) : text;
    }

    /// <summary>The JSON of a value that holds neither unknowns nor secrets that matter.</summary>
    public static JsonElement ElementOf(WireValue value)
    {
        var plain = Of(value);
        var text = plain is WireSecret secret ? (WireText)secret.Value : (WireText)plain;

        // Without the blanks: programs may look at the element's raw text.
        return JsonSerializer.SerializeToElement(JsonNode.Parse(text.Value));
    }

    private static Value Plain(WireValue value, ref Facts facts)
    {
        switch (value)
        {
            case WireBool b:
                return Value.ForBool(b.Value);
            case WireNumber n:
                return Value.ForNumber(n.Value);
            case WireText t:
                return Value.ForString(t.Value);
            case WireList list:
                var items = new ListValue();
                foreach (var item in list.Items)
                {
                    items.Values.Add(Plain(item, ref facts));
                }

                return new Value { ListValue = items };
            case WireMap map:
                var fields = new Struct();
                foreach (var (key, field) in map.Fields)
                {
                    fields.Fields[key] = Plain(field, ref facts);
                }

                return new Value { StructValue = fields };
            case WireSecret secret:
                facts.HasSecret = true;
                return Plain(secret.Value, ref facts);
            case WireOutput output:
                facts.HasSecret |= output.Secret;
                return Plain(output.Value ?? WireUnknown.Instance, ref facts);
            case WireUnknown:
                facts.HasUnknown = true;
                return Value.ForNull();
            case WireReference reference:
                return Value.ForString(reference.Id is WireText id ? id.Value : reference.Urn);
            case WireAsset or WireArchive:
                throw new NotSupportedException("Assets and archives cannot be part of a JSON input.");
            default:
                return Value.ForNull();
        }
    }

    private struct Facts
    {
        public bool HasUnknown;
        public bool HasSecret;
    }
}
