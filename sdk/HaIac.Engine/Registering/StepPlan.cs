using System.Collections.Immutable;
using HaIac.Engine.Stepping;

namespace HaIac.Engine.Registering;

/// <summary>The steps that a registration comes to.</summary>
/// <param name="Chain">Steps in their order.</param>
/// <param name="Result">The entry that the registration is answered with.</param>
/// <param name="Shown">The step under whose name later outputs of the resource are told.</param>
internal sealed record StepPlan(ImmutableArray<Step> Chain, ResourceEntry Result, Step Shown)
{
    /// <summary>Plans what comes after the chain is done, by what it found; the plan may be empty. Null if nothing comes.</summary>
    public Func<CancellationToken, Task<StepPlan?>>? Then { get; init; }
}
