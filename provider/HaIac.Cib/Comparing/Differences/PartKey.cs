using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>Finds out which parts of one tag are the same part on both sides.</summary>
/// <remarks>
/// 1. By what they are (the name of a pair, name and interval of an operation, the text of a rule), those with the same id first. 2. By id. 3. In their order;
/// an operation by its name. Where a part is what it names (a pair, a member), step 1 is all. An id that something refers to must be the same.
/// </remarks>
internal static class PartKey
{
    public static List<(CibElement? Old, CibElement? New)> Match(List<CibElement> olds, List<CibElement> news, PartReferences references)
    {
        var tag = (olds.Count > 0 ? olds : news)[0].Name;
        if (olds.Count == 1 && news.Count == 1 && PartGrammar.IsSingle(tag) && references.AreCompatible(olds[0], news[0]))
        {
            return [(olds[0], news[0])];
        }

        var partners = new CibElement?[news.Count];
        var free = new HashSet<CibElement>(olds, ReferenceEqualityComparer.Instance);
        Pass(static part => (Of(part), part.Id));
        Pass(static part => (Of(part), null));
        if (tag != "nvpair" && !PartGrammar.IsMember(tag))
        {
            Pass(static part => ("", part.Id));
            Pass(static part => (part.Name == CibTags.Operation ? part["name"] ?? "" : "", null));
        }

        return [.. partners.Select((old, place) => (old, (CibElement?)news[place])), .. olds.Where(free.Contains).Select(old => ((CibElement?)old, (CibElement?)null))];

        void Pass(Func<CibElement, (string What, string? Id)> keyOf)
        {
            if (free.Count == 0 || Array.TrueForAll(partners, partner => partner is not null))
            {
                return;
            }

            var candidates = olds.Where(free.Contains).GroupBy(keyOf).ToDictionary(group => group.Key, group => group.ToList());
            for (var i = 0; i < news.Count; i++)
            {
                if (partners[i] is null
                    && candidates.TryGetValue(keyOf(news[i]), out var same)
                    && same.FindIndex(old => references.AreCompatible(old, news[i])) is >= 0 and var place)
                {
                    partners[i] = same[place];
                    free.Remove(same[place]);
                    same.RemoveAt(place);
                }
            }
        }
    }

    /// <summary>What a part is, without its id.</summary>
    public static string Of(CibElement part) => part.Name switch
    {
        "nvpair" => part["name"] ?? part["id-ref"] ?? "",
        CibTags.Operation => $"{part["name"]} {Meaning.Canonical(ValueKind.Duration, part["interval"] ?? "0")}",
        "resource_ref" or "obj_ref" or "role" => part.Id ?? "",
        "port-mapping" => part["port"] ?? part["range"] ?? "",
        "storage-mapping" => part["target-dir"] ?? "",
        "recipient" => part["value"] ?? "",
        "attribute" => part["name"] ?? "",
        _ => MeaningText.Of(part, ""),
    };
}
