using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>What a node is known by among its siblings.</summary>
/// <param name="Kind">The tag of an element that a path can name; empty for all that no path can name.</param>
/// <param name="Name">Its id, or empty for an element without one; the content of what no path can name.</param>
/// <param name="Occurrence">Tells equal contents apart; 0 for all others.</param>
internal readonly record struct SiblingKey(string Kind, string Name, int Occurrence)
{
    /// <summary>Whether a path can name it.</summary>
    public bool HasAddress => Kind.Length > 0;

    /// <summary>The path to it below its parent.</summary>
    public string Below(string parent) => Name.Length == 0 ? $"{parent}/{Kind}" : $"{parent}/{Kind}[@id='{Name}']";

    /// <summary>The keys of the children that the two do not share; what is addressed must be unmistakable among all children of both.</summary>
    public static (SiblingKey[] Before, SiblingKey[] After) Of(CibElement before, CibElement after, SharedEnds shared)
    {
        var ambiguous = Ambiguous(before, shared);
        ambiguous.UnionWith(Ambiguous(after, shared));
        return (Of(shared.Middle(before), ambiguous), Of(shared.Middle(after), ambiguous));
    }

    private static SiblingKey[] Of(ReadOnlySpan<CibNode> children, HashSet<SiblingKey> ambiguous)
    {
        var keys = new SiblingKey[children.Length];
        var occurrences = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            if (children[i] is CibElement element && AddressOf(element) is { } key && !ambiguous.Contains(key))
            {
                keys[i] = key;
                continue;
            }

            var content = TreeWriter.Write([children[i]]);
            var occurrence = occurrences.GetValueOrDefault(content);
            occurrences[content] = occurrence + 1;
            keys[i] = new SiblingKey("", content, occurrence);
        }

        return keys;
    }

    /// <summary>The keys among those not shared that a path would mistake.</summary>
    private static HashSet<SiblingKey> Ambiguous(CibElement parent, SharedEnds shared)
    {
        var middle = shared.Middle(parent);
        var seen = new HashSet<SiblingKey>(middle.Length);
        var twice = new HashSet<SiblingKey>();
        foreach (var child in middle)
        {
            if (child is CibElement element && AddressOf(element) is { } key && !seen.Add(key))
            {
                twice.Add(key);
            }
        }

        // A path without an id names the first of its tag, so it would also meet siblings with an id.
        var unnamed = seen.Where(static key => key.Name.Length == 0).ToList();
        twice.UnionWith(unnamed.Where(key => seen.Any(other => other.Name.Length > 0 && other.Kind == key.Kind)));
        foreach (var child in parent.Children.AsSpan()[..shared.Start])
        {
            Meet(child);
        }

        foreach (var child in parent.Children.AsSpan()[(shared.Start + middle.Length)..])
        {
            Meet(child);
        }

        return twice;

        void Meet(CibNode child)
        {
            if (child is CibElement element)
            {
                if (AddressOf(element) is { } key && seen.Contains(key))
                {
                    twice.Add(key);
                }

                foreach (var one in unnamed)
                {
                    _ = one.Kind == element.Name && twice.Add(one);
                }
            }
        }
    }

    /// <summary>The key by which a path can name an element; null where its id has a character that ends the id or the step of a path.</summary>
    private static SiblingKey? AddressOf(CibElement element) =>
        element.Id is not { } id ? new(element.Name, "", 0)
        : id.Length == 0 || id.AsSpan().IndexOfAny("'/[]") >= 0 ? null
        : new(element.Name, id, 0);
}
