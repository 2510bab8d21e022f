using System.Collections.Frozen;

namespace HaIac.Engine.Events;

/// <summary>The texts by which steps go in events, states and print.</summary>
public static class StepOps
{
    private static readonly FrozenDictionary<StepOp, string> Names = new Dictionary<StepOp, string>
    {
        [StepOp.Same] = "same",
        [StepOp.Create] = "create",
        [StepOp.Update] = "update",
        [StepOp.Delete] = "delete",
        [StepOp.Replace] = "replace",
        [StepOp.CreateReplacement] = "create-replacement",
        [StepOp.DeleteReplaced] = "delete-replaced",
        [StepOp.Read] = "read",
        [StepOp.ReadReplacement] = "read-replacement",
        [StepOp.Refresh] = "refresh",
        [StepOp.Discard] = "discard",
        [StepOp.DiscardReplaced] = "discard-replaced",
        [StepOp.RemovePendingReplace] = "remove-pending-replace",
        [StepOp.Import] = "import",
        [StepOp.ImportReplacement] = "import-replacement",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, StepOp> Ops =
        Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The protocol's name of the step.</summary>
    /// <param name="op">The step.</param>
    public static string Name(StepOp op) => Names[op];

    /// <summary>The step with this name.</summary>
    /// <param name="name">The protocol's name.</param>
    /// <exception cref="FormatException">No step has this name.</exception>
    public static StepOp Parse(string name) =>
        Ops.TryGetValue(name, out var op) ? op : throw new FormatException($"\"{name}\" is no engine step.");
}
