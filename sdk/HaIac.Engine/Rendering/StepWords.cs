using System.Collections.Frozen;
using HaIac.Engine.Events;

namespace HaIac.Engine.Rendering;

/// <summary>Symbol and words of a step (display rules 15).</summary>
/// <param name="Symbol">Two columns.</param>
/// <param name="Plan">In a preview.</param>
/// <param name="PlanAtEnd">In a preview, once the step is known whole.</param>
/// <param name="Doing">While it runs.</param>
/// <param name="Done">When it has ended.</param>
/// <param name="Failed">When it has failed.</param>
internal sealed record StepWords(string Symbol, string Plan, string PlanAtEnd, string Doing, string Done, string Failed)
{
    private static readonly FrozenDictionary<StepOp, StepWords> Table = new Dictionary<StepOp, StepWords>
    {
        [StepOp.Same] = new("  ", "", "", "", "", "failed"),
        [StepOp.Create] = new("+ ", "create", "create", "creating", "created", "creating failed"),
        [StepOp.Update] = new("~ ", "update", "update", "updating", "updated", "updating failed"),
        [StepOp.Delete] = new("- ", "delete", "delete", "deleting", "deleted", "deleting failed"),
        [StepOp.Replace] = new("+-", "replace", "replace", "replacing", "replaced", "replacing failed"),
        [StepOp.CreateReplacement] = new("++", "create replacement", "replace", "creating replacement", "created replacement", "creating failed"),
        [StepOp.DeleteReplaced] = new("--", "delete original", "replace", "deleting original", "deleted original", "deleting failed"),
        [StepOp.DiscardReplaced] = new("<<", "discard original", "replace", "discarding original", "discarded original", "discarding failed"),
        [StepOp.Refresh] = new("~ ", "refreshing", "refresh", "refreshing", "refresh", "refreshing failed"),
        [StepOp.Import] = new("= ", "import", "import", "importing", "imported", "importing failed"),
        [StepOp.ImportReplacement] = new("=>", "import replacement", "import", "importing replacement", "imported replacement", "importing failed"),
        [StepOp.Read] = new("> ", "read", "read", "reading", "read", "reading failed"),
        [StepOp.ReadReplacement] = new(">>", "read for replacement", "replace", "reading for replacement", "read for replacement", "reading failed"),
        [StepOp.Discard] = new("< ", "discard", "discard", "discarding", "discarded", "discarding failed"),
        [StepOp.RemovePendingReplace] = new("  ", "", "", "", "", "failed"),
    }.ToFrozenDictionary();

    /// <summary>The words of a step.</summary>
    /// <param name="op">The step.</param>
    public static StepWords Of(StepOp op) => Table[op];
}
