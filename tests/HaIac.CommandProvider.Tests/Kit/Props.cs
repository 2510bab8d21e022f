using System.Collections;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Tests.Kit;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>Property values from plain ones.</summary>
internal static class Props
{
    public static Fields Of(params (string Name, object Value)[] fields) =>
        fields.ToImmutableDictionary(field => field.Name, field => Value(field.Value), StringComparer.Ordinal);

    public static Fields Map(params (string Name, object Value)[] fields) => Of(fields);

    public static PropertyValue Secret(object value) => Value(value).WithSecret(true);

    public static PropertyValue Value(object value) => value switch
    {
        PropertyValue ready => ready,
        bool flag => new(flag),
        int number => new(number),
        double number => new(number),
        string text => new(text),
        Asset asset => new(asset),
        Archive archive => new(archive),
        Fields map => new(map),
        IEnumerable items => new([.. items.Cast<object>().Select(Value)]),
        _ => throw new ArgumentException($"no property value: {value}"),
    };

    public static string Text(this IDictionary<string, PropertyValue> fields, string name) => fields[name].TryGetString(out var text) ? text : $"<{fields[name]}>";
}
