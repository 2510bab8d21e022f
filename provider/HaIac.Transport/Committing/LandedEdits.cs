using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;

namespace HaIac.Transport.Committing;

/// <summary>Tells from the cluster whether edits are in it, when the answer to their patch got lost.</summary>
internal static class LandedEdits
{
    /// <summary>Whether the cluster has everything that a caller wished for.</summary>
    public static bool Contains(CibDocument now, PendingCommit caller) => caller.Edits.All(edit => IsFulfilled(edit, now));

    private static bool IsFulfilled(CibEdit edit, CibDocument now) => edit switch
    {
        PutObject put => now.FindElement(put.Id) is not null
            && CibComparer.Compare(put.LastApplied, put.Wanted, now, put.Ownership).All(c => c.Kind is ChangeKind.Foreign or ChangeKind.OperatorState),
        _ => EditApplier.Apply(now, [edit]) is { Succeeded: true } outcome && ReferenceEquals(outcome.After, now),
    };
}
