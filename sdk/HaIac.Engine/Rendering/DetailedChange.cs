using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Rendering;

/// <summary>Makes changes of values from the property paths that a provider named (display rule 31a).</summary>
internal static class DetailedChange
{
    /// <summary>The changes that the paths name, and no other.</summary>
    /// <param name="op">The step.</param>
    /// <param name="detailed">Kind of change by path.</param>
    /// <param name="old">State before.</param>
    /// <param name="now">State after.</param>
    public static ObjectChange Build(StepOp op, ImmutableSortedDictionary<string, PropertyDiff> detailed, StepState old, StepState now)
    {
        var changes = new ObjectChange();
        foreach (var (path, diff) in detailed)
        {
            var elements = PropertyPath.Parse(path);
            if (elements.Count == 0)
                continue;
            WireValue before = new WireMap(diff.InputDiff ? old.Inputs : old.Outputs);
            WireValue after = new WireMap(op == StepOp.Refresh && !diff.InputDiff ? now.Outputs : now.Inputs);
            Add(changes, elements, 0, before, after, diff.Kind);
        }

        return changes;
    }

    private static void Add(ObjectChange into, IReadOnlyList<object> path, int at, WireValue? before, WireValue? after, PropertyDiffKind kind)
    {
        var key = path[at] as string ?? path[at].ToString()!;
        into.Fields[key] = Next(into.Fields.GetValueOrDefault(key), path, at, before, after, kind);
    }

    private static ValueChange Next(ValueChange? known, IReadOnlyList<object> path, int at, WireValue? before, WireValue? after, PropertyDiffKind kind)
    {
        var old = PropertyPath.Step(before, path[at]);
        var now = PropertyPath.Step(after, path[at]);
        if (at == path.Count - 1)
            return Leaf(kind, old, now);

        known ??= new ValueChange(ChangeSign.Changed, old, now);
        if (path[at + 1] is int index)
        {
            var items = known.Items ?? [];
            items[index] = Next(items.GetValueOrDefault(index), path, at + 1, old, now, kind);
            return known with { Items = items };
        }

        var fields = known.Fields ?? new ObjectChange();
        Add(fields, path, at + 1, old, now, kind);
        return known with { Fields = fields };
    }

    private static ValueChange Leaf(PropertyDiffKind kind, WireValue? old, WireValue? now)
    {
        old ??= WireNull.Instance;
        now ??= WireNull.Instance;
        if (kind.IsAdd())
            return ValueChange.Added(now);
        if (kind.IsDelete())
            return ValueChange.Deleted(old);

        // The provider says that it changes, even if both sides look the same (secrets do).
        return ValueComparer.Compare(old, now) with { Sign = ChangeSign.Changed };
    }
}
