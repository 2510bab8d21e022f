using System.Collections.Immutable;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>Puts an aligned element together: what the earlier one has stays where it is, what is new comes behind what it follows in the later one.</summary>
internal sealed class ChildAssembly
{
    private readonly CibElement _before;
    private readonly CibElement _after;
    private readonly string _holder;

    /// <summary>What stands for a child of either side.</summary>
    private readonly Dictionary<CibNode, CibElement> _images = new(ReferenceEqualityComparer.Instance);

    /// <summary>Children of the earlier element that nothing stands for.</summary>
    private readonly HashSet<CibNode> _dropped = new(ReferenceEqualityComparer.Instance);

    private readonly HashSet<CibNode> _new = new(ReferenceEqualityComparer.Instance);

    private ChildAssembly(CibElement before, CibElement after, string holder) => (_before, _after, _holder) = (before, after, holder);

    /// <summary>The earlier element with the children of the pairs; the very instance when no child differs and none moves.</summary>
    /// <param name="before">The earlier element, with its attributes as they shall be.</param>
    /// <param name="after">The later element.</param>
    /// <param name="holder">The tag of what holds it.</param>
    /// <param name="pairs">All child elements of both.</param>
    /// <param name="moved">The children of the later element that stand elsewhere among those whose order counts.</param>
    public static CibElement Of(CibElement before, CibElement after, string holder, List<ChildPair> pairs, out IReadOnlyCollection<CibElement> moved)
    {
        var assembly = new ChildAssembly(before, after, holder);
        var same = true;
        foreach (var (old, now, result) in pairs)
        {
            same &= ReferenceEquals(old, result);
            if (result is null)
            {
                _ = old is null || assembly._dropped.Add(old);
                continue;
            }

            _ = old is null ? assembly._new.Add(result) : assembly._images.TryAdd(old, result);
            if (now is not null)
            {
                assembly._images[now] = result;
            }
        }

        var slots = assembly.Reordered(pairs, out moved);
        return same && moved.Count == 0 ? before : before.WithChildren(assembly.WithNew(slots));
    }

    /// <summary>What stays, in its order; the places of those whose order counts are filled in the order of the later element.</summary>
    private List<CibNode> Reordered(List<ChildPair> pairs, out IReadOnlyCollection<CibElement> moved)
    {
        var slots = new List<CibNode>(_before.Children.Length);
        foreach (var child in _before.Children)
        {
            if (!_dropped.Contains(child))
            {
                slots.Add(_images.TryGetValue(child, out var image) ? image : child);
            }
        }

        List<CibElement>? elsewhere = null;
        var matched = pairs.Where(pair => pair is { Old: not null, New: not null, Result: not null });
        foreach (var ordered in matched.GroupBy(pair => PartGrammar.OrderOf(_after, _holder, pair.New!)).Where(group => group.Key is not null))
        {
            elsewhere = Reorder(slots, ordered.ToList(), elsewhere);
        }

        moved = elsewhere is null ? [] : elsewhere;
        return slots;
    }

    private List<CibElement>? Reorder(List<CibNode> slots, List<ChildPair> ordered, List<CibElement>? elsewhere)
    {
        if (ordered.Count < 2)
        {
            return elsewhere;
        }

        var (oldPlaces, newPlaces) = (Places(_before), Places(_after));
        var byNew = ordered.OrderBy(pair => newPlaces[pair.New!]).ToList();
        var oldOrder = byNew.ConvertAll(pair => oldPlaces[pair.Old!]);
        if (oldOrder.Zip(oldOrder.Skip(1)).All(two => two.First < two.Second))
        {
            return elsewhere;
        }

        var settled = Writing.LongestRising.Of(oldOrder);
        elsewhere ??= [];
        elsewhere.AddRange(byNew.Where((_, place) => !settled.Contains(place)).Select(pair => pair.New!));

        var members = ordered.Select(pair => (CibNode)pair.Result!).ToHashSet(ReferenceEqualityComparer.Instance);
        var next = 0;
        for (var i = 0; i < slots.Count; i++)
        {
            if (members.Contains(slots[i]))
            {
                slots[i] = byNew[next++].Result!;
            }
        }

        return elsewhere;
    }

    private ImmutableArray<CibNode> WithNew(List<CibNode> slots)
    {
        if (_new.Count == 0)
        {
            return [.. slots];
        }

        // What is new follows the last one before it of its own kind, else the last one before it; the first of an order goes before the others.
        var followers = new Dictionary<CibNode, List<CibNode>>(ReferenceEqualityComparer.Instance);
        var leaders = new Dictionary<CibNode, List<CibNode>>(ReferenceEqualityComparer.Instance);
        var (front, anchors, lastOfKind) = (new List<CibNode>(), new Dictionary<CibNode, List<CibNode>>(ReferenceEqualityComparer.Instance), new Dictionary<string, CibNode>(StringComparer.Ordinal));
        CibNode? last = null;
        foreach (var child in _after.Elements)
        {
            var order = PartGrammar.OrderOf(_after, _holder, child);
            var kind = order ?? child.Name;
            if (!_images.TryGetValue(child, out var image))
            {
                continue;
            }

            if (_new.Contains(image))
            {
                var previous = lastOfKind.GetValueOrDefault(kind);
                var list = previous is null && order is not null && FirstInSlots(slots, order) is { } first ? ListOf(leaders, first)
                    : (previous ?? last) is not { } anchor ? front
                    : anchors.TryGetValue(anchor, out var same) ? same
                    : ListOf(followers, anchor);
                list.Add(image);
                anchors[image] = list;
            }

            lastOfKind[kind] = image;
            last = image;
        }

        return [.. front, .. slots.SelectMany(slot => Around(leaders, followers, slot))];
    }

    private CibNode? FirstInSlots(List<CibNode> slots, string order) =>
        slots.Find(slot => slot is CibElement element && PartGrammar.OrderOf(_after, _holder, element) == order);

    private static IEnumerable<CibNode> Around(Dictionary<CibNode, List<CibNode>> leaders, Dictionary<CibNode, List<CibNode>> followers, CibNode slot)
    {
        IEnumerable<CibNode> all = leaders.TryGetValue(slot, out var before) ? before.Append(slot) : [slot];
        return followers.TryGetValue(slot, out var behind) ? all.Concat(behind) : all;
    }

    private static List<CibNode> ListOf(Dictionary<CibNode, List<CibNode>> lists, CibNode anchor) =>
        lists.TryGetValue(anchor, out var list) ? list : lists[anchor] = [];

    private static Dictionary<CibNode, int> Places(CibElement holder)
    {
        var places = new Dictionary<CibNode, int>(holder.Children.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < holder.Children.Length; i++)
        {
            places[holder.Children[i]] = i;
        }

        return places;
    }
}
