using System.Collections.Immutable;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Checking;

/// <summary>Checked properties in plain types. What is not set is null.</summary>
/// <param name="fields">The properties; all known and of the right kinds.</param>
internal sealed class InputReader(IReadOnlyDictionary<string, PropertyValue> fields)
{
    /// <summary>A text.</summary>
    public string? Text(string name) => fields.TryGetValue(name, out var value) && value.TryGetString(out var text) ? text : null;

    /// <summary>A flag.</summary>
    public bool? Flag(string name) => fields.TryGetValue(name, out var value) && value.TryGetBool(out var flag) ? flag : null;

    /// <summary>A whole number.</summary>
    public int? Number(string name) => fields.TryGetValue(name, out var value) && value.TryGetNumber(out var number) ? (int)number : null;

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string>? Texts(string name) => fields.TryGetValue(name, out var value) && value.TryGetArray(out var items)
        ? [.. items.Select(item => item.TryGetString(out var text) ? text : "")]
        : null;

    /// <summary>Texts by name; empty if it is not set.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string name) => fields.TryGetValue(name, out var value) && value.TryGetMap(out var map)
        ? map.Where(pair => pair.Value.TryGetString(out _)).ToImmutableSortedDictionary(
            pair => pair.Key, pair => pair.Value.TryGetString(out var text) ? text : "", StringComparer.Ordinal)
        : ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The properties of an object.</summary>
    public InputReader? Object(string name) => fields.TryGetValue(name, out var value) && value.TryGetMap(out var map) ? new InputReader(map) : null;

    /// <summary>Where the content of an asset or archive is.</summary>
    public FileSource? File(string name) => !fields.TryGetValue(name, out var value) ? null
        : value.TryGetAsset(out var asset) ? FileSource.Of(asset)
        : value.TryGetArchive(out var archive) ? FileSource.Of(archive)
        : null;

    /// <summary>Whether a property, or anything in it, is a secret.</summary>
    public bool IsSecret(string name) => fields.TryGetValue(name, out var value) && HasSecret(value);

    /// <summary>Whether a value, or anything in it, is a secret.</summary>
    public static bool HasSecret(PropertyValue value) => value.IsSecret
        || (value.TryGetArray(out var items) && items.Any(HasSecret))
        || (value.TryGetMap(out var map) && map.Values.Any(HasSecret));
}
