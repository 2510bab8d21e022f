using System.Collections.Immutable;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Registering;

/// <summary>Tells whether a resource must be replaced whatever its provider says.</summary>
/// <remarks>Source: pulumi-protocol.md 6.3.</remarks>
internal sealed class ForcedReplacement(StateTable state, ProviderRegistry providers, bool isPreview)
{
    /// <summary>What forces it: the keys to show, which may be none; null if nothing does.</summary>
    /// <param name="goal">What the program wants.</param>
    /// <param name="old">What there is.</param>
    /// <param name="replaced">URNs that were replaced in this run.</param>
    /// <param name="ct">Stops the calls.</param>
    public async Task<ImmutableArray<string>?> FindAsync(ResourceGoal goal, StateResource old, IReadOnlySet<string> replaced, CancellationToken ct)
    {
        if (old.Taint)
        {
            return ["id"];
        }

        if (goal.ReplaceWith.Any(replaced.Contains))
        {
            return ["replaceWith"];
        }

        if (await ProviderForcesAsync(goal, old, ct).ConfigureAwait(false))
        {
            return ["provider"];
        }

        return TriggerForces(goal, old) ? [] : null;
    }

    private bool TriggerForces(ResourceGoal goal, StateResource old) =>
        goal.ReplacementTrigger is not (null or WireNull) && old.ReplacementTrigger is not (null or WireNull)
        && (!goal.ReplacementTrigger.Equals(old.ReplacementTrigger)
            || (isPreview && (WireFacts.HasUnknown(goal.ReplacementTrigger) || WireFacts.HasUnknown(old.ReplacementTrigger))));

    private async Task<bool> ProviderForcesAsync(ResourceGoal goal, StateResource old, CancellationToken ct)
    {
        if (!goal.Custom || goal.Provider == old.Provider || old.IsProvider)
        {
            return false;
        }

        if (!ProviderReference.TryParse(goal.Provider, out var now) || !ProviderReference.TryParse(old.Provider, out var before))
        {
            return true;
        }

        var oldProvider = state.Old.FirstOrDefault(entry => entry.Urn == before.Urn && entry.State.Id == before.Id)?.State;
        var newProvider = state.Current(now.Urn)?.State;
        if (oldProvider is null || newProvider is null || oldProvider.Type != newProvider.Type)
        {
            return true;
        }

        var client = await providers.GetAsync(goal.Provider, ct).ConfigureAwait(false);
        var diff = await client.DiffConfigAsync(now.Urn, oldProvider.Inputs, oldProvider.Outputs, newProvider.Inputs, ct).ConfigureAwait(false);
        return diff.NeedsReplacement;
    }
}
