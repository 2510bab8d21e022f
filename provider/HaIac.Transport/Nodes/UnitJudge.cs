using HaIac.Transport.Nodes.Asking;

namespace HaIac.Transport.Nodes;

/// <summary>Decides whether a change of a unit went well, by what the unit is afterwards.</summary>
/// <remarks>The tool's exit status alone tells neither: it is one for all units of a burst, and 0 for a static unit that was to be enabled.</remarks>
internal static class UnitJudge
{
    /// <summary>What a verdict is.</summary>
    internal enum Verdict
    {
        /// <summary>The unit is as wished.</summary>
        Done,

        /// <summary>There is no such unit.</summary>
        Unknown,

        /// <summary>It is masked.</summary>
        Masked,

        /// <summary>It cannot be enabled.</summary>
        NotEnabled,

        /// <summary>The init system knows no masking, or cannot mask this one.</summary>
        CannotMask,

        /// <summary>The init system tried and failed.</summary>
        Failed,
    }

    /// <summary>Judges an outcome.</summary>
    /// <param name="action">The change.</param>
    /// <param name="outcome">What became of it.</param>
    public static Verdict Of(UnitAction action, UnitOutcome outcome)
    {
        var (before, now) = (outcome.Before, outcome.After.State);

        // Units can be masked before a package brings them: then it cannot start them when it does.
        if (!before.IsInstalled && !now.Installed && action is not UnitAction.Unmask)
        {
            return Verdict.Unknown;
        }

        return action switch
        {
            UnitAction.Start or UnitAction.Restart when now.IsMasked && !now.IsActive => Verdict.Masked,
            UnitAction.Start => Judged(Runs(outcome.After)),
            UnitAction.Restart => Judged(Runs(outcome.After) && !(outcome.IsRefused && before["InvocationID"] == outcome.After["InvocationID"])),
            UnitAction.Reload => Judged(!outcome.IsRefused && !now.IsFailed),
            UnitAction.Stop => Judged(now.ActiveState is "inactive" or "failed"),
            UnitAction.Enable when now.IsMasked => Verdict.Masked,
            UnitAction.Enable when now.IsEnabled || (outcome.Status == 0 && now.EnabledState is "alias" or "indirect" or "linked") => Verdict.Done,
            UnitAction.Enable => outcome.Status == 0 || now.EnabledState == "static" ? Verdict.NotEnabled : Verdict.Failed,
            UnitAction.Disable => Judged(!now.IsEnabled),
            UnitAction.Mask when now.IsMasked => Verdict.Done,
            UnitAction.Mask when now.Manager != "systemd" || outcome.Lines.Any(line => line.Contains("already exists", StringComparison.Ordinal)) => Verdict.CannotMask,
            UnitAction.Mask => Verdict.Failed,
            UnitAction.Unmask => Judged(!now.IsMasked),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "bug in HaIac: no such action"),
        };
    }

    // A daemon that ended at once and is started again and again is "activating" in between.
    private static bool Runs(UnitFacts unit) => unit.HasDoneItsWork || (unit.State.IsActive && unit["SubState"] != "auto-restart");

    private static Verdict Judged(bool good) => good ? Verdict.Done : Verdict.Failed;
}
