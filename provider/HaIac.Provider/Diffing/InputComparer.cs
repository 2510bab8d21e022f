using System.Collections.Immutable;
using HaIac.Provider.Checking;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Diffing;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>
/// Finds what changed between two versions of the inputs of a resource, as paths into them. Only what means something else to Pacemaker is a
/// change: 60s and 1min are equal, so are INFINITY and 1000000, and the order of operations counts for nothing.
/// </summary>
internal static class InputComparer
{
    /// <summary>The changes, in the order of their paths.</summary>
    /// <param name="shape">The shape of the resource type.</param>
    /// <param name="before">The inputs of the last update.</param>
    /// <param name="after">The inputs of this one.</param>
    public static ImmutableArray<PropertyChange> Compare(ObjectShape shape, Fields before, Fields after)
    {
        var changes = new List<PropertyChange>();
        Object(shape, before, after, "", inherited: false, changes);
        return [.. changes.OrderBy(change => change.Path, StringComparer.Ordinal)];
    }

    // A change deep inside replaces only when the property itself says so; a change of the whole value does when any property above or in it says so.
    private static void Object(ObjectShape shape, Fields before, Fields after, string path, bool inherited, List<PropertyChange> changes)
    {
        foreach (var name in before.Keys.Union(after.Keys).Where(name => !name.StartsWith("__", StringComparison.Ordinal)))
        {
            if (shape.Find(name) is { } field)
            {
                Value(field.Shape, Set(before, name), Set(after, name), PropertyPath.Key(path, name), field.Replaces || inherited, changes);
            }
        }
    }

    private static void Value(Shape shape, PropertyValue? before, PropertyValue? after, string path, bool replaces, List<PropertyChange> changes)
    {
        switch (before, after)
        {
            case (null, null):
            case ({ }, { }) when shape.SameMeaning(before, after):
                return;
            case (null, { }):
                changes.Add(new(path, ChangeKind.Add, replaces));
                return;
            case ({ }, null):
                changes.Add(new(path, ChangeKind.Delete, replaces));
                return;
        }

        switch (shape)
        {
            // What is inside an object decides for itself whether it replaces: a new agent does, a new interval does not.
            case ObjectShape nested when before.TryGetMap(out var one) && after.TryGetMap(out var other):
                Object(nested, one, other, path, inherited: false, changes);
                return;
            case TextMapShape map when before.TryGetMap(out var one) && after.TryGetMap(out var other):
                foreach (var name in one.Keys.Union(other.Keys))
                {
                    Value(map.ValueOf(name), Set(one, name), Set(other, name), PropertyPath.Key(path, name), replaces, changes);
                }

                return;
            case ListShape list when before.TryGetArray(out var one) && after.TryGetArray(out var other):
                List(list, one, other, path, replaces, changes);
                return;
            default:
                changes.Add(new(path, ChangeKind.Update, replaces));
                return;
        }
    }

    private static void List(ListShape shape, ImmutableArray<PropertyValue> before, ImmutableArray<PropertyValue> after, string path, bool replaces, List<PropertyChange> changes)
    {
        var pairs = Pair(shape, before, after);
        foreach (var (old, now) in pairs)
        {
            var at = PropertyPath.Index(path, now ?? old!.Value);
            if (old is null || now is null)
            {
                changes.Add(new(at, old is null ? ChangeKind.Add : ChangeKind.Delete, replaces));
            }
            else if (old == now)
            {
                Value(shape.Item, before[old.Value], after[now.Value], at, replaces, changes);
            }
            else if (shape.Ordered || !shape.Item.SameMeaning(before[old.Value], after[now.Value]))
            {
                // One path cannot name two places, so an item that moved and changed is reported whole, unless it must be replaced.
                var inside = new List<PropertyChange>();
                Value(shape.Item, before[old.Value], after[now.Value], at, replaces, inside);
                changes.Add(new(at, ChangeKind.Update, replaces || inside.Any(change => change.Replaces)));
            }
        }

        // A deletion and a change at one place would have one path: the change stays, it says more.
        foreach (var path2 in changes.GroupBy(change => change.Path, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToList())
        {
            var same = changes.FindAll(change => change.Path == path2);
            changes.RemoveAll(change => change.Path == path2);
            changes.Add(new(path2, ChangeKind.Update, same.Any(change => change.Replaces)));
        }
    }

    /// <summary>Pairs the items of both versions: by key, those with one key in their order; each item once.</summary>
    private static List<(int? Old, int? Now)> Pair(ListShape shape, ImmutableArray<PropertyValue> before, ImmutableArray<PropertyValue> after)
    {
        var open = Enumerable.Range(0, before.Length).GroupBy(index => KeyOf(shape, before[index])).ToDictionary(group => group.Key, group => group.ToList());
        var pairs = new List<(int? Old, int? Now)>();
        for (var now = 0; now < after.Length; now++)
        {
            var candidates = open.GetValueOrDefault(KeyOf(shape, after[now])) ?? [];
            var equal = candidates.FindIndex(old => shape.Item.SameMeaning(before[old], after[now]));
            int? old = candidates.Count == 0 ? null : candidates[Math.Max(equal, 0)];
            if (old is not null)
            {
                candidates.Remove(old.Value);
            }

            pairs.Add((old, now));
        }

        pairs.AddRange(open.Values.SelectMany(rest => rest).Select(old => ((int?)old, (int?)null)));
        return pairs;
    }

    private static string KeyOf(ListShape shape, PropertyValue item) => item.TryGetMap(out var map) ? shape.Key(map) : "";

    private static PropertyValue? Set(Fields fields, string name) => fields.TryGetValue(name, out var value) && !value.IsNull ? value : null;
}
