using HaIac.Engine.Events;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>Deletes an object, or only forgets it.</summary>
/// <remarks>Source: pulumi-protocol.md 6.4.</remarks>
internal sealed class DeleteStep : Step
{
    /// <summary>Whether the entry stays, marked as deleted and to be made again.</summary>
    public bool AwaitsReplacement { get; init; }

    /// <summary>Whether the resource that takes this one with it is deleted too.</summary>
    public bool GoesWithAnother { get; init; }

    /// <inheritdoc/>
    public override PendingOperationKind? Pending => CallsProvider ? PendingOperationKind.Deleting : null;

    /// <summary>Whether something goes: an object, or a component with all it is made of. Forgetting is none.</summary>
    public bool IsRealDeletion => (CallsProvider || (!Present.Custom && Op == StepOp.Delete)) && !(Present.Protect && Op == StepOp.Delete);

    private bool CallsProvider =>
        Present is { Custom: true, External: false, RetainOnDelete: false, IsProvider: false } && !GoesWithAnother;

    /// <inheritdoc/>
    public override async Task ApplyAsync(StepContext context, CancellationToken ct)
    {
        var old = Old!.State;
        // The provider is started also where nothing is called: its plugin and configuration are part of what can fail.
        var provider = old is { Custom: true, IsProvider: false }
            ? await context.Providers.GetAsync(old.Provider, ct).ConfigureAwait(false)
            : null;
        if (old.Protect && Op == StepOp.Delete)
        {
            throw new StepFailure(Protection.DeleteRefused(old.Urn)) { IsContained = true };
        }

        if (provider is not null && CallsProvider && !context.IsPreview)
        {
            await provider.DeleteAsync(old, ct).ConfigureAwait(false);
        }

        if (AwaitsReplacement)
        {
            context.State.Change(Old, state => state with { PendingReplacement = true });
        }
        else
        {
            context.State.Remove(Old);
        }
    }
}
