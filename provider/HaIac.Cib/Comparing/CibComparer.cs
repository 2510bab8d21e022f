using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Resources;

namespace HaIac.Cib.Comparing;

/// <summary>Compares objects by meaning: <c>60s</c> equals <c>1min</c>, <c>Master</c> equals <c>Promoted</c>, order of attributes does not count.</summary>
public static class CibComparer
{
    /// <summary>What differs between a declaration and what is there; both null or equal by meaning: nothing.</summary>
    /// <param name="declared">What should be; null means nothing.</param>
    /// <param name="live">What is; null means that it is not there.</param>
    /// <returns>Added, Changed and Removed; never Foreign, because only two sides are known.</returns>
    public static ImmutableArray<AttributeChange> Compare(CibObject? declared, CibObject? live)
    {
        if (declared is UnmodelledObject || live is UnmodelledObject || (declared is not null && live is not null && declared.Tag != live.Tag))
        {
            return declared == live ? [] : [new((declared ?? live)!.Id, "kind", ChangeKind.Changed, live?.Tag, declared?.Tag, live?.Tag)];
        }

        var wanted = declared is null ? null : Shapes.Of(declared);
        var there = live is null ? null : Shapes.Of(live);
        if ((wanted ?? there) is not { } either)
        {
            return [];
        }

        var element = there is null ? new CibElement(either.Tag, [("id", either.Id)]) : NewMerge(new MergeLog()).Create(there);
        var log = new MergeLog();
        NewMerge(log).Merge(there, wanted ?? either.Emptied, element);
        return [.. log.Changes];
    }

    /// <summary>What differs between the three sides: what we last applied, what is declared, and what a cluster has.</summary>
    /// <param name="lastApplied">What we last applied; null when we have not written the object yet.</param>
    /// <param name="declared">What is declared; null when the object is to go.</param>
    /// <param name="live">The CIB of the cluster.</param>
    /// <param name="ownership">Who has a say about what in it; null: only what is declared is ours.</param>
    /// <returns>Every attribute that is not equal on the sides that count, attributes of others and operator state included.</returns>
    public static ImmutableArray<AttributeChange> Compare(CibObject? lastApplied, CibObject? declared, CibDocument live, Ownership? ownership = null)
    {
        if ((declared ?? lastApplied) is not { } either)
        {
            return [];
        }

        var element = live.FindElement(either.Id);
        if (element is not null && element.Name != either.Tag)
        {
            return [new(either.Id, "kind", ChangeKind.Conflict, lastApplied?.Tag, declared?.Tag, element.Name)];
        }

        var last = lastApplied is null ? null : Shapes.Of(lastApplied);
        var wanted = declared is null ? Shapes.Of(either).Emptied : Shapes.Of(declared);
        var log = new MergeLog();
        NewMerge(log, either.IsShared ? ownership is null ? null : ownership with { Whole = false } : ownership).Merge(last, wanted, element ?? new CibElement(either.Tag, [("id", either.Id.Value)]));
        return [.. log.Changes];
    }

    /// <summary>A merge whose element is thrown away, so that ids do not matter.</summary>
    private static ThreeSidedMerge NewMerge(MergeLog log, Ownership? ownership = null) => new(new IdPool(static _ => false), null, log, ownership);
}
