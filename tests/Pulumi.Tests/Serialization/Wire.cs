using HaIac.Protocol.Properties;

namespace Pulumi.Tests.Serialization;

/// <summary>Short forms of property values, and the way from them to types.</summary>
internal static class Wire
{
    public static WireMap Map(params (string Key, object Value)[] fields)
        => new(WireObject.Create(fields.Select(f => KeyValuePair.Create(f.Key, f.Value as WireValue ?? new WireText((string)f.Value)))));

    public static WireList List(params WireValue[] items) => new(items.ToValueList());

    public static DecodedValue Convert<T>(WireValue value, out IReadOnlyList<string> warnings)
    {
        var seen = new List<string>();
        warnings = seen;
        return PropertyConverter.Convert(value, typeof(T), "Widget.p", seen.Add);
    }

    public static async Task<WireValue> SerializeAsync(object? value, bool keepOutputs = false)
        => await new PropertySerializer(keepOutputs).SerializePropertyAsync("p", value);
}
