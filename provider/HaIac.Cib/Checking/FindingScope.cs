using System.Collections.Frozen;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Checking;

/// <summary>Tells which findings are true of an object whatever else comes into the configuration.</summary>
/// <remarks>
/// Objects of one program arrive in any order: a loop may be gone when an old order has left, a role may exist when a clone has changed. Only what an object
/// has of itself is a reason to refuse it, or to warn of it before the others are there.
/// </remarks>
public static class FindingScope
{
    private static readonly FrozenSet<string> s_ofOneObject = FrozenSet.ToFrozenSet(
    [
        CibFindingCodes.BadScore, CibFindingCodes.BadDuration, CibFindingCodes.BadBoolean, CibFindingCodes.BadRole, CibFindingCodes.BadWord,
        CibFindingCodes.DuplicateId, CibFindingCodes.BadNesting, CibFindingCodes.CannotPromote, CibFindingCodes.OperationCollision,
        CibFindingCodes.WrongContent, CibFindingCodes.NotMonitored, CibFindingCodes.RuleNeverMatches, CibFindingCodes.CloneOptionInside,
        CibFindingCodes.InstanceNumbers, CibFindingCodes.UnknownOption, CibFindingCodes.Outdated, CibFindingCodes.UnknownMetaAttribute,
        CibFindingCodes.BadOptionValue, CibFindingCodes.NeverRecurs, CibFindingCodes.NoTimeLimit, CibFindingCodes.NameTwice,
        CibFindingCodes.BadUtilization, CibFindingCodes.NamesItself, CibFindingCodes.OnlyProbed,
    ]);

    /// <summary>Whether a finding is about one object alone.</summary>
    public static bool IsOfOneObject(CibFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Subject is not null
            && (s_ofOneObject.Contains(finding.Code) || (finding.Code == CibFindingCodes.FencingLevel && finding.Severity == FindingSeverity.Error));
    }
}
