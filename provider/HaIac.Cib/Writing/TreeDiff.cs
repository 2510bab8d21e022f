using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>Finds the changes between two trees that share most of their elements: what is the same instance is not looked into.</summary>
internal sealed class TreeDiff
{
    /// <summary>Attributes of the root that the CIB manager keeps itself.</summary>
    private static readonly string[] s_managed =
    [
        "admin_epoch", "epoch", "num_updates", "cib-last-written", "update-origin", "update-client", "update-user", "dc-uuid", "have-quorum",
        "execution-date", "crm_feature_set",
    ];

    /// <summary>Deletions and modifications, applied in this order.</summary>
    private readonly List<PatchChange> _first = [];

    /// <summary>Creations and moves, applied by rising position.</summary>
    private readonly List<PatchChange> _placed = [];

    private TreeDiff()
    {
    }

    /// <summary>Whether the CIB manager keeps an attribute of the root itself.</summary>
    public static bool IsManaged(string name) => Array.IndexOf(s_managed, name) >= 0;

    public static IReadOnlyList<PatchChange> Between(CibElement before, CibElement after)
    {
        var diff = new TreeDiff();
        var wanted = s_managed.Aggregate(after, (element, name) => element.With(name, before[name]));
        if (!diff.TryElements(before, wanted, "/" + before.Name))
        {
            throw PatchFindings.NotNameable();
        }

        return [.. diff._first, .. diff._placed.OrderBy(change => change.Position)];
    }

    /// <summary>Collects the changes between two elements; false, and nothing collected, when one can only replace the other as a whole.</summary>
    private bool TryElements(CibElement before, CibElement after, string path)
    {
        if (ReferenceEquals(before, after))
        {
            return true;
        }

        var (first, placed) = (_first.Count, _placed.Count);
        if (before.Attributes.Length != after.Attributes.Length || before.Attributes.Any(a => after[a.Name] != a.Value))
        {
            _first.Add(PatchChange.Modify(path, before, after));
        }

        if (before.Children == after.Children || TryChildren(before, after, path))
        {
            return true;
        }

        _first.RemoveRange(first, _first.Count - first);
        _placed.RemoveRange(placed, _placed.Count - placed);
        return false;
    }

    private bool TryChildren(CibElement before, CibElement after, string path)
    {
        // Places count from where the children that both share at the beginning end.
        var shared = SharedEnds.Of(before, after);
        var (oldKeys, newKeys) = SiblingKey.Of(before, after, shared);
        var (old, now) = (shared.Middle(before).ToArray(), shared.Middle(after).ToArray());
        var staying = Staying(old, now, oldKeys, newKeys, path);
        var settled = LongestRising.Of(staying.ConvertAll(pair => pair.New));

        // What no path can name cannot be moved: it goes and comes again.
        var (kept, moving) = (new List<(int Old, int New)>(), new HashSet<int>());
        for (var i = 0; i < staying.Count; i++)
        {
            if (settled.Contains(i) || oldKeys[staying[i].Old].HasAddress)
            {
                kept.Add(staying[i]);
                _ = settled.Contains(i) || moving.Add(staying[i].New);
            }
        }

        return TryDelete(old, oldKeys, kept.Select(pair => pair.Old).ToHashSet(), path, shared.Start)
            && TryPlace(now, newKeys, kept.Select(pair => pair.New).ToHashSet(), moving, path, shared.Start);
    }

    /// <summary>The children that both have, as places in the old and the new list, in the old order; with the changes inside them collected.</summary>
    private List<(int Old, int New)> Staying(CibNode[] before, CibNode[] after, SiblingKey[] oldKeys, SiblingKey[] newKeys, string path)
    {
        var newPlaces = new Dictionary<SiblingKey, int>(newKeys.Length);
        for (var i = 0; i < newKeys.Length; i++)
        {
            newPlaces[newKeys[i]] = i;
        }

        var staying = new List<(int Old, int New)>(oldKeys.Length);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (newPlaces.TryGetValue(oldKeys[i], out var place)
                && (!oldKeys[i].HasAddress || TryElements((CibElement)before[i], (CibElement)after[place], oldKeys[i].Below(path))))
            {
                staying.Add((i, place));
            }
        }

        return staying;
    }

    private bool TryDelete(CibNode[] before, SiblingKey[] keys, HashSet<int> kept, string path, int start)
    {
        var position = start;
        for (var i = 0; i < keys.Length; i++)
        {
            if (kept.Contains(i))
            {
                position++;
            }
            else if (keys[i].HasAddress)
            {
                _first.Add(PatchChange.Delete(keys[i].Below(path), null));
            }
            else if (before[i] is CibComment)
            {
                // Named by its place at the time: what is deleted before it is gone by then.
                _first.Add(PatchChange.Delete(path + "/comment", position));
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts what is new or moves into its place, from the first child to the last.</summary>
    /// <remarks>
    /// Positions are those of the finished list: Pacemaker puts all that moves to the end before it places anything, so at each step the
    /// children before the position are there already, in their final order.
    /// </remarks>
    private bool TryPlace(CibNode[] after, SiblingKey[] keys, HashSet<int> present, HashSet<int> moving, string path, int start)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (moving.Contains(i))
            {
                _placed.Add(PatchChange.Move(keys[i].Below(path), start + i));
            }
            else if (present.Contains(i))
            {
                continue;
            }
            else if (after[i] is CibElement or CibComment)
            {
                _placed.Add(PatchChange.Create(path, start + i, after[i]));
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
