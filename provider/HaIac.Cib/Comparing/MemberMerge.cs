using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;

namespace HaIac.Cib.Comparing;

/// <summary>Merges the resources inside a group or clone: ours come, go and keep our order; those of others stay where they are among them.</summary>
internal sealed class MemberMerge(ThreeSidedMerge merge, IdPool ids, MergeLog log)
{
    public CibElement Merge(ObjectShape? last, ObjectShape wanted, CibElement holder)
    {
        var live = holder.Elements.Where(child => child.Id is not null && CibTags.IsResource(child.Name)).ToList();
        if (wanted.Members.Count == 0 && last is null or { Members.Count: 0 })
        {
            foreach (var foreign in live)
            {
                LogMember(wanted.Id, foreign.Id!, ChangeKind.Foreign, null, null, foreign.Name);
            }

            return holder;
        }

        var before = ById(last?.Members ?? [], member => member.Id);
        var after = ById(wanted.Members, member => member.Id);
        var now = ById(live, child => child.Id!);
        var kept = new List<CibElement>();
        foreach (var child in live)
        {
            if (KeepLive(wanted.Id, child, before.GetValueOrDefault(child.Id!), after.GetValueOrDefault(child.Id!)) is { } keeping)
            {
                kept.Add(keeping);
            }
        }

        foreach (var member in wanted.Members.Where(member => !now.ContainsKey(member.Id)))
        {
            if (before.TryGetValue(member.Id, out var lost))
            {
                LogMember(wanted.Id, member.Id, ChangeKind.Conflict, lost.Tag, member.Tag, null);
            }
        }

        if (!OrderIsOurs(last, wanted, live))
        {
            return holder;
        }

        var ordered = InWantedOrder(kept, wanted.Members, member => Create(wanted.Id, member, before.ContainsKey(member.Id)));
        return SameInstances(live, ordered) ? holder : holder.WithChildren(Placed(holder, live, ordered));
    }

    /// <summary>What becomes of a resource that the cluster has inside; null takes it out.</summary>
    private CibElement? KeepLive(string holder, CibElement child, ObjectShape? last, ObjectShape? wanted)
    {
        if (wanted is not null)
        {
            if (wanted.Tag == child.Name)
            {
                return merge.Merge(last, wanted, child);
            }

            if (last is null || last.Tag != child.Name)
            {
                LogMember(holder, wanted.Id, ChangeKind.Conflict, last?.Tag, wanted.Tag, child.Name);
                return child;
            }

            // One kind for another under the same id: nothing of the old one can stay.
            TakeOut(child, last);
            LogMember(holder, wanted.Id, ChangeKind.Changed, last.Tag, wanted.Tag, child.Name);
            ids.TryTake(wanted.Id);
            return merge.Create(wanted);
        }

        if (last is null)
        {
            LogMember(holder, child.Id!, ChangeKind.Foreign, null, null, child.Name);
            return child;
        }

        TakeOut(child, last);
        LogMember(holder, child.Id!, ChangeKind.Removed, last.Tag, null, child.Name);
        return null;
    }

    /// <summary>Frees the ids of a resource that goes; a conflict when it holds resources of others.</summary>
    private void TakeOut(CibElement resource, ObjectShape last)
    {
        ids.Release(resource.IdsInside);
        var ours = last.Ids.ToHashSet(StringComparer.Ordinal);
        foreach (var foreign in resource.Elements.Where(child => child.Id is not null && CibTags.IsResource(child.Name) && !ours.Contains(child.Id)))
        {
            LogMember(resource.Id!, foreign.Id!, ChangeKind.Conflict, null, null, foreign.Name);
        }
    }

    private CibElement? Create(string holder, ObjectShape member, bool wasThere)
    {
        if (wasThere)
        {
            return null;
        }

        if (!ids.TryTake(member.Id))
        {
            log.AddTaken(member.Id);
            return null;
        }

        LogMember(holder, member.Id, ChangeKind.Added, null, member.Tag, null);
        return merge.Create(member);
    }

    /// <summary>False, with a conflict, when somebody else put our members in an order that is neither the last applied nor the wanted one.</summary>
    private bool OrderIsOurs(ObjectShape? last, ObjectShape wanted, List<CibElement> live)
    {
        var liveIds = live.ConvertAll(child => child.Id!);
        if (last is null || SameOrder(liveIds, last.Members) || SameOrder(liveIds, wanted.Members))
        {
            return true;
        }

        log.Add(wanted.Id, "members", ChangeKind.Conflict, List(last.Members.Select(m => m.Id)), List(wanted.Members.Select(m => m.Id)), List(liveIds));
        return false;
    }

    private static bool SameOrder(List<string> live, IReadOnlyList<ObjectShape> members)
    {
        var inMembers = members.Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        var inLive = live.ToHashSet(StringComparer.Ordinal);
        return live.Where(inMembers.Contains).SequenceEqual(members.Select(member => member.Id).Where(inLive.Contains), StringComparer.Ordinal);
    }

    /// <summary>Ours in the wanted order in the places that ours have; a new one follows the one it follows in the declaration.</summary>
    private static List<CibElement> InWantedOrder(List<CibElement> kept, IReadOnlyList<ObjectShape> wanted, Func<ObjectShape, CibElement?> create)
    {
        var byId = ById(kept, child => child.Id!);
        var wantedIds = wanted.Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        var ours = new Queue<CibElement>(wanted.Select(member => member.Id).Distinct(StringComparer.Ordinal).Where(byId.ContainsKey).Select(id => byId[id]));
        var ordered = kept.ConvertAll(child => wantedIds.Contains(child.Id!) && ours.Count > 0 ? ours.Dequeue() : child);
        var place = 0;
        foreach (var member in wanted)
        {
            if (byId.ContainsKey(member.Id))
            {
                place = ordered.FindIndex(child => child.Id == member.Id) + 1;
            }
            else if (create(member) is { } created)
            {
                // The first members of all stand before ours that follow, behind nobody else's.
                ordered.Insert(place, created);
                place++;
            }
        }

        return ordered;
    }

    /// <summary>The children of the holder with its resources replaced; what stands between them keeps its place.</summary>
    private static ImmutableArray<CibNode> Placed(CibElement holder, List<CibElement> live, List<CibElement> ordered)
    {
        var children = ImmutableArray.CreateBuilder<CibNode>();
        var isResource = new HashSet<CibNode>(live, ReferenceEqualityComparer.Instance);
        var next = 0;
        var seen = 0;
        foreach (var child in holder.Children)
        {
            if (!isResource.Contains(child))
            {
                children.Add(child);
                continue;
            }

            seen++;
            var until = seen == live.Count ? ordered.Count : Math.Min(next + 1, ordered.Count);
            for (; next < until; next++)
            {
                children.Add(ordered[next]);
            }
        }

        for (; next < ordered.Count; next++)
        {
            children.Add(ordered[next]);
        }

        return children.ToImmutable();
    }

    /// <summary>By id; of two with one id, which only a document that the cluster refuses can have, the first.</summary>
    private static Dictionary<string, T> ById<T>(IEnumerable<T> items, Func<T, string> id)
        where T : class
    {
        var byId = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            byId.TryAdd(id(item), item);
        }

        return byId;
    }

    private void LogMember(string holder, string id, ChangeKind kind, string? last, string? wanted, string? live) =>
        log.Add(holder, $"members[{id}]", kind, last, wanted, live);

    private static bool SameInstances(List<CibElement> one, List<CibElement> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => ReferenceEquals(pair.First, pair.Second));

    private static string List(IEnumerable<string> ids) => string.Join(' ', ids);
}
