using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>What every record has in common once it is laid out for the CIB: attributes, sets of pairs, operations, and objects inside.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Id">The id; empty for an operation, whose id is of no meaning.</param>
/// <param name="Attributes">XML attributes without the id, in the order to write them.</param>
internal sealed record ObjectShape(string Tag, string Id, AttributeMap Attributes)
{
    /// <summary>Pairs by the tag of the set that holds them.</summary>
    public IReadOnlyList<(string Tag, AttributeMap Pairs)> Sets { get; init; } = [];

    /// <summary>Operations of a primitive.</summary>
    public IReadOnlyList<ObjectShape> Operations { get; init; } = [];

    /// <summary>Resources inside: members of a group, what a clone holds.</summary>
    public IReadOnlyList<ObjectShape> Members { get; init; } = [];

    /// <summary>The same object with nothing declared about it.</summary>
    public ObjectShape Emptied => new(Tag, Id, AttributeMap.Empty);

    /// <summary>The pairs of one kind of set.</summary>
    public AttributeMap PairsOf(string tag)
    {
        foreach (var (setTag, pairs) in Sets)
        {
            if (setTag == tag)
            {
                return pairs;
            }
        }

        return AttributeMap.Empty;
    }

    /// <summary>The ids of this object and of all objects inside.</summary>
    public IEnumerable<string> Ids => Members.SelectMany(member => member.Ids).Prepend(Id);

    /// <summary>The resources that a constraint names, with the attribute that names each.</summary>
    public IEnumerable<(string Attribute, string Id)> References =>
        ReferencesTo.Resources(new CibElement(Tag, Attributes.Select(pair => (pair.Key, (string?)pair.Value))));
}
