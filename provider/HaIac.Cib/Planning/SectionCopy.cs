using System.Collections.Immutable;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Planning;

/// <summary>A section while edits are applied to it. Each object keeps its slot; a slot becomes empty when its object goes.</summary>
internal sealed class SectionCopy(CibElement? original)
{
    /// <summary>So many objects are searched for one by one before all are written down; most batches are small, most sections are not.</summary>
    private const int FewSearches = 8;

    private readonly List<CibNode?> _slots = [.. original?.Children ?? []];
    private Dictionary<CibNode, int>? _slotOf;
    private int _searches;

    /// <summary>The section as the document has it; null when it has none.</summary>
    public CibElement? Original => original;

    /// <summary>Whether anything differs from the original.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>What is in a slot; null for nothing.</summary>
    public CibNode? this[int slot]
    {
        get => _slots[slot];
        set
        {
            IsChanged |= !ReferenceEquals(_slots[slot], value);
            _slots[slot] = value;
        }
    }

    /// <summary>Puts an object behind all others; gives its slot.</summary>
    public int Append(CibElement element)
    {
        IsChanged = true;
        _slots.Add(element);
        return _slots.Count - 1;
    }

    /// <summary>The slot of an object of the original; -1 when it has no such object.</summary>
    public int SlotOf(CibElement top)
    {
        if (++_searches <= FewSearches)
        {
            return original!.Children.IndexOf(top, 0, original.Children.Length, ReferenceEqualityComparer.Instance);
        }

        if (_slotOf is null)
        {
            _slotOf = new(original!.Children.Length, ReferenceEqualityComparer.Instance);
            for (var i = 0; i < original.Children.Length; i++)
            {
                _slotOf[original.Children[i]] = i;
            }
        }

        return _slotOf.GetValueOrDefault(top, -1);
    }

    /// <summary>What is in the slots now, in their order.</summary>
    public ImmutableArray<CibNode> Present()
    {
        var present = ImmutableArray.CreateBuilder<CibNode>(_slots.Count);
        foreach (var node in _slots)
        {
            if (node is not null)
            {
                present.Add(node);
            }
        }

        return present.DrainToImmutable();
    }
}
