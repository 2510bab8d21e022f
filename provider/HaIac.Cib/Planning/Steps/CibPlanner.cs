using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning.Steps;

/// <summary>Plans how one document becomes another one by meaning.</summary>
public static class CibPlanner
{
    /// <summary>The steps and the patch from one document to the other; both are empty when the documents mean the same.</summary>
    /// <param name="before">The document as it is, for example as the cluster has it.</param>
    /// <param name="after">The document as it should be.</param>
    public static CibPlan Plan(CibDocument before, CibDocument after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (comparison, aligned) = new DocumentAligner(before, after).Run();
        var reasons = new StepReasons(comparison);
        var steps = comparison.Objects.Select(item => new PlanStep(ActionOf(item), item, reasons.Of(item))).OrderBy(step => OrderOf(step.Action));
        return new(before, aligned, comparison, steps.ToValueList());
    }

    private static PlanAction ActionOf(ObjectDifference item) => item.Kind switch
    {
        DifferenceKind.Added => PlanAction.Create,
        DifferenceKind.Removed => PlanAction.Delete,
        _ => item.To is null ? PlanAction.Modify : PlanAction.Move,
    };

    /// <summary>The order in which Pacemaker applies a patch: what comes and what moves takes its place in one go.</summary>
    private static int OrderOf(PlanAction action) => action == PlanAction.Move ? (int)PlanAction.Create : (int)action;
}
