using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Reading;

namespace HaIac.Cib.Comparing;

/// <summary>Sets and removes pairs in the sets of an element, each where it stands; new pairs go to the set that counts most.</summary>
internal static class AttributeSetEditor
{
    /// <summary>The owner with the changes in it.</summary>
    /// <param name="owner">The element that holds the sets, or is itself one.</param>
    /// <param name="tag">The tag of the sets.</param>
    /// <param name="changes">New values by name; null takes the pair out. Emptied in the course of the work.</param>
    /// <param name="ids">Where new pairs and sets get their ids from.</param>
    /// <param name="except">The ids of sets that are declared as a whole and not touched here.</param>
    public static CibElement Apply(CibElement owner, string tag, Dictionary<string, string?> changes, IdPool ids, IReadOnlySet<string>? except = null)
    {
        if (changes.Count == 0)
        {
            return owner;
        }

        var removed = changes.Where(change => change.Value is null).Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        var sets = AttributeSets.Of(owner, tag, except);
        var written = sets.Select(set => WithPairs(set, changes, removed)).ToList();
        var added = changes.Where(change => change.Value is not null).ToList();
        if (added.Count > 0)
        {
            if (written.Count == 0)
            {
                return owner.Append(Filled(new CibElement(tag, [("id", NewId(owner, tag, ids))]), added, ids));
            }

            written[0] = Filled(written[0], added, ids);
        }

        var element = owner;
        for (var i = 0; i < written.Count; i++)
        {
            if (ReferenceEquals(sets[i], owner))
            {
                return written[i];
            }

            // A set that we emptied has no meaning any more; one that was empty before is not ours to remove.
            element = written[i].Children.IsEmpty && !sets[i].Children.IsEmpty ? element.Remove(sets[i]) : element.Replace(sets[i], written[i]);
        }

        return element;
    }

    /// <summary>The id of a new set; for sets of nodes the ones that Pacemaker's own tools give: nodes-1, nodes-1-utilization.</summary>
    private static string NewId(CibElement owner, string tag, IdPool ids) => (owner.Name, tag) switch
    {
        ("node", CibTags.InstanceAttributes) => ids.Take(CibSections.Nodes, owner.Id ?? ""),
        ("node", _) => ids.Take(CibSections.Nodes, owner.Id ?? "", tag),
        _ => ids.Take(owner.Id ?? "", tag),
    };

    private static CibElement WithPairs(CibElement set, Dictionary<string, string?> changes, HashSet<string> removed)
    {
        var children = ImmutableArray.CreateBuilder<CibNode>(set.Children.Length);
        var changed = false;
        foreach (var child in set.Children)
        {
            if (child is not CibElement { Name: "nvpair" } pair || pair["name"] is not { } name)
            {
                children.Add(child);
            }
            else if (removed.Contains(name))
            {
                // Every one of them: a weaker one left behind would come to count.
                changed = true;
            }
            else if (changes.Remove(name, out var value))
            {
                children.Add(pair.With("value", value));
                changed = true;
            }
            else
            {
                children.Add(child);
            }
        }

        return changed ? set.WithChildren(children.ToImmutable()) : set;
    }

    private static CibElement Filled(CibElement set, List<KeyValuePair<string, string?>> added, IdPool ids) =>
        set.WithChildren(set.Children.AddRange(added.Select(pair =>
            new CibElement("nvpair", [("id", ids.Take(set.Id ?? "", pair.Key)), ("name", pair.Key), ("value", pair.Value)]))));
}
