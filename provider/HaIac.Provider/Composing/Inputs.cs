using System.Collections.Immutable;
using System.Globalization;
using HaIac.Cib.Values;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Composing;

/// <summary>Checked inputs of one object, read as domain values. All are known: composing happens only after the preview.</summary>
internal sealed class Inputs(ImmutableDictionary<string, PropertyValue> fields)
{
    /// <summary>The inputs as they came.</summary>
    public ImmutableDictionary<string, PropertyValue> Fields => fields;

    /// <summary>Whether every value is known, at any depth.</summary>
    public static bool AllKnown(PropertyValue value) =>
        !value.IsComputed
        && (!value.TryGetMap(out var map) || map.Values.All(AllKnown))
        && (!value.TryGetArray(out var list) || list.All(AllKnown));

    /// <summary>A text; null when it is not set.</summary>
    public string? Text(string name) => fields.TryGetValue(name, out var value) && !value.IsNull ? TextShape.AsText(value) : null;

    /// <summary>A text that checking has made sure of.</summary>
    public string Needed(string name) => Text(name) ?? throw Bug(name);

    /// <summary>An id that checking has made sure of.</summary>
    public CibId Id(string name = "cibId") => CibId.Parse(Needed(name));

    /// <summary>A boolean; null when it is not set.</summary>
    public bool? Flag(string name) => fields.TryGetValue(name, out var value) ? FlagShape.Read(value) : null;

    /// <summary>A role; null when it is not set.</summary>
    public ResourceRole? Role(string name) => Text(name) is { } text ? ResourceRoles.Parse(text) : null;

    /// <summary>One of a few words; null when it is not set.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum =>
        Text(name) is { } text ? CibWord.Parse<T>(text) : null;

    /// <summary>A duration; null when it is not set.</summary>
    public CibDuration? Duration(string name) => Text(name) is { } text ? CibDuration.Parse(text) : null;

    /// <summary>A whole number; null when it is not set.</summary>
    public int? Number(string name) => Text(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Names with texts; empty when not set.</summary>
    public AttributeMap Attributes(string name) =>
        fields.TryGetValue(name, out var value) && value.TryGetMap(out var map)
            ? AttributeMap.Of(map.Where(pair => !pair.Value.IsNull).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => KeyValuePair.Create(pair.Key, TextShape.AsText(pair.Value) ?? throw Bug($"{name}.{pair.Key}"))))
            : AttributeMap.Empty;

    /// <summary>Texts of a list; empty when not set.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        fields.TryGetValue(name, out var value) && value.TryGetArray(out var list)
            ? [.. list.Select(item => TextShape.AsText(item) ?? throw Bug(name))]
            : [];

    /// <summary>Everything in plain form: texts, booleans, numbers, lists and maps.</summary>
    public IReadOnlyDictionary<string, object?> Plain() => fields.ToDictionary(pair => pair.Key, pair => Plain(pair.Value), StringComparer.Ordinal);

    /// <summary>An object; null when it is not set.</summary>
    public Inputs? Object(string name) => fields.TryGetValue(name, out var value) && value.TryGetMap(out var map) ? new(map) : null;

    /// <summary>The objects of a list; empty when not set.</summary>
    public IEnumerable<Inputs> List(string name) =>
        fields.TryGetValue(name, out var value) && value.TryGetArray(out var list)
            ? list.Select(item => item.TryGetMap(out var map) ? new Inputs(map) : throw Bug(name))
            : [];

    private static object? Plain(PropertyValue value) =>
        value.TryGetBool(out var flag) ? flag
        : value.TryGetMap(out var map) ? new Inputs(map).Plain()
        : value.TryGetArray(out var list) ? list.Select(Plain).ToList()
        : value.IsNull || value.IsComputed ? null
        : TextShape.AsText(value);

    private static InvalidOperationException Bug(string name) => new($"bug in HaIac: property {name} went through checking without a usable value");
}
