namespace HaIac.Cib.Documents;

/// <summary>All ids of a configuration: what has which id, and in which object at the top of its section.</summary>
internal sealed class CibIndex
{
    private readonly Dictionary<string, IdEntry> _byId = new(StringComparer.Ordinal);
    private readonly List<(IdEntry First, CibElement Second)> _duplicates = [];

    private CibIndex()
    {
    }

    /// <summary>Ids that more than one element has.</summary>
    public IReadOnlyList<(IdEntry First, CibElement Second)> Duplicates => _duplicates;

    public static CibIndex Of(CibElement root)
    {
        var index = new CibIndex();
        foreach (var section in root.Find(CibSections.Configuration)?.Elements ?? [])
        {
            foreach (var top in section.Elements)
            {
                index.Add(section.Name, top, top);
            }
        }

        return index;
    }

    public IdEntry? Find(string id) => _byId.TryGetValue(id, out var entry) ? entry : null;

    private void Add(string section, CibElement top, CibElement element)
    {
        if (element.Id is { } id && !ReferencesTo.IsReference(element.Name))
        {
            var entry = new IdEntry(element, top, section);
            if (!_byId.TryAdd(id, entry))
            {
                _duplicates.Add((_byId[id], element));
            }
        }

        foreach (var child in element.Children)
        {
            if (child is CibElement inner)
            {
                Add(section, top, inner);
            }
        }
    }
}
