using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Reading;

/// <summary>Sets of name-value pairs inside an element, and what holds when there are several.</summary>
internal static class AttributeSets
{
    /// <summary>
    /// The sets that always apply, the strongest first. Sets with a rule apply at times only and sets that point elsewhere are shared;
    /// neither is looked at. An element that is itself such a set (cluster properties) is its own and only one.
    /// </summary>
    public static IReadOnlyList<CibElement> Of(CibElement owner, string tag)
    {
        if (owner.Name == tag)
        {
            return [owner];
        }

        List<CibElement>? sets = null;
        var scored = false;
        foreach (var child in owner.Children)
        {
            if (child is CibElement element && element.Name == tag && element["id-ref"] is null && element.Find("rule") is null)
            {
                (sets ??= []).Add(element);
                scored |= element["score"] is not null;
            }
        }

        // Of sets with one score, the first in the document wins; OrderBy keeps their order.
        return sets is null ? [] : scored ? [.. sets.OrderByDescending(set => Score.TryParse(set["score"], out var score, out _) ? score : default)] : sets;
    }

    /// <summary>The pairs that hold: of two with one name, the stronger.</summary>
    public static AttributeMap Effective(CibElement owner, string tag)
    {
        var sets = Of(owner, tag);
        return sets.Count == 0
            ? AttributeMap.Empty
            : AttributeMap.OfFirst(sets.SelectMany(set => set.Elements).Where(IsPair).Select(pair => KeyValuePair.Create(pair["name"]!, pair["value"]!)));
    }

    /// <summary>Whether an element is a pair with a value of its own.</summary>
    public static bool IsPair(CibElement element) => element.Name == "nvpair" && element["name"] is not null && element["value"] is not null;
}
