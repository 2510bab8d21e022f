using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.Registering;
using HaIac.Engine.State;
using HaIac.Protocol.Messages;
using PropertyDiff = HaIac.Engine.Events.PropertyDiff;

namespace HaIac.Engine.Stepping;

/// <summary>Looks what became of an object, and puts that into the state.</summary>
/// <remarks>
/// The entry itself is changed, so that what follows starts from it; <see cref="Step.Old"/> is a picture of it from before.
/// Source: pulumi-protocol.md 6.7.
/// </remarks>
internal sealed class RefreshStep : Step
{
    private readonly bool isPart;
    private readonly Action<string> warn;
    private ProviderDiff? diff;
    private StepOp found = StepOp.Same;
    private bool changed;

    private RefreshStep(bool isPart, Action<string> warn)
    {
        this.isPart = isPart;
        this.warn = warn;
    }

    /// <inheritdoc/>
    public override ProviderDiff? Diff => diff;

    /// <inheritdoc/>
    public override bool ChangesState => changed;

    /// <inheritdoc/>
    public override StepOp EndOp => isPart ? StepOp.Refresh : found;

    /// <inheritdoc/>
    public override ResourceEntry? EndNew => found == StepOp.Delete ? null : New;

    /// <inheritdoc/>
    public override StepOp? CountedAs => isPart || IsInternal ? null : found;

    /// <summary>A step that looks at an entry.</summary>
    /// <param name="entry">The entry; changed when the step is done.</param>
    /// <param name="isPart">Whether the refresh is the first part of another operation, which alone counts then.</param>
    /// <param name="warn">Takes what is wrong with an object that is there but not healthy.</param>
    public static RefreshStep Of(ResourceEntry entry, bool isPart, Action<string> warn) =>
        new(isPart, warn) { Op = StepOp.Refresh, Old = new ResourceEntry(entry.State), New = entry };

    /// <inheritdoc/>
    public override async Task ApplyAsync(StepContext context, CancellationToken ct)
    {
        var old = Old!.State;
        if (!old.Custom || old.IsProvider)
        {
            return;
        }

        try
        {
            var provider = await context.Providers.GetAsync(old.Provider, ct).ConfigureAwait(false);
            if (old.PendingReplacement)
            {
                return;
            }

            var read = await provider.ReadAsync(old.Urn, old.Id, old.Inputs, old.Outputs, old.CustomTimeouts, ct).ConfigureAwait(false);
            if (read.Id.Length == 0)
            {
                (found, changed) = (StepOp.Delete, true);
                context.State.Remove(New!);
                return;
            }

            if (read.InitErrors.Length > 0)
            {
                warn(InitFailure.Text(read.InitErrors));
            }

            var now = Read(old, read);
            diff = await DiffAsync(provider, old, now, ct).ConfigureAwait(false);
            var differs = old.External
                ? !old.Outputs.Equals(now.Outputs)
                : diff is null || diff.Changes == DiffResponse.Types.DiffChanges.DiffSome;
            found = differs ? StepOp.Update : StepOp.Same;
            changed = !StateComparison.Same(old, now);
            if (changed)
            {
                context.State.Change(New!, _ => now with { Modified = context.Clock.GetUtcNow() });
            }
        }
        catch (Exception e) when (e is ProviderCallException or PluginException)
        {
            // The others are looked at all the same.
            throw new StepFailure(e.Message, StepStatus.Clean, e) { IsContained = true };
        }
    }

    private static StateResource Read(StateResource old, ProviderResult read)
    {
        var inputs = read.Inputs ?? old.Inputs;
        return old with
        {
            Id = read.Id,
            Inputs = old.External ? old.Inputs : inputs,
            Outputs = SecretMarks.Apply(read.Outputs, inputs, old.AdditionalSecretOutputs),
            InitErrors = read.InitErrors,
            RefreshBeforeUpdate = read.RefreshBeforeUpdate,
        };
    }

    // What was read takes the part of the old, what is stored that of the new; so the answer says how the object differs from the state the other way round.
    private static async Task<ProviderDiff?> DiffAsync(IProvider provider, StateResource old, StateResource now, CancellationToken ct)
    {
        if (old.External)
        {
            return null;
        }

        var diff = await provider.DiffAsync(now, old.Urn, old.Inputs, old.IgnoreChanges, ct).ConfigureAwait(false);
        if (diff?.Changes == DiffResponse.Types.DiffChanges.DiffUnknown)
        {
            return InputComparison.Compare(old.Inputs, now.Inputs);
        }

        return diff is null ? null : diff with
        {
            ReplaceKeys = [],
            Detailed = diff.Detailed?.ToImmutableSortedDictionary(
                pair => pair.Key, pair => new PropertyDiff(Inverted(pair.Value.Kind), pair.Value.InputDiff), StringComparer.Ordinal),
        };
    }

    private static PropertyDiffKind Inverted(PropertyDiffKind kind) => kind switch
    {
        PropertyDiffKind.Add => PropertyDiffKind.Delete,
        PropertyDiffKind.AddReplace => PropertyDiffKind.DeleteReplace,
        PropertyDiffKind.Delete => PropertyDiffKind.Add,
        PropertyDiffKind.DeleteReplace => PropertyDiffKind.AddReplace,
        _ => kind,
    };
}
