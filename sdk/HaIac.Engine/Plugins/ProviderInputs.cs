using HaIac.Protocol.Properties;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Plugins;

/// <summary>What the engine adds to the inputs of provider resources, and the text form of configuration.</summary>
/// <remarks>Source: pulumi-protocol.md 4.2 and 6.6: data of the engine is stored under one key and never sent.</remarks>
internal static class ProviderInputs
{
    private const string InternalKey = "__internal";

    /// <summary>The inputs as the plugin may see them.</summary>
    public static WireObject WithoutInternal(WireObject inputs) => inputs.Without(InternalKey);

    /// <summary>Checked inputs with the engine's data of the unchecked ones.</summary>
    public static WireObject KeepInternal(WireObject from, WireObject to) =>
        from.TryGetValue(InternalKey, out var value) ? to.With(InternalKey, value) : to;

    /// <summary>A configuration value as text: texts as they are, all else as JSON.</summary>
    public static string Text(WireValue value)
    {
        var plain = WireFacts.Plain(value);
        return plain is WireText text ? text.Value : Json(plain).ToString(Formatting.None);
    }

    private static JToken Json(WireValue value) => value switch
    {
        WireText text => new JValue(text.Value),
        WireBool boolean => new JValue(boolean.Value),
        WireNumber { Value: var number } when number == Math.Truncate(number) && Math.Abs(number) < 1e15 => new JValue((long)number),
        WireNumber number => new JValue(number.Value),
        WireList list => new JArray(list.Items.Select(Json)),
        WireMap map => new JObject(map.Fields.Select(pair => new JProperty(pair.Key, Json(pair.Value)))),
        WireReference reference => Json(reference.Id ?? new WireText(reference.Urn)),
        _ => JValue.CreateNull(),
    };
}
