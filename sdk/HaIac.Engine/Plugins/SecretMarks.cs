using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>Keeps secrets secret on their way through providers.</summary>
/// <remarks>Source: pulumi-protocol.md 4.4 and 6.5.</remarks>
internal static class SecretMarks
{
    /// <summary>Marks what came back from a provider without secrets where the values it was given were secret.</summary>
    public static WireObject Copy(WireObject from, WireObject to) =>
        WireObject.Create(to.Select(pair => KeyValuePair.Create(
            pair.Key, from.TryGetValue(pair.Key, out var source) ? Copy(source, pair.Value) : pair.Value)));

    /// <summary>Marks outputs that have the name of a secret input, or that the program names.</summary>
    public static WireObject Apply(WireObject outputs, WireObject inputs, IEnumerable<string> additional)
    {
        var names = inputs.Where(pair => pair.Value is WireSecret).Select(pair => pair.Key).Concat(additional);
        return names.Aggregate(outputs, (marked, name) =>
            marked.TryGetValue(name, out var value) && value is not WireSecret ? marked.With(name, new WireSecret(value)) : marked);
    }

    private static WireValue Copy(WireValue from, WireValue to) => (from, to) switch
    {
        (WireSecret, WireSecret) => to,
        (WireSecret, _) => new WireSecret(to),
        (WireMap source, WireMap target) => new WireMap(Copy(source.Fields, target.Fields)),
        (WireList source, WireList target) => new WireList(
            target.Items.Select((item, i) => i < source.Items.Count ? Copy(source.Items[i], item) : item).ToValueList()),
        _ => to,
    };
}
