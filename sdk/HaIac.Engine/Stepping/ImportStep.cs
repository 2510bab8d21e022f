using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>Takes an object over that exists already: reads it into the state. What the program wants of it comes after.</summary>
/// <remarks>Source: pulumi-protocol.md 6.8.</remarks>
internal sealed class ImportStep : Step
{
    /// <summary>The entry of another object that this one takes the place of; null if there is none.</summary>
    public ResourceEntry? InsteadOf { get; init; }

    /// <inheritdoc/>
    public override PendingOperationKind? Pending => PendingOperationKind.Importing;

    /// <inheritdoc/>
    public override ResourceEntry? EndOld => New;

    /// <inheritdoc/>
    public override async Task ApplyAsync(StepContext context, CancellationToken ct)
    {
        var wanted = New!.State;
        var provider = await context.Providers.GetAsync(wanted.Provider, ct).ConfigureAwait(false);
        var read = await provider.ReadAsync(wanted.Urn, wanted.ImportId, null, null, wanted.CustomTimeouts, ct).ConfigureAwait(false);
        if (read.Id.Length == 0)
        {
            throw new StepFailure(EngineFinding.Text(
                "HAI1418", "Object to import does not exist", $"There is no object with the id '{wanted.ImportId}'.", wanted.Urn,
                "The option ImportId takes over an object that is there already.", "Correct the id, or leave the option out to have the object created."));
        }

        if (read.Inputs is not { } inputs)
        {
            throw new StepFailure(EngineFinding.Text(
                "HAI1419", "Plugin cannot import", $"The plugin of package '{provider.Package}' read the object '{wanted.ImportId}' but not its inputs.", wanted.Urn,
                "Without the inputs nobody can tell whether the program describes the object.", "Use a newer version of the plugin, or create the object anew."));
        }

        var now = context.Clock.GetUtcNow();
        New.State = wanted with
        {
            Id = read.Id,
            Inputs = inputs,
            Outputs = SecretMarks.Apply(read.Outputs, inputs, wanted.AdditionalSecretOutputs),
            InitErrors = read.InitErrors,
            RefreshBeforeUpdate = read.RefreshBeforeUpdate,
            Created = now,
            Modified = now,
        };
        var replaces = Op == StepOp.ImportReplacement;
        context.State.Put(New, replaces ? null : InsteadOf);
        if (replaces)
        {
            context.State.Change(InsteadOf!, state => state with { Delete = true });
        }
    }
}
