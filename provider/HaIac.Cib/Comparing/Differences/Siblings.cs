using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>Lists of objects side by side.</summary>
internal static class Siblings
{
    /// <summary>The child elements of both that are the same one: the same tag and id, in their order where there are several.</summary>
    public static List<(CibElement? Old, CibElement? New)> Match(CibElement before, CibElement after, Func<CibElement, bool>? isObject = null)
    {
        var news = new Dictionary<(string Tag, string? Id), Queue<CibElement>>();
        foreach (var child in after.Elements.Where(child => isObject?.Invoke(child) != false))
        {
            if (!news.TryGetValue((child.Name, child.Id), out var same))
            {
                news[(child.Name, child.Id)] = same = new();
            }

            same.Enqueue(child);
        }

        var matches = new List<(CibElement? Old, CibElement? New)>();
        foreach (var child in before.Elements.Where(child => isObject?.Invoke(child) != false))
        {
            matches.Add((child, news.TryGetValue((child.Name, child.Id), out var same) && same.TryDequeue(out var now) ? now : null));
        }

        var left = news.Values.SelectMany(same => same).ToHashSet(ReferenceEqualityComparer.Instance);
        matches.AddRange(after.Elements.Where(left.Contains).Select(now => ((CibElement?)null, (CibElement?)now)));
        return matches;
    }

    /// <summary>
    /// The matches with sets of pairs at the top of a section known by what they hold, as their ids are names only: all but the one set of cluster
    /// options that Pacemaker looks for by its id.
    /// </summary>
    public static List<(CibElement? Old, CibElement? New)> WithNamelessSets(List<(CibElement? Old, CibElement? New)> matches, PartReferences references)
    {
        var (olds, news) = (matches.Where(match => match.New is null && IsNameless(match.Old!)), matches.Where(match => match.Old is null && IsNameless(match.New!)));
        var both = olds.Select(match => match.Old!).GroupBy(set => set.Name)
            .Join(news.Select(match => match.New!).GroupBy(set => set.Name), group => group.Key, group => group.Key, (gone, come) => PartKey.Match([.. gone], [.. come], references))
            .SelectMany(pairs => pairs)
            .ToList();
        return both.Count == 0 ? matches : [.. matches.Where(match => !both.Exists(pair => IsOf(pair, match))), .. both];

        static bool IsOf((CibElement? Old, CibElement? New) pair, (CibElement? Old, CibElement? New) match) =>
            (match.New is null && ReferenceEquals(match.Old, pair.Old)) || (match.Old is null && ReferenceEquals(match.New, pair.New));
    }

    private static bool IsNameless(CibElement element) =>
        PartGrammar.IsSet(element.Name) || (element.Name == CibTags.ClusterPropertySet && element.Id != Options.ClusterProperties.DefaultId);

    /// <summary>Where a child stands.</summary>
    public static ObjectPlace PlaceOf(CibElement holder, CibElement child)
    {
        CibElement? behind = null;
        foreach (var sibling in holder.Elements)
        {
            if (ReferenceEquals(sibling, child))
            {
                break;
            }

            behind = PartGrammar.OrderOf(holder, "", sibling) is null ? behind : sibling;
        }

        return new(holder.Name, CibTags.IsResource(holder.Name) ? holder.Id : null, behind?.Id);
    }

    /// <summary>The element in which another one stands, however deep; null when it is nowhere inside.</summary>
    public static CibElement? HolderOf(CibElement element, CibElement part)
    {
        foreach (var child in element.Elements)
        {
            if (ReferenceEquals(child, part))
            {
                return element;
            }

            if (CibTags.IsResource(child.Name) && HolderOf(child, part) is { } holder)
            {
                return holder;
            }
        }

        return null;
    }

    /// <summary>An element with the resources of another one, which has the same ones, in place of its own.</summary>
    public static CibElement WithResourcesOf(CibElement element, CibElement other)
    {
        var resources = other.Elements.Where(child => CibTags.IsResource(child.Name)).ToLookup(child => (child.Name, child.Id));
        var taken = new Dictionary<(string Name, string? Id), int>();
        return resources.Count == 0 ? element : element.WithChildren([.. element.Children.Select(Taken)]);

        CibNode Taken(CibNode child)
        {
            if (child is not CibElement { Name: var tag } resource || !CibTags.IsResource(tag))
            {
                return child;
            }

            var place = taken.GetValueOrDefault((tag, resource.Id));
            taken[(tag, resource.Id)] = place + 1;
            return resources[(tag, resource.Id)].ElementAt(place);
        }
    }
}
