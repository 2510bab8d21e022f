using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing;

/// <summary>A kind of part: which of several is meant, how it is compared, what a new one is called.</summary>
/// <param name="Tag">The tag.</param>
internal sealed record PartKind(string Tag)
{
    /// <summary>How parts of the kind are compared and written.</summary>
    public PartMerging Merging { get; init; } = PartMerging.Each;

    /// <summary>The attributes whose values tell one from its siblings where no id is declared; none for a part that its holder has once.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Several may be in a holder and no attribute tells them apart: where no id is declared, the content does, then the place.</summary>
    public bool IsPlaced { get; init; }

    /// <summary>Whether each is the work of whoever put it there (a tag's member, a role's permission), so that removing its holder must not take those of others along.</summary>
    public bool HasAuthor { get; init; }

    /// <summary>Whether the order among siblings means something, so that it is kept and compared.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>The word for it in the names of attributes.</summary>
    public string Name { get; init; } = Tag;

    /// <summary>What a new one's id is made of, behind the id of its holder; null when the element has no id of its own.</summary>
    public Func<ObjectShape, IEnumerable<string>>? NewId { get; init; }

    /// <summary>What stands between the id of its holder and the rest of a new one's id.</summary>
    public string Joint { get; init; } = "-";

    /// <summary>What all inside means, as text; for those that are one value.</summary>
    public Func<CibElement, string> Text { get; init; } = static element => TreeText.Of(element);

    /// <summary>What tells a part from its siblings: the values of the key; for one without key, its content.</summary>
    public string MarkOf(CibElement element)
    {
        if (!IsPlaced)
        {
            // The first attribute of the key is what is meant where nothing else is said: [/cib/status], [object-type=node attribute=id].
            return string.Join(' ', Key.Where(name => element[name] is not null).Select(name => name == Key[0] ? element[name] : $"{name}={element[name]}"));
        }

        if (element["id-ref"] is { } shared)
        {
            return "id-ref=" + shared;
        }

        var content = Merging == PartMerging.Tree ? Text(element) : element.Find("rule") is { } rule ? PartKinds.Of("rule").Text(rule) : TreeText.Of(element, withPairs: false);
        return $"{Meaning.Canonical(ValueKind.Score, element["score"] ?? "")} {content}";
    }
}
