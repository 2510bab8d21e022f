using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing;

/// <summary>The decision about one value with three sides.</summary>
internal static class ValueMerge
{
    /// <summary>Whether operators set this meta attribute of a resource, or attribute of a node, while the cluster runs.</summary>
    /// <param name="ownerTag">The tag of what has the set. A set that is its own owner (defaults, a set with a rule) is no place for operators.</param>
    /// <param name="setTag">The tag of the set.</param>
    /// <param name="name">The name in the set.</param>
    public static bool IsOperatorState(string ownerTag, string setTag, string name) =>
        ownerTag == "node"
            ? setTag == CibTags.InstanceAttributes && name is "standby" or "maintenance"
            : setTag == CibTags.MetaAttributes && ownerTag != setTag && name is "target-role" or "is-managed" or "maintenance";

    /// <summary>Compares the three sides; null means that nothing differs.</summary>
    /// <remarks>
    /// 1. The cluster has what is wanted: nothing. 2. Neither applied nor declared by us: foreign. 3. The cluster has what we last
    /// applied (or, like us then, nothing): ours to change. 4. Anything else was changed by somebody else.
    /// </remarks>
    public static ChangeKind? Decide(ValueKind kind, bool operatorState, string? lastApplied, string? wanted, string? live)
    {
        if (Meaning.Same(kind, live, wanted))
        {
            return null;
        }

        if (wanted is null && lastApplied is null)
        {
            return operatorState ? ChangeKind.OperatorState : ChangeKind.Foreign;
        }

        if (Meaning.Same(kind, live, lastApplied))
        {
            return live is null ? ChangeKind.Added : wanted is null ? ChangeKind.Removed : ChangeKind.Changed;
        }

        return operatorState && wanted is null ? ChangeKind.OperatorState : ChangeKind.Conflict;
    }
}
