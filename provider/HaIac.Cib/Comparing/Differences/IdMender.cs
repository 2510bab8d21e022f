using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>
/// Gives other ids to parts whose id something else has: what came from the later document meets what kept its id from the earlier one. Only ids
/// that nothing refers to change; those of objects never.
/// </summary>
internal sealed class IdMender(CibDocument before, PartReferences references)
{
    /// <summary>The root with ids that are unique, as far as they were in each of the two documents.</summary>
    public CibElement Mend(CibElement root)
    {
        if (!MayCollide(root))
        {
            return root;
        }

        var holders = new Dictionary<string, List<(CibElement Element, bool IsObject)>>(StringComparer.Ordinal);
        foreach (var section in root.Find(CibSections.Configuration)!.Elements)
        {
            foreach (var top in section.Elements)
            {
                Collect(top, true, holders);
            }
        }

        var ids = new IdPool(id => holders.ContainsKey(id) || references.Has(id));
        var renamed = new Dictionary<CibElement, string>(ReferenceEqualityComparer.Instance);
        foreach (var (id, sharing) in holders.Where(holder => holder.Value.Count > 1))
        {
            var keeper = sharing.MaxBy(one => Claim(one.Element, one.IsObject));
            foreach (var (element, isObject) in sharing.Where(one => !ReferenceEquals(one.Element, keeper.Element) && !one.IsObject && MayChange(one.Element)))
            {
                renamed[element] = ids.Take(id);
            }
        }

        return Renamed(root, renamed);
    }

    /// <summary>Whether an object that differs has an id twice, or one that an object outside has.</summary>
    private bool MayCollide(CibElement root)
    {
        var (mine, theirs) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var twice = false;
        foreach (var section in root.Find(CibSections.Configuration)?.Elements ?? [])
        {
            var old = before.Configuration?.Find(section.Name) ?? new CibElement(section.Name, []);
            if (ReferenceEquals(old, section))
            {
                continue;
            }

            var shared = SharedEnds.Of(old, section);
            var (olds, news) = (shared.Of(old), shared.Of(section));
            var (oldOnes, newOnes) = (olds.Children.ToHashSet(ReferenceEqualityComparer.Instance), news.Children.ToHashSet(ReferenceEqualityComparer.Instance));
            mine.UnionWith(olds.Elements.Where(child => !newOnes.Contains(child)).SelectMany(child => child.IdsInside));
            twice |= !news.Elements.Where(child => !oldOnes.Contains(child)).SelectMany(child => child.IdsInside).All(theirs.Add);
        }

        return twice || theirs.Any(id => !mine.Contains(id) && before.Index.Find(id) is not null);
    }

    /// <summary>Who keeps an id: an object before a part that is referred to, before one that had it already.</summary>
    private int Claim(CibElement element, bool isObject) =>
        isObject ? 3
        : !MayChange(element) ? 2
        : before.Index.Find(element.Id!) is { } known && (ReferenceEquals(known.Element, element) || (known.Element.Name == element.Name && PartKey.Of(known.Element) == PartKey.Of(element))) ? 1
        : 0;

    private bool MayChange(CibElement part) => PartGrammar.IsKnown(part.Name) && !references.Has(part.Id);

    private static void Collect(CibElement element, bool isObject, Dictionary<string, List<(CibElement Element, bool IsObject)>> holders)
    {
        if (element.Id is { } id && !ReferencesTo.IsReference(element.Name))
        {
            if (!holders.TryGetValue(id, out var sharing))
            {
                holders[id] = sharing = [];
            }

            sharing.Add((element, isObject));
        }

        foreach (var child in element.Elements)
        {
            Collect(child, CibTags.IsResource(child.Name), holders);
        }
    }

    private static CibElement Renamed(CibElement element, Dictionary<CibElement, string> renamed)
    {
        var children = element.Children;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is CibElement child && Renamed(child, renamed) is var other && !ReferenceEquals(child, other))
            {
                children = children.SetItem(i, other);
            }
        }

        var rebuilt = children == element.Children ? element : element.WithChildren(children);
        return renamed.TryGetValue(element, out var id) ? rebuilt.With("id", id) : rebuilt;
    }
}
