using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Engine.State;

namespace HaIac.Engine;

/// <summary>How an operation ended. Everything the user must know was told as events.</summary>
/// <param name="Succeeded">Whether all went well.</param>
/// <param name="Cancelled">Whether the user stopped it.</param>
/// <param name="Changes">How often each kind of step was done.</param>
/// <param name="After">What is deployed now; in a preview what would be.</param>
public sealed record DeploymentResult(bool Succeeded, bool Cancelled, ImmutableSortedDictionary<StepOp, int> Changes, Deployment After)
{
    /// <summary>Whether anything was, or would be, changed: any step but same, read and discard.</summary>
    public bool HasChanges => Changes.Keys.Any(op => op is not (StepOp.Same or StepOp.Read or StepOp.ReadReplacement or StepOp.Discard));
}
