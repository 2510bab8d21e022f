using System.Runtime.InteropServices;

namespace HaIac.Cib.Documents;

/// <summary>All ids inside some objects at the top of sections. Filled once; holds no object per id, so that filling it costs little beside reading.</summary>
internal sealed class IdTable
{
    private readonly List<Entry> _entries = [];
    private readonly List<(CibElement Top, string Section)> _tops = [];

    /// <summary>For each hash, cut to the length of the array, which entry has it, plus 1; 0 for none. Entries that meet take the next place.</summary>
    private int[] _places = new int[64];

    /// <summary>Ids that more than one element has; the first in the document keeps it here.</summary>
    public List<(IdEntry First, CibElement Second)> Duplicates { get; } = [];

    /// <summary>How many ids it has.</summary>
    public int Count => _entries.Count;

    /// <summary>Takes in an object at the top of a section with all that is inside.</summary>
    public void AddTop(CibElement top, string section)
    {
        _tops.Add((top, section));
        Add(top);
    }

    /// <summary>Where an id is; null when none of the objects has it.</summary>
    public IdEntry? Find(string id)
    {
        var hash = id.GetHashCode();
        return _places[PlaceOf(id, hash)] is > 0 and var number ? EntryAt(number - 1) : null;
    }

    private void Add(CibElement element)
    {
        if (element.Id is { } id && !ReferencesTo.IsReference(element.Name))
        {
            Add(id, element);
        }

        foreach (var child in element.Children)
        {
            if (child is CibElement inner)
            {
                Add(inner);
            }
        }
    }

    private void Add(string id, CibElement element)
    {
        var hash = id.GetHashCode();
        var place = PlaceOf(id, hash);
        if (_places[place] > 0)
        {
            Duplicates.Add((EntryAt(_places[place] - 1), element));
            return;
        }

        _entries.Add(new Entry(id, element, hash, _tops.Count - 1));
        _places[place] = _entries.Count;
        if (_entries.Count * 2 > _places.Length)
        {
            Grow();
        }
    }

    /// <summary>The place that the id has or would get.</summary>
    private int PlaceOf(string id, int hash)
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        var place = hash & (_places.Length - 1);
        for (; _places[place] > 0; place = (place + 1) & (_places.Length - 1))
        {
            ref readonly var entry = ref entries[_places[place] - 1];
            if (entry.Hash == hash && entry.Id == id)
            {
                break;
            }
        }

        return place;
    }

    private void Grow()
    {
        _places = new int[_places.Length * 4];
        for (var i = 0; i < _entries.Count; i++)
        {
            var place = _entries[i].Hash & (_places.Length - 1);
            while (_places[place] > 0)
            {
                place = (place + 1) & (_places.Length - 1);
            }

            _places[place] = i + 1;
        }
    }

    private IdEntry EntryAt(int number)
    {
        var entry = _entries[number];
        var (top, section) = _tops[entry.Top];
        return new(entry.Element, top, section);
    }

    private readonly record struct Entry(string Id, CibElement Element, int Hash, int Top);
}
