using System.Collections;
using System.Globalization;
using HaIac.Cib.Values;

namespace HaIac.Operating.Services;

/// <summary>Checked values in plain form: texts, booleans, numbers, lists and maps, whether they come from a call of the engine or from the state's JSON.</summary>
internal sealed class PlainValues(IReadOnlyDictionary<string, object?> values)
{
    /// <summary>A text; null if it is not set.</summary>
    public string? Text(string name) => AsText(values.GetValueOrDefault(name));

    /// <summary>A boolean, also in Pacemaker's spellings; null if it is not set.</summary>
    public bool? Flag(string name) => values.GetValueOrDefault(name) switch
    {
        bool flag => flag,
        string text when CibBoolean.TryParse(text, out var flag, out _) => flag,
        _ => null,
    };

    /// <summary>A duration; null if it is not set.</summary>
    public TimeSpan? Duration(string name) => Text(name) is { } text && CibDuration.TryParse(text, out var duration, out _) ? duration.Value : null;

    /// <summary>One of the words of a closed set, in any case; null if it is not set or none of them.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum =>
        Text(name) is { } text && Enum.TryParse<T>(text, ignoreCase: true, out var word) ? word : null;

    /// <summary>Texts; null if the list is not set.</summary>
    public ValueList<string>? Texts(string name) => values.GetValueOrDefault(name) is IEnumerable list and not string
        ? [.. list.Cast<object?>().Select(AsText).OfType<string>()]
        : null;

    /// <summary>Names with texts; empty if it is not set.</summary>
    public AttributeMap Map(string name) => Object(name) is { } map ? map.All() : AttributeMap.Empty;

    /// <summary>An object; null if it is not set.</summary>
    public PlainValues? Object(string name) => AsObject(values.GetValueOrDefault(name));

    /// <summary>The objects of a list; empty if it is not set.</summary>
    public IEnumerable<PlainValues> Objects(string name) => values.GetValueOrDefault(name) is IEnumerable list and not string
        ? list.Cast<object?>().Select(AsObject).OfType<PlainValues>()
        : [];

    private AttributeMap All() => AttributeMap.Of(values.Where(pair => AsText(pair.Value) is not null).OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => KeyValuePair.Create(pair.Key, AsText(pair.Value)!)));

    private static PlainValues? AsObject(object? value) => value is IReadOnlyDictionary<string, object?> map ? new(map) : null;

    private static string? AsText(object? value) => value switch
    {
        string text => text,
        bool flag => CibBoolean.Format(flag),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
