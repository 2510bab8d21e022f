using System.Collections.Immutable;

namespace HaIac.Engine.Events;

/// <summary>What the operation did, told once at its end.</summary>
/// <param name="ResourceChanges">How many logical steps of each kind were done; same, read and discard count too.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="IsPreview">True if nothing was done.</param>
/// <param name="Succeeded">False after any failure.</param>
/// <param name="MaybeCorrupt">True if nobody knows what became of some object.</param>
public sealed record SummaryEvent(
    ImmutableSortedDictionary<StepOp, int> ResourceChanges,
    TimeSpan Duration,
    bool IsPreview,
    bool Succeeded,
    bool MaybeCorrupt = false) : EngineEvent;
