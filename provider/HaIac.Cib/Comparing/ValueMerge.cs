namespace HaIac.Cib.Comparing;

/// <summary>The decision about one value with three sides.</summary>
internal static class ValueMerge
{
    /// <summary>Compares the three sides; null means that nothing differs.</summary>
    /// <param name="kind">How the texts compare.</param>
    /// <param name="operatorState">Whether operators set it while the cluster runs.</param>
    /// <param name="lastApplied">What we last applied.</param>
    /// <param name="wanted">What is declared.</param>
    /// <param name="live">What the cluster has.</param>
    /// <param name="whole">Whether the object is ours with all it has; otherwise what is not declared belongs to others.</param>
    /// <remarks>
    /// 1. The cluster has what is wanted: nothing. 2. Neither applied nor declared by us: foreign. 3. The cluster has what we last
    /// applied (or, like us then, nothing): ours to change. 4. What operators set is theirs as long as the program says what it said before. 5. Anything
    /// else was changed by somebody else.
    /// </remarks>
    public static ChangeKind? Decide(ValueKind kind, bool operatorState, string? lastApplied, string? wanted, string? live, bool whole = false)
    {
        if (Meaning.Same(kind, live, wanted))
        {
            return null;
        }

        if (wanted is null && lastApplied is null)
        {
            return operatorState ? ChangeKind.OperatorState : whole ? ChangeKind.Removed : ChangeKind.Foreign;
        }

        if (Meaning.Same(kind, live, lastApplied))
        {
            return live is null ? ChangeKind.Added : wanted is null ? ChangeKind.Removed : ChangeKind.Changed;
        }

        return operatorState && (wanted is null || Meaning.Same(kind, wanted, lastApplied)) ? ChangeKind.OperatorState : ChangeKind.Conflict;
    }
}
