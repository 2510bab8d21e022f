using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>One thing that is done to one resource. Subclasses do it and put the outcome into the state.</summary>
internal abstract class Step
{
    /// <summary>What is done.</summary>
    public required StepOp Op { get; init; }

    /// <summary>The entry before; null if there is none.</summary>
    public ResourceEntry? Old { get; init; }

    /// <summary>The entry after, filled in as the step proceeds; null if there will be none.</summary>
    public ResourceEntry? New { get; init; }

    /// <summary>What the provider said of the difference; null if nobody was asked.</summary>
    public virtual ProviderDiff? Diff { get; init; }

    /// <summary>What it came to; known after it.</summary>
    public virtual StepOp EndOp => Op;

    /// <summary>The entry before, as it is told at the end; null if there is none.</summary>
    public virtual ResourceEntry? EndOld => Old;

    /// <summary>The entry after, as it is told at the end; null if there is none.</summary>
    public virtual ResourceEntry? EndNew => New;

    /// <summary>Under which name the summary counts it; null if it does not.</summary>
    public virtual StepOp? CountedAs => IsLogical && !IsInternal ? Op : null;

    /// <summary>Keys that force a replacement.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>The resource.</summary>
    public string Urn => (New ?? Old)!.Urn;

    /// <summary>The content that says most: the new one, or the old one of a deletion.</summary>
    public StateResource Present => (New ?? Old)!.State;

    /// <summary>Whether the step is a change by itself and not a part of one.</summary>
    public bool IsLogical => Op is not (StepOp.CreateReplacement or StepOp.DeleteReplaced or StepOp.DiscardReplaced
        or StepOp.ImportReplacement or StepOp.ReadReplacement or StepOp.RemovePendingReplace or StepOp.Refresh);

    /// <summary>Whether users never see it: default providers.</summary>
    public bool IsInternal => DefaultProviderNames.IsDefault(Present);

    /// <summary>What a crash during the step leaves to be told; null if nothing.</summary>
    public virtual PendingOperationKind? Pending => null;

    /// <summary>Whether the state must be saved because of this step; known after it.</summary>
    public virtual bool ChangesState => true;

    /// <summary>Fills in what is known before anything is done, for hooks and for the event of a failure.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>Does it.</summary>
    /// <exception cref="StepFailure">It failed; the state is consistent.</exception>
    public abstract Task ApplyAsync(StepContext context, CancellationToken ct);
}
