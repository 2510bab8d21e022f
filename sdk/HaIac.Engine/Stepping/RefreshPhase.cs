using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>Looks at every object that the state knows before anything else is done.</summary>
/// <remarks>Source: pulumi-protocol.md 6.7.</remarks>
internal sealed class RefreshPhase(StepRunner runner, StateTable state, StepReporter reporter, bool isPart)
{
    /// <summary>Looks at all of them; one that cannot be looked at keeps its entry, and the others are looked at all the same.</summary>
    public async Task RunAsync()
    {
        var entries = state.Old.Where(state.IsLive).ToList();
        await Task.WhenAll(entries.Select(entry => runner.RunAsync(
            [RefreshStep.Of(entry, isPart, text => reporter.Say(DiagnosticSeverity.Warning, text, entry.Urn))]))).ConfigureAwait(false);
        Tidy(entries);
    }

    // Nothing may refer to what is gone.
    private void Tidy(IReadOnlyCollection<ResourceEntry> entries)
    {
        var there = entries.Where(state.IsLive).Select(entry => entry.Urn).ToHashSet(StringComparer.Ordinal);
        var gone = entries.Select(entry => entry.Urn).Where(urn => !there.Contains(urn)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Where(state.IsLive))
        {
            var tidied = Tidied(entry.State, gone);
            if (!StateComparison.Same(entry.State, tidied))
            {
                state.Change(entry, _ => tidied);
            }
        }
    }

    private static StateResource Tidied(StateResource resource, HashSet<string> gone)
    {
        ImmutableArray<string> Without(ImmutableArray<string> urns) => urns.Any(gone.Contains) ? urns.RemoveAll(gone.Contains) : urns;

        var named = resource.PropertyDependencies?
            .Select(pair => KeyValuePair.Create(pair.Key, Without(pair.Value)))
            .Where(pair => pair.Value.Length > 0)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        return resource with
        {
            Parent = gone.Contains(resource.Parent) ? "" : resource.Parent,
            Dependencies = Without(resource.Dependencies),
            PropertyDependencies = named is { Count: > 0 } ? named : null,
            DeletedWith = gone.Contains(resource.DeletedWith) ? "" : resource.DeletedWith,
            ReplaceWith = Without(resource.ReplaceWith),
        };
    }
}
