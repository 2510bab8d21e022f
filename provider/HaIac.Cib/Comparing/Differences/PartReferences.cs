using HaIac.Cib.Documents;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>The ids that something in either document refers to by more than a resource's name: only then the id of a part means something.</summary>
/// <remarks>Collected when first asked for: documents whose parts have the same ids never ask.</remarks>
internal sealed class PartReferences(CibDocument before, CibDocument after)
{
    private readonly Lazy<HashSet<string>> _ids = new(() => Collect(before, after));

    public bool Has(string? id) => id is not null && _ids.Value.Contains(id);

    /// <summary>Whether one part may stand for the other: the same id, or ids that nobody asks for.</summary>
    public bool AreCompatible(CibElement one, CibElement other) => one.Id == other.Id || (!Has(one.Id) && !Has(other.Id));

    /// <summary>Whether one part may stand for the other with all that is inside.</summary>
    public bool AreCompatibleInside(CibElement one, CibElement other) =>
        one.IdsInside.SequenceEqual(other.IdsInside, StringComparer.Ordinal) || !one.IdsInside.Concat(other.IdsInside).Any(Has);

    private static HashSet<string> Collect(CibDocument before, CibDocument after)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Collect(before.Configuration, ids);
        foreach (var section in after.Configuration?.Elements ?? [])
        {
            // What both share has been looked at.
            Collect(before.Configuration?.Find(section.Name) is { } old ? SharedEnds.Of(old, section).Of(section) : section, ids);
        }

        return ids;
    }

    private static void Collect(CibElement? element, HashSet<string> ids)
    {
        foreach (var attribute in element is null ? [] : element.Attributes)
        {
            switch (attribute.Name)
            {
                case "id-ref" or "reference":
                    ids.Add(attribute.Value);
                    break;
                case "xpath":
                    // Whatever stands in quotes may be an id.
                    ids.UnionWith(attribute.Value.Split('\'', '"').Where((_, place) => place % 2 == 1));
                    break;
            }
        }

        foreach (var child in element is null ? [] : element.Children)
        {
            if (child is CibElement inner)
            {
                Collect(inner, ids);
            }
        }
    }
}
