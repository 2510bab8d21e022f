using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Transport.Committing;

/// <summary>A caller whose edits cannot be applied.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Findings">Why; the edit index counts in the caller's edits.</param>
internal sealed record RefusedCommit(PendingCommit Caller, ValueList<CibFinding> Findings)
{
    /// <summary>True if the edits of another caller, who is still to come, may mend it: all it lacks is a target, or one reference too many.</summary>
    public bool MayBeMendedByOthers =>
        Findings.All(f => f.Code is CibFindingCodes.DanglingReference or CibFindingCodes.StillReferredTo);
}
