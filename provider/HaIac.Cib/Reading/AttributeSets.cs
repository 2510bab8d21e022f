using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Reading;

/// <summary>Sets of name-value pairs inside an element, and what holds when there are several.</summary>
internal static class AttributeSets
{
    /// <summary>Whether a set always applies, whatever its score: it has no rule and is no reference to a set that stands elsewhere.</summary>
    public static bool IsUnconditional(CibElement set) => set["id-ref"] is null && set.Find("rule") is null;

    /// <summary>Whether a set is what a record holds as plain pairs: it always applies and nobody gave it a score.</summary>
    public static bool IsPlain(CibElement set) => set["score"] is null && IsUnconditional(set);

    /// <summary>
    /// The sets that always apply, the strongest first. Sets with a rule apply at times only and sets that point elsewhere are shared;
    /// neither is looked at. An element that is itself such a set (cluster properties) is its own and only one.
    /// </summary>
    /// <param name="owner">The element that holds the sets.</param>
    /// <param name="tag">The tag of the sets.</param>
    /// <param name="except">The ids of sets that are declared as a whole, so that their pairs are not looked at here.</param>
    public static IReadOnlyList<CibElement> Of(CibElement owner, string tag, IReadOnlySet<string>? except = null)
    {
        if (owner.Name == tag)
        {
            return [owner];
        }

        List<CibElement>? sets = null;
        var scored = false;
        foreach (var child in owner.Children)
        {
            if (child is CibElement element && element.Name == tag && IsUnconditional(element) && except?.Contains(element.Id ?? "") != true)
            {
                (sets ??= []).Add(element);
                scored |= element["score"] is not null;
            }
        }

        // Of sets with one score, the first in the document wins; OrderBy keeps their order.
        return sets is null ? [] : scored ? [.. sets.OrderByDescending(set => Score.TryParse(set["score"], out var score, out _) ? score : default)] : sets;
    }

    /// <summary>The pairs that hold: of two with one name, the stronger.</summary>
    public static AttributeMap Effective(CibElement owner, string tag, IReadOnlySet<string>? except = null) => PairsOf(Of(owner, tag, except));

    /// <summary>The pairs of the plain sets of an owner; of two with one name, the first.</summary>
    public static AttributeMap Plain(CibElement owner, string tag) => PairsOf([.. owner.Elements.Where(set => set.Name == tag && IsPlain(set))]);

    /// <summary>The pairs that stand in a set itself.</summary>
    public static AttributeMap Pairs(CibElement set) => PairsOf([set]);

    /// <summary>Whether an element is a pair with a value of its own.</summary>
    public static bool IsPair(CibElement element) => element.Name == CibTags.Pair && element["name"] is not null && element["value"] is not null;

    private static AttributeMap PairsOf(IReadOnlyList<CibElement> sets) => sets.Count == 0
        ? AttributeMap.Empty
        : AttributeMap.OfFirst(sets.SelectMany(set => set.Elements).Where(IsPair).Select(pair => KeyValuePair.Create(pair["name"]!, pair["value"]!)));
}
