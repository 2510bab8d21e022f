using HaIac.Cib.Documents;

namespace HaIac.Cib.Planning;

/// <summary>Finds who refers to ids.</summary>
internal static class Referrers
{
    /// <summary>The objects at the top of the sections that refer to one of the ids, by that id, in the order of the document.</summary>
    public static Dictionary<string, List<CibElement>> Of(CibDocument document, IReadOnlySet<string> ids)
    {
        var found = new Dictionary<string, List<CibElement>>(StringComparer.Ordinal);
        foreach (var top in (document.Configuration?.Elements ?? []).SelectMany(section => section.Elements))
        {
            Collect(top, top, ids, found);
        }

        return found;
    }

    private static void Collect(CibElement top, CibElement element, IReadOnlySet<string> ids, Dictionary<string, List<CibElement>> found)
    {
        foreach (var (_, id) in ReferencesTo.All(element))
        {
            if (ids.Contains(id))
            {
                var referrers = found.TryGetValue(id, out var known) ? known : found[id] = [];
                if (referrers.Count == 0 || !ReferenceEquals(referrers[^1], top))
                {
                    referrers.Add(top);
                }
            }
        }

        foreach (var child in element.Children)
        {
            if (child is CibElement inner)
            {
                Collect(top, inner, ids, found);
            }
        }
    }
}
