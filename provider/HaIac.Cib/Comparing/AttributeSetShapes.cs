using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays further sets of pairs out as parts of their owner, the reverse of <c>Reading.AttributeSetReader</c>.</summary>
internal static class AttributeSetShapes
{
    /// <summary>The further sets of one kind.</summary>
    public static IEnumerable<ObjectShape> Of(string tag, ValueList<CibAttributeSet> sets) => sets.Select(set => Of(tag, set));

    private static ObjectShape Of(string tag, CibAttributeSet set) =>
        new(tag, set.Id?.Value ?? "", Map(("score", set.Score?.ToString()), ("id-ref", set.IdRef?.Value)))
        {
            Sets = [(tag, set.Pairs)],
        };
}
