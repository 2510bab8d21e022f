using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Provider.Composing;

namespace HaIac.Provider.Applying;

/// <summary>
/// What was applied last for each object that is wanted now. A resource that is held by another one now, or by none any more, is found by what is inside it:
/// then it is wrapped or unwrapped in place, and is no removal.
/// </summary>
internal sealed class Counterparts
{
    private readonly Dictionary<CibId, CibObject> _last;

    /// <summary>Pairs what is wanted with what was applied.</summary>
    public Counterparts(Composition wanted, Composition lastApplied)
    {
        _last = lastApplied.Objects.ToDictionary(item => item.Id);
        var kept = wanted.Objects.Select(item => item.Id).ToHashSet();
        var dropped = lastApplied.Objects.Where(item => !kept.Contains(item.Id)).ToList();
        foreach (var resource in wanted.Objects.OfType<CibResource>().Where(item => !_last.ContainsKey(item.Id)))
        {
            if (dropped.OfType<CibResource>().FirstOrDefault(old => SharesInside(old, resource)) is { } before)
            {
                dropped.Remove(before);
                _last[resource.Id] = before;
                Renested.Add((before, resource));
            }
        }

        Dropped = dropped;
    }

    /// <summary>What is to be taken out.</summary>
    public IReadOnlyList<CibObject> Dropped { get; }

    /// <summary>Resources that are wrapped or unwrapped: as applied, and as wanted.</summary>
    public List<(CibResource Before, CibResource After)> Renested { get; } = [];

    /// <summary>What was applied last for an object; null if it is new.</summary>
    public CibObject? LastOf(CibObject wanted) => _last.GetValueOrDefault(wanted.Id);

    /// <summary>Whether nothing of the resources stays, so that the old ones must have stopped before new ones may start.</summary>
    public bool IsAnother(Composition wanted) =>
        Dropped.OfType<CibResource>().Any() && wanted.Objects.OfType<CibResource>().Any(item => LastOf(item) is null);

    private static bool SharesInside(CibResource one, CibResource other) =>
        one.SelfAndInside().Select(item => item.Id).Intersect(other.SelfAndInside().Select(item => item.Id)).Any();
}
