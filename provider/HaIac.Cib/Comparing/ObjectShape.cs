using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>
/// What every record and every part of one has in common once it is laid out for the CIB: attributes, sets of pairs, parts, operations, and
/// objects inside. Merging, comparing, new ids and patches all follow from it.
/// </summary>
/// <param name="Tag">The tag.</param>
/// <param name="Id">The id; empty where it is of no meaning (an operation) or not declared (a part, which then gets one of its own).</param>
/// <param name="Attributes">
/// XML attributes in the order to write them. Without the id, unless that is a reference (<c>obj_ref</c>, <c>resource_ref</c>, <c>role</c>).
/// </param>
internal sealed record ObjectShape(string Tag, string Id, AttributeMap Attributes)
{
    /// <summary>Pairs by the tag of the set that holds them: what always applies. An element that is itself a set has one entry, of its own tag.</summary>
    public IReadOnlyList<(string Tag, AttributeMap Pairs)> Sets { get; init; } = [];

    /// <summary>Child elements that are no resource, operation or plain set: rules, resource sets, mappings, further sets; see <see cref="PartKinds"/>.</summary>
    public IReadOnlyList<ObjectShape> Parts { get; init; } = [];

    /// <summary>Operations of a primitive or template.</summary>
    public IReadOnlyList<ObjectShape> Operations { get; init; } = [];

    /// <summary>The id of the element that holds the operations; null when it is not declared.</summary>
    public string? OperationsId { get; init; }

    /// <summary>The id of the operations elsewhere that hold here too; null when there are none.</summary>
    public string? OperationsFrom { get; init; }

    /// <summary>Resources inside: members of a group, what a clone or bundle holds.</summary>
    public IReadOnlyList<ObjectShape> Members { get; init; } = [];

    /// <summary>
    /// For a part that is compared as one value (<see cref="PartMerging.Tree"/>): makes its element below the element with the given id.
    /// Its attributes without the id stand in <see cref="Attributes"/> too.
    /// </summary>
    public Func<string, IdPool, CibElement>? Tree { get; init; }

    /// <summary>The section that a new object goes to.</summary>
    public string Section { get; init; } = CibSections.Of(Tag);

    /// <summary>The same object with nothing declared about it.</summary>
    public ObjectShape Emptied => new(Tag, Id, AttributeMap.Empty) { Section = Section };

    /// <summary>The ids of this object and of all objects inside.</summary>
    public IEnumerable<string> Ids => Members.SelectMany(member => member.Ids).Prepend(Id);

    /// <summary>The ids that parts are declared with, here and inside.</summary>
    public IEnumerable<string> PartIds =>
        Parts.Concat(Operations).Concat(Members).SelectMany(part => part.PartIds)
            .Concat(Parts.Select(part => part.Id).Append(OperationsId ?? "").Where(id => id.Length > 0));

    /// <summary>What this object and all inside name by id, with the attribute that names each.</summary>
    public IEnumerable<Reference> References =>
        ReferencesTo.All(new CibElement(Tag, Attributes.Select(pair => (pair.Key, (string?)pair.Value))))
            .Concat(OperationsFrom is null ? [] : [new(CibTags.Operations, "id-ref", OperationsFrom)])
            .Concat(Parts.Concat(Operations).Concat(Members).SelectMany(part => part.References));

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
}
