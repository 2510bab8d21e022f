using HaIac.Cib.Documents;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>
/// Aligns the sets of pairs of one owner. Where all of them always apply, only the pairs that hold count, in however many sets they stand;
/// sets with rules, with references, or that something refers to are known one by one.
/// </summary>
internal sealed class SetAligner(PartAligner parts, PartReferences references)
{
    /// <summary>Adds what becomes of the sets of one tag.</summary>
    public void Pair(CibElement before, CibElement after, string tag, ObjectLog? log, string section, string path, List<ChildPair> pairs)
    {
        var olds = before.Elements.Where(child => child.Name == tag).ToList();
        var news = after.Elements.Where(child => child.Name == tag).ToList();
        if (olds.Count == 1 && news.Count == 1 && ReferenceEquals(olds[0], news[0]))
        {
            pairs.Add(new(olds[0], news[0], olds[0]));
        }
        else if (before.Name != tag && olds.Concat(news).All(IsPlain) && MayMerge(olds, news))
        {
            PairPlain(Strongest(olds), Strongest(news), tag, before.Name, log, section, path, pairs);
        }
        else
        {
            var single = olds.Count <= 1 && news.Count <= 1;
            foreach (var (old, now) in PartKey.Match(olds, news, references))
            {
                pairs.Add(parts.PairPart(old, now, before.Name, log, section, single ? path : $"{path}[{(now ?? old)!.Id ?? (now ?? old)!["id-ref"]}]"));
            }
        }
    }

    /// <summary>Compares the pairs that hold, and brings what differs into the earlier sets.</summary>
    private static void PairPlain(
        List<CibElement> olds, List<CibElement> news, string tag, string ownerTag, ObjectLog? log, string section, string path, List<ChildPair> pairs)
    {
        var (oldPairs, newPairs) = (Effective(olds), Effective(news));
        var values = new Dictionary<CibElement, CibElement?>(ReferenceEqualityComparer.Instance);
        var added = new List<CibElement>();
        foreach (var name in oldPairs.Keys.Union(newPairs.Keys, StringComparer.Ordinal))
        {
            var (old, now) = (oldPairs.GetValueOrDefault(name), newPairs.GetValueOrDefault(name));
            if (Meaning.Same(PartValues.KindOfPair(section, ownerTag, tag, name), old?["value"], now?["value"]))
            {
                continue;
            }

            log?.Add($"{path}.{name}", old?["value"], now?["value"], PartValues.IsOperatorState(section, tag, name));
            if (old is null)
            {
                added.Add(now!);
            }
            else
            {
                // A pair that is gone is gone from all sets: a weaker one left behind would come to count.
                foreach (var one in now is null ? olds.SelectMany(set => set.Elements).Where(one => one["name"] == name) : [old])
                {
                    values[one] = now is null ? null : one.With("value", now["value"]);
                }
            }
        }

        // Sets come as they are where there was none; otherwise what differs goes into those that are there.
        pairs.AddRange(news.Select(now => new ChildPair(null, now, olds.Count == 0 && added.Count > 0 ? now : null)));
        for (var i = 0; i < olds.Count; i++)
        {
            var changed = Changed(olds[i], values, i == 0 ? added : []);
            var isEmptied = changed.Children.IsEmpty && !ReferenceEquals(changed, olds[i]);
            pairs.Add(new(olds[i], null, isEmptied && news.Count == 0 ? null : changed));
        }
    }

    /// <summary>The sets with the strongest first; of sets with one score, the first in the document.</summary>
    private static List<CibElement> Strongest(List<CibElement> sets) =>
        sets.Count < 2 ? sets : [.. sets.OrderByDescending(set => Score.TryParse(set["score"], out var score, out _) ? score : default)];

    private static CibElement Changed(CibElement set, Dictionary<CibElement, CibElement?> values, List<CibElement> added)
    {
        if (added.Count == 0 && !set.Elements.Any(values.ContainsKey))
        {
            return set;
        }

        var kept = set.Children.Select(child => child is CibElement pair && values.TryGetValue(pair, out var other) ? other : child).OfType<CibNode>();
        return set.WithChildren([.. kept, .. added]);
    }

    private static Dictionary<string, CibElement> Effective(List<CibElement> sets)
    {
        var pairs = new Dictionary<string, CibElement>(StringComparer.Ordinal);
        foreach (var pair in sets.SelectMany(set => set.Elements))
        {
            pairs.TryAdd(pair["name"]!, pair);
        }

        return pairs;
    }

    private static bool IsPlain(CibElement set) =>
        set["id-ref"] is null
        && set.Attributes.All(attribute => attribute.Name is "id" or "score")
        && set.Children.All(child => child is CibComment || (child is CibElement pair && AttributeSets.IsPair(pair) && pair.Attributes.Length <= 3 && pair.Children.IsEmpty));

    /// <summary>Whether it does not matter which set a pair stands in: nothing refers to one of them, unless both sides have that one alone.</summary>
    private bool MayMerge(List<CibElement> olds, List<CibElement> news) =>
        (olds.Count == 1 && news.Count == 1 && olds[0].Id == news[0].Id && SamePairIds(olds[0], news[0]))
        || !olds.Concat(news).Any(set => references.Has(set.Id) || set.Elements.Any(pair => references.Has(pair.Id)));

    private static bool SamePairIds(CibElement one, CibElement other) =>
        one.Children.Length == other.Children.Length && one.Elements.Zip(other.Elements).All(two => two.First.Id == two.Second.Id && two.First["name"] == two.Second["name"]);
}
