using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays further sets of pairs out as parts of their owner, the reverse of <c>Reading.AttributeSetReader</c>.</summary>
internal static class AttributeSetShapes
{
    /// <summary>The further sets of one kind.</summary>
    public static IEnumerable<ObjectShape> Of(string tag, ValueList<CibAttributeSet> sets) => sets.Select(set => Of(tag, set));

    /// <summary>The pairs that a set shares with others.</summary>
    public static IEnumerable<ObjectShape> Shared(ValueList<SharedPair> pairs) =>
        pairs.Select(pair => new ObjectShape(CibTags.Pair, "", Map(("id-ref", pair.IdRef.Value), ("name", pair.Name))));

    private static ObjectShape Of(string tag, CibAttributeSet set) =>
        new(tag, set.Id?.Value ?? "", Map(("id-ref", set.IdRef?.Value), ("score", set.Score?.ToString())))
        {
            Sets = [(tag, set.Pairs)],
            Parts = [.. RuleShapes.Of(set.Rule), .. Shared(set.SharedPairs)],
        };
}
