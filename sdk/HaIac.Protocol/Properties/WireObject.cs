using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace HaIac.Protocol.Properties;

/// <summary>Immutable named values in ordinal order of their names, equal by content.</summary>
public sealed class WireObject : IReadOnlyDictionary<string, WireValue>, IEquatable<WireObject>
{
    private readonly ImmutableSortedDictionary<string, WireValue> _fields;

    private WireObject(ImmutableSortedDictionary<string, WireValue> fields) => _fields = fields;

    /// <summary>The object without fields.</summary>
    public static WireObject Empty { get; } = new(ImmutableSortedDictionary.Create<string, WireValue>(StringComparer.Ordinal));

    /// <inheritdoc />
    public int Count => _fields.Count;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _fields.Keys;

    /// <inheritdoc />
    public IEnumerable<WireValue> Values => _fields.Values;

    /// <inheritdoc />
    public WireValue this[string key] => _fields[key];

    /// <summary>Makes an object; a later field of the same name wins.</summary>
    /// <param name="fields">Names and values.</param>
    public static WireObject Create(IEnumerable<KeyValuePair<string, WireValue>> fields) =>
        new(Empty._fields.SetItems(fields));

    /// <summary>A copy with one field set.</summary>
    /// <param name="key">Name of the field.</param>
    /// <param name="value">Its value.</param>
    public WireObject With(string key, WireValue value) => new(_fields.SetItem(key, value));

    /// <summary>A copy without one field.</summary>
    /// <param name="key">Name of the field.</param>
    public WireObject Without(string key) => new(_fields.Remove(key));

    /// <inheritdoc />
    public bool ContainsKey(string key) => _fields.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out WireValue value) => _fields.TryGetValue(key, out value);

    /// <summary>Whether both objects have the same fields with equal values.</summary>
    /// <param name="other">The other object.</param>
    public bool Equals(WireObject? other) =>
        other is not null && (ReferenceEquals(_fields, other._fields) || _fields.SequenceEqual(other._fields));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as WireObject);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (key, value) in _fields)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, WireValue>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
