using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Stepping;

/// <summary>Reads an object that somebody else manages.</summary>
/// <remarks>Source: pulumi-protocol.md 6.9.</remarks>
internal sealed class ReadStep : Step
{
    private bool changed = true;
    private bool broughtChange;

    /// <inheritdoc/>
    public override PendingOperationKind? Pending => PendingOperationKind.Reading;

    /// <inheritdoc/>
    public override bool ChangesState => changed;

    /// <summary>Counted only if it brought something new.</summary>
    public override StepOp? CountedAs => broughtChange ? base.CountedAs : null;

    /// <inheritdoc/>
    public override async Task ApplyAsync(StepContext context, CancellationToken ct)
    {
        var wanted = New!.State;
        var old = Old?.State;
        var outputs = WireObject.Empty;
        var initErrors = wanted.InitErrors;
        if (wanted.Id != WireSignatures.Unknown)
        {
            var provider = await context.Providers.GetAsync(wanted.Provider, ct).ConfigureAwait(false);
            var result = await provider.ReadAsync(wanted.Urn, wanted.Id, wanted.Inputs, wanted.Inputs, wanted.CustomTimeouts, ct).ConfigureAwait(false);
            if (result.Id.Length == 0)
            {
                throw new StepFailure(EngineFinding.Text(
                    "HAI1415",
                    "Object does not exist",
                    $"There is no object with the id '{wanted.Id}'.",
                    wanted.Urn,
                    "A resource that is only read must be there already.",
                    "Correct the id, or let the program create the resource."));
            }

            outputs = SecretMarks.Apply(result.Outputs, wanted.Inputs, wanted.AdditionalSecretOutputs);
            initErrors = result.InitErrors;
        }

        var same = old is { External: true } && old.Id == wanted.Id && old.Outputs.Equals(outputs) && old.Inputs.Equals(wanted.Inputs);
        broughtChange = old is not null && !old.Outputs.Equals(outputs);
        var state = wanted with
        {
            Outputs = outputs,
            InitErrors = initErrors,
            Created = old?.Created,
            Modified = old is null || same ? old?.Modified : context.Clock.GetUtcNow(),
        };
        changed = old is null || !StateComparison.Same(old, state);
        New.State = changed ? state : old!;
        var replaces = Op == StepOp.ReadReplacement;
        context.State.Put(New, replaces ? null : Old);
        if (replaces)
        {
            context.State.Change(Old!, entry => entry with { Delete = true });
        }
    }
}
