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

    /// <summary>The inputs of a provider whose package is made out of another one.</summary>
    public static WireObject With(WireObject inputs, PackageParameter parameter)
    {
        var known = inputs.TryGetValue(InternalKey, out var value) && value is WireMap map ? map.Fields : WireObject.Empty;
        known = known.With("name", new WireText(parameter.Base)).With("parameterization", new WireText(parameter.Value));
        return inputs.With(InternalKey, new WireMap(parameter.BaseVersion.Length > 0 ? known.With("version", new WireText(parameter.BaseVersion)) : known));
    }

    /// <summary>What makes the package of a provider out of another one; null if it has a plugin of its own.</summary>
    public static PackageParameter? Parameter(WireObject inputs)
    {
        if (!inputs.TryGetValue(InternalKey, out var value) || value is not WireMap { Fields: var fields } || !fields.ContainsKey("parameterization"))
        {
            return null;
        }

        string Field(string key) => fields.TryGetValue(key, out var found) && found is WireText text ? text.Value : "";
        return new PackageParameter(Field("name"), Field("version"), Field("parameterization"));
    }

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
