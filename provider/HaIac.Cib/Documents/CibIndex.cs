namespace HaIac.Cib.Documents;

/// <summary>All ids of a configuration: what has which id, and in which object at the top of its section.</summary>
/// <remarks>
/// A document that was made from another one shares the other's table and knows only what differs: the objects at the top that are not the
/// same instance in both. So after a small edit no id of the rest is looked at again.
/// </remarks>
internal sealed class CibIndex
{
    private readonly IdTable _table;

    /// <summary>What the table was filled from.</summary>
    private readonly CibElement? _filledFrom;

    /// <summary>Where ids are that differ from the table; null: gone.</summary>
    private readonly Dictionary<string, IdEntry?> _changed = new(StringComparer.Ordinal);

    private CibIndex(IdTable table, CibElement? filledFrom) => (_table, _filledFrom) = (table, filledFrom);

    /// <summary>Ids that more than one element has.</summary>
    public IReadOnlyList<(IdEntry First, CibElement Second)> Duplicates => _table.Duplicates;

    /// <summary>The index of a configuration; null for one that is missing.</summary>
    public static CibIndex Of(CibElement? configuration)
    {
        var table = new IdTable();
        foreach (var section in configuration?.Elements ?? [])
        {
            foreach (var child in section.Children)
            {
                if (child is CibElement top)
                {
                    table.AddTop(top, section.Name);
                }
            }
        }

        return new(table, configuration);
    }

    /// <summary>The index of another configuration, sharing what both have in common.</summary>
    public CibIndex For(CibElement? configuration) =>
        ReferenceEquals(configuration, _filledFrom) && _changed.Count == 0 ? this : TryDerive(configuration) ?? Of(configuration);

    public IdEntry? Find(string id) => _changed.Count > 0 && _changed.TryGetValue(id, out var entry) ? entry : _table.Find(id);

    /// <summary>An index that shares the table; null where that would be wrong (ids used twice) or not worth it.</summary>
    private CibIndex? TryDerive(CibElement? configuration)
    {
        if (_filledFrom is null || configuration is null || Duplicates.Count > 0
            || TopChanges.Between(_filledFrom, configuration) is not { } changes || changes.Count * 4 > _table.Count)
        {
            return null;
        }

        var derived = new CibIndex(_table, _filledFrom);
        foreach (var (_, top) in changes.Gone)
        {
            foreach (var (id, _) in IdsIn(top))
            {
                derived._changed[id] = null;
            }
        }

        foreach (var (section, top) in changes.Come)
        {
            foreach (var (id, element) in IdsIn(top))
            {
                if (derived.Find(id) is not null)
                {
                    return null;
                }

                derived._changed[id] = new IdEntry(element, top, section);
            }
        }

        return derived;
    }

    private static IEnumerable<(string Id, CibElement Element)> IdsIn(CibElement top)
    {
        var open = new Stack<CibElement>([top]);
        while (open.TryPop(out var element))
        {
            if (element.Id is { } id && !ReferencesTo.IsReference(element.Name))
            {
                yield return (id, element);
            }

            foreach (var child in element.Children)
            {
                if (child is CibElement inner)
                {
                    open.Push(inner);
                }
            }
        }
    }
}
