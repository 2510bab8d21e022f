using System.Collections.Immutable;

namespace HaIac.Cib.Documents;

/// <summary>Which objects at the top of sections two configurations do not share; an object counts as shared when it is the same instance.</summary>
internal sealed class TopChanges
{
    private readonly List<(string Section, CibElement Top)> _gone = [];
    private readonly List<(string Section, CibElement Top)> _come = [];

    private TopChanges()
    {
    }

    /// <summary>What only the first has.</summary>
    public IReadOnlyList<(string Section, CibElement Top)> Gone => _gone;

    /// <summary>What only the second has.</summary>
    public IReadOnlyList<(string Section, CibElement Top)> Come => _come;

    public int Count => _gone.Count + _come.Count;

    /// <summary>Compares two configurations; null when one of them has two sections with one name.</summary>
    public static TopChanges? Between(CibElement before, CibElement after)
    {
        var changes = new TopChanges();
        var old = new Dictionary<string, CibElement>(StringComparer.Ordinal);
        foreach (var section in before.Elements)
        {
            if (!old.TryAdd(section.Name, section))
            {
                return null;
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in after.Elements)
        {
            if (!seen.Add(section.Name))
            {
                return null;
            }

            changes.Compare(section.Name, old.Remove(section.Name, out var was) ? was.Children : [], section.Children);
        }

        foreach (var section in old.Values)
        {
            changes.Compare(section.Name, section.Children, []);
        }

        return changes;
    }

    private void Compare(string section, ImmutableArray<CibNode> before, ImmutableArray<CibNode> after)
    {
        if (before == after)
        {
            return;
        }

        // Most of a section stays as it was: what both begin and end with is stepped over.
        var (start, oldEnd, newEnd) = (0, before.Length, after.Length);
        while (start < oldEnd && start < newEnd && ReferenceEquals(before[start], after[start]))
        {
            start++;
        }

        while (oldEnd > start && newEnd > start && ReferenceEquals(before[oldEnd - 1], after[newEnd - 1]))
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        var gone = new HashSet<CibNode>(before.AsSpan()[start..oldEnd].ToArray(), ReferenceEqualityComparer.Instance);
        foreach (var node in after.AsSpan()[start..newEnd])
        {
            if (!gone.Remove(node) && node is CibElement top)
            {
                _come.Add((section, top));
            }
        }

        _gone.AddRange(gone.OfType<CibElement>().Select(top => (section, top)));
    }
}
