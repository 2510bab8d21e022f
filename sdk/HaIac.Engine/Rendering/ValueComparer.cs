using HaIac.Protocol.Properties;

namespace HaIac.Engine.Rendering;

/// <summary>Compares values for the display. Null counts as absent, assets are equal when their hashes are.</summary>
internal static class ValueComparer
{
    /// <summary>Compares two objects, field by field.</summary>
    /// <param name="old">Before.</param>
    /// <param name="now">After.</param>
    public static ObjectChange Compare(WireObject old, WireObject now)
    {
        var changes = new ObjectChange();
        foreach (var (key, before) in old)
        {
            var after = now.TryGetValue(key, out var found) ? found : WireNull.Instance;
            if (CompareField(before, after) is { } change)
                changes.Fields[key] = change;
        }

        foreach (var (key, after) in now)
        {
            if (!old.ContainsKey(key) && after is not WireNull)
                changes.Fields[key] = ValueChange.Added(after);
        }

        return changes;
    }

    /// <summary>Compares two values.</summary>
    /// <param name="old">Before.</param>
    /// <param name="now">After.</param>
    public static ValueChange Compare(WireValue old, WireValue now)
    {
        if (AreEqual(old, now))
            return new(ChangeSign.Same, old, now);
        return (old, now) switch
        {
            (WireList before, WireList after) => new(ChangeSign.Changed, old, now) { Items = CompareItems(before, after) },
            (WireMap before, WireMap after) => new(ChangeSign.Changed, old, now) { Fields = Compare(before.Fields, after.Fields) },
            _ => new(ChangeSign.Changed, old, now),
        };
    }

    /// <summary>True if the values mean the same.</summary>
    /// <param name="old">Before.</param>
    /// <param name="now">After.</param>
    public static bool AreEqual(WireValue old, WireValue now) => (old, now) switch
    {
        (WireAsset { Hash.Length: > 0 } before, WireAsset { Hash.Length: > 0 } after) => before.Hash == after.Hash,
        (WireArchive { Hash.Length: > 0 } before, WireArchive { Hash.Length: > 0 } after) => before.Hash == after.Hash,
        (WireList before, WireList after) => before.Items.Count == after.Items.Count
            && before.Items.Zip(after.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (WireMap before, WireMap after) => !Compare(before.Fields, after.Fields).Any,
        (WireSecret before, WireSecret after) => AreEqual(before.Value, after.Value),
        _ => old.Equals(now),
    };

    private static ValueChange? CompareField(WireValue old, WireValue now) => (old, now) switch
    {
        (WireNull, WireNull) => null,
        (WireNull, _) => ValueChange.Added(now),
        (_, WireNull) => ValueChange.Deleted(old),
        _ => Compare(old, now),
    };

    private static SortedDictionary<int, ValueChange> CompareItems(WireList old, WireList now)
    {
        var changes = new SortedDictionary<int, ValueChange>();
        for (var i = 0; i < Math.Max(old.Items.Count, now.Items.Count); i++)
        {
            changes[i] = i >= old.Items.Count ? ValueChange.Added(now.Items[i])
                : i >= now.Items.Count ? ValueChange.Deleted(old.Items[i])
                : Compare(old.Items[i], now.Items[i]);
        }

        return changes;
    }
}
