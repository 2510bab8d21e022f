using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HaIac.Cib.Values;

/// <summary>
/// Names with their texts, as in a set of instance or meta attributes: immutable, in the order given, equal to another map with the
/// same pairs in any order.
/// </summary>
public sealed class AttributeMap : IReadOnlyDictionary<string, string>, IEquatable<AttributeMap>
{
    private readonly List<KeyValuePair<string, string>> _pairs;
    private readonly Dictionary<string, string> _byName;

    private AttributeMap(List<KeyValuePair<string, string>> pairs, Dictionary<string, string> byName)
    {
        _pairs = pairs;
        _byName = byName;
    }

    /// <summary>The map without pairs.</summary>
    public static AttributeMap Empty { get; } = new([], []);

    /// <summary>The map of these pairs; of two with one name the later counts, at the place of the first.</summary>
    public static AttributeMap Of(params IEnumerable<KeyValuePair<string, string>> pairs) => Of(pairs, lastCounts: true);

    /// <summary>The map of these pairs.</summary>
    public static AttributeMap Of(params (string Name, string Value)[] pairs) =>
        Of(pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    /// <summary>The map of these pairs; of two with one name the first counts.</summary>
    internal static AttributeMap OfFirst(IEnumerable<KeyValuePair<string, string>> pairs) => Of(pairs, lastCounts: false);

    /// <inheritdoc/>
    public int Count => _pairs.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _pairs.Select(pair => pair.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => _pairs.Select(pair => pair.Value);

    /// <inheritdoc/>
    public string this[string key] => _byName[key];

    /// <summary>The value of a name, null when it is not set.</summary>
    public string? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>This map with one pair set.</summary>
    public AttributeMap Set(string name, string value) => Of(_pairs.Append(KeyValuePair.Create(name, value)));

    /// <summary>This map without one name.</summary>
    public AttributeMap Without(string name) => _byName.ContainsKey(name) ? Of(_pairs.Where(pair => pair.Key != name)) : this;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _byName.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _byName.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Equals(AttributeMap? other) =>
        other is not null && Count == other.Count && _pairs.All(pair => other._byName.TryGetValue(pair.Key, out var value) && value == pair.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributeMap);

    /// <inheritdoc/>
    public override int GetHashCode() => _pairs.Aggregate(0, (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The pairs as name=value, parted by blanks.</summary>
    public override string ToString() => string.Join(' ', _pairs.Select(pair => $"{pair.Key}={pair.Value}"));

    private static AttributeMap Of(IEnumerable<KeyValuePair<string, string>> pairs, bool lastCounts)
    {
        var ordered = new List<KeyValuePair<string, string>>();
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        var changed = false;
        foreach (var pair in pairs)
        {
            if (byName.TryAdd(pair.Key, pair.Value))
            {
                ordered.Add(pair);
            }
            else if (lastCounts)
            {
                byName[pair.Key] = pair.Value;
                changed = true;
            }
        }

        if (changed)
        {
            ordered = ordered.ConvertAll(pair => KeyValuePair.Create(pair.Key, byName[pair.Key]));
        }

        return ordered.Count == 0 ? Empty : new(ordered, byName);
    }
}
