using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map from text to inputs. Values stay apart until they are needed, so a value that is still unknown does not hide
/// the others. A collection initializer adds to the map of the property; an assignment replaces that map.
/// </summary>
/// <typeparam name="V">Type of the values.</typeparam>
public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    // In order, the later entry of a key wins: an entry is known by key, an Output is any number of entries that arrive later.
    private readonly List<object> _parts;
    private readonly HashSet<string> _keys;

    /// <summary>Makes an empty map, which is sent as such; a map that is not set at all is not sent.</summary>
    public InputMap()
        : this(new List<object>())
    {
    }

    private InputMap(List<object> parts)
        : base(ImmutableDictionary<string, V>.Empty)
    {
        _parts = parts;
        _keys = parts.OfType<Entry>().Select(e => e.Key).ToHashSet();
    }

    private InputMap(Output<ImmutableDictionary<string, Input<V>>> later)
        : this([later])
    {
    }

    // A map that is nothing but an output may turn out to be null, and then it is no input at all; an empty map would be one.
    internal override object? Serializable
        => _parts is [Output<ImmutableDictionary<string, Input<V>>> only] ? only : HasLaterParts ? Entries() : KnownEntries();

    private bool HasLaterParts => _parts.Exists(p => p is not Entry);

    /// <summary>Sets the value of a key; an earlier value of the key is replaced.</summary>
    /// <param name="key">The key.</param>
    public Input<V> this[string key]
    {
        set
        {
            ArgumentNullException.ThrowIfNull(key);
            _keys.Add(key);
            _parts.Add(new Entry(key, Value(value)));
        }
    }

    /// <summary>Makes a map of known values; later changes to the operand do not change it.</summary>
    /// <param name="values">The entries.</param>
    public static implicit operator InputMap<V>(Dictionary<string, V> values) => values is null ? null! : Of(values);

    /// <summary>Makes a map of known values; later changes to the operand do not change it.</summary>
    /// <param name="values">The entries.</param>
    public static implicit operator InputMap<V>(ImmutableDictionary<string, V> values) => values is null ? null! : Of(values);

    /// <summary>Makes a map whose keys and values arrive later; while they are unknown, this part of the map is.</summary>
    /// <param name="values">The entries.</param>
    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values) => Later(values);

    /// <summary>Makes a map whose keys and values arrive later; while they are unknown, this part of the map is.</summary>
    /// <param name="values">The entries.</param>
    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values) => Later(values);

    /// <summary>Makes a map whose keys and values arrive later; while they are unknown, this part of the map is.</summary>
    /// <param name="values">The entries.</param>
    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => Later(values);

    /// <summary>Joins two maps; where both have a key, the second wins.</summary>
    /// <param name="first">The first map.</param>
    /// <param name="second">The second map.</param>
    /// <returns>A new map; neither operand changes.</returns>
    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new([.. first._parts, .. second._parts]);
    }

    /// <summary>Adds an entry whose key is new; its value may arrive later.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <remarks>
    /// A key may be added again with an equal value. With another value the program fails, at once or when the values arrive; to
    /// replace a value, assign <c>map[key]</c>.
    /// </remarks>
    /// <exception cref="ArgumentException">The key already has another value.</exception>
    public void Add(string key, Input<V> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var added = Value(value);
        var earlier = _keys.Add(key) ? null : _parts.OfType<Entry>().LastOrDefault(e => e.Key == key);
        _parts.Add(new Entry(key, earlier is null ? added : Same(key, earlier.Value, added)));
    }

    /// <summary>Adds all entries of another map; where both have a key, the other map wins.</summary>
    /// <param name="values">The other map; it does not change.</param>
    public void Add(InputMap<V> values) => AddRange(values);

    /// <summary>Adds all entries of another map; where both have a key, the other map wins.</summary>
    /// <param name="values">The other map; it does not change.</param>
    public void AddRange(InputMap<V> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _parts.AddRange(values._parts.ToArray());
        _keys.UnionWith(values._keys);
    }

    /// <summary>Yields the entries in the order of their keys, waiting for those that arrive later.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The entries; nothing while the keys are unknown in a preview.</returns>
    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Entries().DataTask.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (data.IsKnown)
        {
            foreach (var (key, value) in data.Value.OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                yield return value.ToOutput().Apply(v => KeyValuePair.Create(key, v));
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"An InputMap<{typeof(V).Name}> cannot be walked directly because entries may arrive later: use 'await foreach', or Apply on the map.");

    internal override Output<ImmutableDictionary<string, V>> ToOutput()
        => HasLaterParts ? Entries().Apply(Settle) : Settle(KnownEntries());

    private static InputMap<V> Of(IEnumerable<KeyValuePair<string, V>> values)
        => new(values.Select(e => (object)new Entry(e.Key, Value(e.Value))).ToList());

    private static InputMap<V> Later<TMap>(Output<TMap> values)
        where TMap : IEnumerable<KeyValuePair<string, V>>?
        => new(values.Apply(map => map is null
            ? null!
            : map.ToImmutableDictionary(e => e.Key, e => Value(e.Value))));

    private static Input<V> Same(string key, Input<V> earlier, Input<V> added)
    {
        return earlier.Serializable is IOutput || added.Serializable is IOutput
            ? Output.Tuple(earlier, added).Apply(both => Equals(both.Item1, both.Item2) ? both.Item2 : throw Different())
            : Equals(earlier.Serializable, added.Serializable) ? added : throw Different();

        ArgumentException Different()
            => new($"The map already has another value for '{key}'. To replace it, assign map[\"{key}\"].", nameof(key));
    }

    private static Input<V> Value(Input<V>? value) => value ?? default(V)!;

    private static Output<ImmutableDictionary<string, V>> Settle(ImmutableDictionary<string, Input<V>> entries)
    {
        var keys = entries.Keys.ToArray();
        return Output.All(keys.Select(k => entries[k]))
            .Apply(values => keys.Zip(values).ToImmutableDictionary(e => e.First, e => e.Second));
    }

    private ImmutableDictionary<string, Input<V>> KnownEntries()
    {
        var entries = ImmutableDictionary.CreateBuilder<string, Input<V>>();
        foreach (var entry in _parts.OfType<Entry>())
        {
            entries[entry.Key] = entry.Value;
        }

        return entries.ToImmutable();
    }

    private Output<ImmutableDictionary<string, Input<V>>> Entries()
    {
        var segments = _parts.Select(p => p is Entry entry
            ? Output.Create(ImmutableDictionary<string, Input<V>>.Empty.Add(entry.Key, entry.Value))
            : (Output<ImmutableDictionary<string, Input<V>>>)p);
        return Output.All(segments).Apply(all =>
        {
            var entries = ImmutableDictionary.CreateBuilder<string, Input<V>>();
            foreach (var (key, value) in all.SelectMany(part => part ?? []))
            {
                entries[key] = value;
            }

            return entries.ToImmutable();
        });
    }

    private sealed record Entry(string Key, Input<V> Value);
}
