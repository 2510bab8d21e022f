using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Reads the sets of an owner that are not plain: those with a score, a rule or a reference.</summary>
internal static class AttributeSetReader
{
    /// <summary>The further sets of one kind, in the order of the document; one that no record can hold is left out, so nobody touches it.</summary>
    public static ValueList<CibAttributeSet> Further(CibElement owner, string tag)
    {
        ValueList<CibAttributeSet> sets = [];
        foreach (var child in owner.Children)
        {
            if (child is CibElement set && set.Name == tag && !AttributeSets.IsPlain(set) && Read(set) is { } read)
            {
                sets = sets.Add(read);
            }
        }

        return sets;
    }

    /// <summary>The pairs that a set shares with others.</summary>
    public static ValueList<SharedPair> Shared(CibElement set) => set.Elements
        .Where(pair => pair.Name == CibTags.Pair && pair["id-ref"] is not null)
        .Select(pair => new SharedPair(CibId.OfLive(pair["id-ref"]!), pair["name"]))
        .ToValueList();

    private static CibAttributeSet? Read(CibElement set)
    {
        Score? score = null;
        var rule = set.Find("rule");
        var read = rule is null ? null : RuleReader.Read(rule);
        return (read is not null || rule is null) && TryRead(set["score"], Score.TryParse, ref score)
            ? new CibAttributeSet
            {
                Id = set.Id is { } id ? CibId.OfLive(id) : null,
                Score = score,
                Rule = read,
                IdRef = set["id-ref"] is { } shared ? CibId.OfLive(shared) : null,
                SharedPairs = Shared(set),
                Pairs = AttributeSets.Pairs(set),
            }
            : null;
    }
}
