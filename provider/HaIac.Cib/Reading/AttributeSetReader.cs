using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Reads the sets of an owner that are not plain: those with a score, a rule or a reference.</summary>
internal static class AttributeSetReader
{
    /// <summary>The further sets of one kind, in the order of the document; one that no record can hold is left out, so nobody touches it.</summary>
    public static ValueList<CibAttributeSet> Further(CibElement owner, string tag) =>
        owner.Elements.Where(set => set.Name == tag && !AttributeSets.IsPlain(set)).Select(Read).OfType<CibAttributeSet>().ToValueList();

    private static CibAttributeSet? Read(CibElement set)
    {
        Score? score = null;
        return set.Find("rule") is null && TryRead(set["score"], Score.TryParse, ref score)
            ? new CibAttributeSet
            {
                Id = set.Id is { } id ? CibId.OfLive(id) : null,
                Score = score,
                IdRef = set["id-ref"] is { } shared ? CibId.OfLive(shared) : null,
                Pairs = AttributeSets.Pairs(set),
            }
            : null;
    }
}
