using System.Collections.Immutable;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>Changes an object in place.</summary>
/// <remarks>Source: pulumi-protocol.md 4.2 (Update), 4.3 and 6.5.</remarks>
internal sealed class UpdateStep : Step
{
    /// <summary>Property paths whose changes are ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <inheritdoc/>
    public override PendingOperationKind? Pending => Present.Custom ? PendingOperationKind.Updating : null;

    /// <inheritdoc/>
    public override void Prepare() => New!.State = New.State with { Id = Old!.State.Id };

    /// <inheritdoc/>
    public override async Task ApplyAsync(StepContext context, CancellationToken ct)
    {
        var (old, wanted) = (Old!.State, New!.State);
        var result = wanted switch
        {
            { IsProvider: true } => UseProvider(context, old, wanted, ct),
            { Custom: true } => await UpdateAsync(context, old, wanted, ct).ConfigureAwait(false),
            _ => new ProviderResult("", Protocol.Properties.WireObject.Empty, null, [], false),
        };
        New.State = wanted with
        {
            Id = result.Id,
            Outputs = SecretMarks.Apply(result.Outputs, wanted.Inputs, wanted.AdditionalSecretOutputs),
            InitErrors = result.InitErrors,
            RefreshBeforeUpdate = result.RefreshBeforeUpdate,
            Created = old.Created,
            Modified = wanted.Custom ? context.Clock.GetUtcNow() : old.Modified,
            UnknownFields = old.UnknownFields,
        };

        // After a half-done update the old inputs stay, so that the next comparison sees the change again.
        context.State.Put(result.InitErrors.IsEmpty ? New : new ResourceEntry(New.State with { Inputs = old.Inputs }), Old);
        InitFailure.ThrowIfAny(result);
    }

    private static ProviderResult UseProvider(StepContext context, StateResource old, StateResource wanted, CancellationToken ct)
    {
        context.Providers.Use(wanted.Urn, old.Id, wanted.Inputs, ct);
        return new ProviderResult(old.Id, ProviderInputs.WithoutInternal(wanted.Inputs), null, [], false);
    }

    private async Task<ProviderResult> UpdateAsync(StepContext context, StateResource old, StateResource wanted, CancellationToken ct)
    {
        var provider = await context.Providers.GetAsync(wanted.Provider, ct).ConfigureAwait(false);
        var result = await provider.UpdateAsync(
            old, wanted.Urn, wanted.Inputs, wanted.CustomTimeouts, IgnoreChanges, context.IsPreview, ct).ConfigureAwait(false);
        return context.IsPreview ? result : UnknownOutputs.LeaveOut(wanted.Urn, provider.Package, result);
    }
}
