using System.Collections.Immutable;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Documents;

/// <summary>One XML element of a CIB. Immutable: every change gives a new element that shares all that did not change.</summary>
public sealed class CibElement : CibNode
{
    /// <summary>An element.</summary>
    public CibElement(string name, ImmutableArray<CibAttribute> attributes, ImmutableArray<CibNode> children, int line = 0)
    {
        Name = name;
        Attributes = attributes.IsDefault ? [] : attributes;
        Children = children.IsDefault ? [] : children;
        Line = line;
    }

    /// <summary>An element with attributes in this order and these children.</summary>
    public CibElement(string name, IEnumerable<(string Name, string? Value)> attributes, params IEnumerable<CibNode> children)
        : this(name, [.. attributes.Where(a => a.Value is not null).Select(a => new CibAttribute(a.Name, a.Value!))], [.. children])
    {
    }

    /// <summary>The tag.</summary>
    public string Name { get; }

    /// <summary>The attributes in the order of the document.</summary>
    public ImmutableArray<CibAttribute> Attributes { get; }

    /// <summary>Elements, comments and text inside, in the order of the document.</summary>
    public ImmutableArray<CibNode> Children { get; }

    /// <summary>The line in the text that it was read from, from 1; 0 when it was not read.</summary>
    public int Line { get; }

    /// <summary>The attribute <c>id</c>, null when there is none.</summary>
    public string? Id => this["id"];

    /// <summary>The elements among the children.</summary>
    public IEnumerable<CibElement> Elements => Children.OfType<CibElement>();

    /// <summary>The ids of this element and of all inside; ids that only refer to something are none.</summary>
    internal IEnumerable<string> IdsInside =>
        Elements.SelectMany(child => child.IdsInside).Concat(Id is { } id && !ReferencesTo.IsReference(Name) ? [id] : []);

    /// <summary>The value of an attribute, null when it is not set.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var attribute in Attributes)
            {
                if (attribute.Name == name)
                {
                    return attribute.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The first child element with this tag, null when there is none.</summary>
    public CibElement? Find(string name)
    {
        foreach (var child in Children)
        {
            if (child is CibElement element && element.Name == name)
            {
                return element;
            }
        }

        return null;
    }

    /// <summary>This element with other children.</summary>
    public CibElement WithChildren(ImmutableArray<CibNode> children) => new(Name, Attributes, children, Line);

    /// <summary>This element with an attribute set, at its place or as the last one; with null, without that attribute.</summary>
    public CibElement With(string name, string? value)
    {
        for (var i = 0; i < Attributes.Length; i++)
        {
            if (Attributes[i].Name != name)
            {
                continue;
            }

            return Attributes[i].Value == value
                ? this
                : new(Name, value is null ? Attributes.RemoveAt(i) : Attributes.SetItem(i, new(name, value)), Children, Line);
        }

        return value is null ? this : new(Name, Attributes.Add(new(name, value)), Children, Line);
    }

    /// <summary>This element with one child in the place of another.</summary>
    public CibElement Replace(CibNode old, CibNode child) =>
        ReferenceEquals(old, child) ? this : WithChildren(Children.SetItem(Children.IndexOf(old, 0, Children.Length, ReferenceEqualityComparer.Instance), child));

    /// <summary>This element without one child.</summary>
    public CibElement Remove(CibNode child) =>
        WithChildren(Children.RemoveAt(Children.IndexOf(child, 0, Children.Length, ReferenceEqualityComparer.Instance)));

    /// <summary>This element with one more child at the end.</summary>
    public CibElement Append(CibNode child) => WithChildren(Children.Add(child));

    /// <inheritdoc/>
    public override bool DeepEquals(CibNode? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is not CibElement element
            || element.Name != Name
            || element.Attributes.Length != Attributes.Length
            || element.Children.Length != Children.Length)
        {
            return false;
        }

        foreach (var attribute in Attributes)
        {
            if (element[attribute.Name] != attribute.Value)
            {
                return false;
            }
        }

        for (var i = 0; i < Children.Length; i++)
        {
            if (!Children[i].DeepEquals(element.Children[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The element as XML text, one element per line.</summary>
    public string ToXml() => TreeWriter.Write([this]);

    /// <summary>The tag with its id, for messages and debuggers.</summary>
    public override string ToString() => Id is null ? $"<{Name}>" : $"<{Name} id=\"{Id}\">";
}
