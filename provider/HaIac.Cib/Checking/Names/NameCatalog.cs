using HaIac.Cib.Findings;

namespace HaIac.Cib.Checking.Names;

/// <summary>The names of one kind: cluster options, meta attributes, or options of operations.</summary>
internal sealed class NameCatalog(IEnumerable<KnownName> names)
{
    private readonly Dictionary<string, KnownName> _byName = names.ToDictionary(name => name.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<KnownName> All => _byName.Values;

    public KnownName? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The name that was probably meant; names that no longer count are not proposed.</summary>
    public string? Nearest(string name) => NearestName.Find(name, _byName.Values.Where(known => known.Removed is null).Select(known => known.Name));
}
