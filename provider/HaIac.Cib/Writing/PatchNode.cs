using System.Collections.Immutable;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>One node of a tree that is being patched; its children are taken apart when they are first asked for.</summary>
internal sealed class PatchNode(CibNode node, PatchNode? parent)
{
    private readonly CibNode _node = node;
    private List<PatchNode>? _children;
    private ImmutableArray<CibAttribute>? _attributes;

    /// <summary>Where the last search ended: patches name siblings in their order.</summary>
    private int _hint;

    public PatchNode? Parent => parent;

    private List<PatchNode> Children => _children ??= _node is CibElement element ? [.. element.Children.Select(child => new PatchNode(child, this))] : [];

    public bool Matches(string tag, string? id) => _node is CibElement element && element.Name == tag && (id is null || IdNow(element) == id);

    /// <summary>The first child of this tag and id; of comments the one at this position, or the first when the position is not said.</summary>
    public PatchNode? Find(string tag, string? id, int position)
    {
        if (tag == "comment" && id is null)
        {
            return position < 0 ? Children.Find(static child => child._node is CibComment)
                : position < Children.Count && Children[position]._node is CibComment ? Children[position]
                : null;
        }

        // With an id there is one; without, it must be the first.
        var start = id is null ? 0 : Math.Min(_hint, Children.Count);
        for (var i = 0; i < Children.Count; i++)
        {
            var place = (start + i) % Children.Count;
            if (Children[place].Matches(tag, id))
            {
                _hint = place;
                return Children[place];
            }
        }

        return null;
    }

    public void SetAttributes(ImmutableArray<CibAttribute> attributes) => _attributes = attributes;

    public void Take(PatchNode child) => Children.Remove(child);

    public void PutLast(PatchNode child)
    {
        Children.Remove(child);
        Children.Add(child);
    }

    /// <summary>Puts something before the child at this position, or behind all.</summary>
    public void Insert(int position, CibNode child) =>
        Children.Insert(position >= 0 && position < Children.Count ? position : Children.Count, new PatchNode(child, this));

    /// <summary>Brings a child to a position; false when there is no such position.</summary>
    public bool MoveTo(PatchNode child, int position)
    {
        Children.Remove(child);
        var exists = position >= 0 && position <= Children.Count;
        Children.Insert(exists ? position : Children.Count, child);
        return exists;
    }

    /// <summary>The node as it is now; the very instance when nothing changed.</summary>
    public CibNode ToNode()
    {
        if (_node is not CibElement element || (_children is null && _attributes is null))
        {
            return _node;
        }

        var children = _children is null ? element.Children : [.. _children.Select(child => child.ToNode())];
        var same = children.AsSpan().SequenceEqual(element.Children.AsSpan(), ReferenceEqualityComparer.Instance);
        return same && (_attributes is null || _attributes.Value.AsSpan().SequenceEqual(element.Attributes.AsSpan()))
            ? element
            : new CibElement(element.Name, _attributes ?? element.Attributes, children, element.Line);
    }

    private string? IdNow(CibElement element)
    {
        if (_attributes is not { } changed)
        {
            return element.Id;
        }

        foreach (var attribute in changed)
        {
            if (attribute.Name == "id")
            {
                return attribute.Value;
            }
        }

        return null;
    }
}
