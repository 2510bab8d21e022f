using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning.Nesting;

/// <summary>The findings about wrapping and unwrapping, in words.</summary>
internal static class NestingFindings
{
    public static CibFinding NothingShared(ObjectShape last, ObjectShape wanted) => new()
    {
        Code = CibFindingCodes.CannotRenest,
        Subject = CibId.OfLive(wanted.Id),
        Related = [CibId.OfLive(last.Id)],
        What = $"{last.Tag} {last.Id} is to become {wanted.Tag} {wanted.Id}, but the two have no resource in common.",
        Where = EditFindings.Where(wanted.Tag, wanted.Id),
        Why = "Wrapping and unwrapping keep what is inside; here nothing would be kept.",
        Mend = $"Keep the id of what is inside, or remove {last.Id} and create {wanted.Id}.",
    };

    public static CibFinding HeldByOthers(NestingChange change, CibElement holder, LastWriter writer) => new()
    {
        Code = CibFindingCodes.CannotRenest,
        Subject = CibId.OfLive(change.NewOuter.Id),
        Related = holder.Id is null ? [] : [CibId.OfLive(holder.Id)],
        What = $"{Becomes(change)}, but somebody put it into {holder.Name} {holder.Id}, which cannot hold a {change.NewOuter.Tag}.",
        Where = $"{EditFindings.Where(change.OldOuter.Tag, change.OldOuter.Id)}; last {writer}",
        Why = "A clone holds one primitive or group, a group holds primitives; nothing else can be nested.",
        Mend = $"Take {change.OldOuter.Id} out of {holder.Id}, or declare it as it is now.",
    };

    public static CibFinding NestedByOthers(NestingChange change, LastWriter writer) => new()
    {
        Code = CibFindingCodes.CannotRenest,
        Subject = CibId.OfLive(change.NewOuter.Id),
        Related = [CibId.OfLive(change.Core.Id)],
        What = $"{Becomes(change)}, but {change.Core.Tag} {change.Core.Id} does not stand in {change.OldOuter.Id} any more as it was applied.",
        Where = $"{EditFindings.Where(change.OldOuter.Tag, change.OldOuter.Id)}; last {writer}",
        Why = "Somebody nested it otherwise or took it out; that is not overwritten.",
        Mend = "Refresh the stack to take the change over into its state, then run again; nothing was written.",
    };

    public static CibFinding RoleWithoutPromotion(NestingChange change, IReadOnlyList<(CibElement Constraint, string Attribute)> constraints) => new()
    {
        Code = CibFindingCodes.RoleWithoutPromotion,
        Subject = CibId.OfLive(change.NewOuter.Id),
        Related = constraints.Select(item => CibId.OfLive(item.Constraint.Id ?? "")).Distinct().ToValueList(),
        What = $"{Becomes(change)}, which cannot be promoted, but {EditFindings.List(constraints.Select(item => $"{item.Constraint.Name} {item.Constraint.Id} ({item.Attribute})"))} "
            + $"{(constraints.Count == 1 ? "is" : "are")} about its promoted or unpromoted role.",
        Where = EditFindings.Where(change.NewOuter.Tag, change.NewOuter.Id),
        Why = "Only instances of a promotable clone have these roles; the cluster would never apply such a constraint.",
        Mend = "Remove the constraints, or take the role out of them, first or in the same deployment.",
    };

    public static CibFinding Lost(CibElement holder, CibElement heir, IReadOnlyList<string> lost) => new()
    {
        Code = CibFindingCodes.LostWithHolder,
        Severity = FindingSeverity.Warning,
        Subject = CibId.OfLive(heir.Id ?? ""),
        Related = holder.Id is null ? [] : [CibId.OfLive(holder.Id)],
        What = $"{holder.Name} {holder.Id} goes, and with it what others wrote there: {EditFindings.List(lost)}.",
        Where = EditFindings.Where(holder.Name, holder.Id ?? ""),
        Why = $"{heir.Name} {heir.Id}, which takes its place, cannot hold it or has its own.",
        Mend = "Nothing needs to be done if it was only about the holder; otherwise declare it for what takes its place.",
    };

    private static string Becomes(NestingChange change) =>
        $"{change.OldOuter.Tag} {change.OldOuter.Id} is to become {change.NewOuter.Tag} {change.NewOuter.Id}";
}
