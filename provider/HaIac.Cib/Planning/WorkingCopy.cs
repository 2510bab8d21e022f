using System.Collections.Immutable;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Planning;

/// <summary>A document while edits are applied to it: objects at the top of sections are replaced one by one, found by id without a search.</summary>
internal sealed class WorkingCopy(CibDocument document)
{
    private readonly Dictionary<string, SectionCopy> _sections = new(StringComparer.Ordinal);

    /// <summary>Where ids are that came or went since the document; null: gone.</summary>
    private readonly Dictionary<string, Place?> _moved = new(StringComparer.Ordinal);

    /// <summary>Ids that the document had and that are gone now.</summary>
    public IEnumerable<string> Vanished => _moved.Where(entry => entry.Value is null && document.Index.Find(entry.Key) is not null).Select(entry => entry.Key);

    /// <summary>Whether any element has this id.</summary>
    public bool Has(string id) => _moved.TryGetValue(id, out var moved) ? moved is not null : document.Index.Find(id) is not null;

    /// <summary>The element with this id and the object at the top of the section that holds it; null when there is none.</summary>
    public IdEntry? Find(string id)
    {
        if (PlaceOf(id) is not { } place)
        {
            return null;
        }

        var top = (CibElement)_sections[place.Section][place.Slot]!;
        return new IdEntry(FindInside(top, id)!, top, place.Section);
    }

    /// <summary>Puts another element, with the same id, in the place of an object at the top; null takes it out.</summary>
    public void Replace(CibElement old, CibElement? element)
    {
        var place = PlaceOf(old.Id!)!.Value;
        _sections[place.Section][place.Slot] = element;
        foreach (var id in old.IdsInside)
        {
            _moved[id] = null;
        }

        Register(element, place);
    }

    /// <summary>Puts a new object at the end of a section.</summary>
    public void Append(string section, CibElement element) =>
        Register(element, new Place(section, Section(section).Append(element)));

    /// <summary>The document as it is now; the same instance when nothing changed.</summary>
    public CibDocument ToDocument()
    {
        var configuration = document.Configuration ?? new CibElement(CibSections.Configuration, []);
        var changed = configuration;
        foreach (var (name, copy) in _sections)
        {
            if (!copy.IsChanged)
            {
                continue;
            }

            var children = copy.Present();
            if (copy.Original is null)
            {
                changed = children.IsEmpty ? changed : CibSections.Insert(changed, new CibElement(name, [], children));
            }
            else if (!SameInstances(children, copy.Original.Children))
            {
                changed = changed.Replace(copy.Original, copy.Original.WithChildren(children));
            }
        }

        return ReferenceEquals(changed, configuration)
            ? document
            : document.WithRoot(document.Configuration is null ? document.Root.Append(changed) : document.Root.Replace(configuration, changed));
    }

    private void Register(CibElement? element, Place place)
    {
        foreach (var id in element is null ? [] : element.IdsInside)
        {
            _moved[id] = place;
        }
    }

    private Place? PlaceOf(string id)
    {
        if (_moved.TryGetValue(id, out var moved))
        {
            return moved;
        }

        // Of two sections with one name only the first can be edited: no patch could name the other.
        return document.Index.Find(id) is { } entry && Section(entry.Section).SlotOf(entry.Top) is >= 0 and var slot ? new Place(entry.Section, slot) : null;
    }

    private SectionCopy Section(string name)
    {
        if (!_sections.TryGetValue(name, out var section))
        {
            section = new SectionCopy(document.Configuration?.Find(name));
            _sections.Add(name, section);
        }

        return section;
    }

    private static CibElement? FindInside(CibElement element, string id)
    {
        if (element.Id == id && !ReferencesTo.IsReference(element.Name))
        {
            return element;
        }

        foreach (var child in element.Children)
        {
            if (child is CibElement inner && FindInside(inner, id) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool SameInstances(ImmutableArray<CibNode> one, ImmutableArray<CibNode> other) =>
        one.Length == other.Length && one.AsSpan().SequenceEqual(other.AsSpan(), ReferenceEqualityComparer.Instance);

    private readonly record struct Place(string Section, int Slot);
}
