using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Stepping;

/// <summary>Makes a new object, alone or as the new part of a replacement.</summary>
/// <remarks>Source: pulumi-protocol.md 4.2 (Create), 4.3 and 6.3.</remarks>
internal sealed class CreateStep : Step
{
    /// <summary>Whether the old one of the replacement was deleted before.</summary>
    public bool DeletedFirst { get; init; }

    /// <inheritdoc/>
    public override PendingOperationKind? Pending => Present.Custom ? PendingOperationKind.Creating : null;

    /// <inheritdoc/>
    public override async Task ApplyAsync(StepContext context, CancellationToken ct)
    {
        var entry = New!;
        var wanted = entry.State;
        var result = wanted switch
        {
            { IsProvider: true } => UseProvider(context, wanted, ct),
            { Custom: true } => await CreateAsync(context, wanted, ct).ConfigureAwait(false),
            _ => new ProviderResult("", WireObject.Empty, null, [], false),
        };
        var now = context.Clock.GetUtcNow();
        entry.State = wanted with
        {
            Id = result.Id,
            Outputs = SecretMarks.Apply(result.Outputs, wanted.Inputs, wanted.AdditionalSecretOutputs),
            InitErrors = result.InitErrors,
            RefreshBeforeUpdate = result.RefreshBeforeUpdate,
            Created = now,
            Modified = now,
        };
        context.State.Put(entry, DeletedFirst ? Old : null);
        if (Old is not null && !DeletedFirst)
        {
            context.State.Change(Old, state => state with { Delete = true });
        }

        InitFailure.ThrowIfAny(result);
    }

    private static ProviderResult UseProvider(StepContext context, StateResource wanted, CancellationToken ct)
    {
        var id = context.IsPreview ? WireSignatures.Unknown : Guid.NewGuid().ToString();
        context.Providers.Use(wanted.Urn, id, wanted.Inputs, ct);
        return new ProviderResult(id, ProviderInputs.WithoutInternal(wanted.Inputs), null, [], false);
    }

    private static async Task<ProviderResult> CreateAsync(StepContext context, StateResource wanted, CancellationToken ct)
    {
        var provider = await context.Providers.GetAsync(wanted.Provider, ct).ConfigureAwait(false);
        var result = await provider.CreateAsync(wanted.Urn, wanted.Inputs, wanted.CustomTimeouts, context.IsPreview, ct).ConfigureAwait(false);
        if (context.IsPreview)
        {
            return result;
        }

        if (result.Id.Length == 0)
        {
            throw new StepFailure(
                EngineFinding.Text(
                    "HAI1413",
                    "Created without an id",
                    "The provider says that it created the object, but gave it no id.",
                    wanted.Urn,
                    "Without an id the object can never be changed or deleted from here, so it is not kept in the state.",
                    $"This is a fault of the plugin '{provider.Package}'; look for the object by hand and remove it."),
                StepStatus.Unknown);
        }

        return UnknownOutputs.LeaveOut(wanted.Urn, provider.Package, result);
    }
}
