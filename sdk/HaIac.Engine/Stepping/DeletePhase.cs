using System.Collections.Immutable;

namespace HaIac.Engine.Stepping;

/// <summary>Carries out what is condemned, in the order of the schedule.</summary>
/// <remarks>Source: pulumi-protocol.md 6.4.</remarks>
internal sealed class DeletePhase(StepRunner runner, StateTable state, Stop stop)
{
    /// <summary>Deletes.</summary>
    /// <param name="condemned">Steps in the order of the state.</param>
    /// <param name="unsuccessful">URNs of resources that failed in this run: all that they need stays.</param>
    public async Task RunAsync(ImmutableArray<Step> condemned, IReadOnlyCollection<string> unsuccessful)
    {
        var needed = NeededBy(unsuccessful);
        var schedule = DeleteSchedule.For([.. condemned.Where(step => !needed.Contains(step.Urn))]);
        var kept = new HashSet<ResourceEntry>();
        foreach (var layer in schedule.Layers)
        {
            if (stop.IsRequested)
            {
                return;
            }

            var todo = layer.Where(step => !kept.Contains(step.Old!)).ToList();
            var outcomes = await Task.WhenAll(todo.Select(step => runner.RunAsync([step]))).ConfigureAwait(false);
            foreach (var (step, _) in todo.Zip(outcomes).Where(pair => pair.Second != ChainOutcome.Done))
            {
                kept.UnionWith(schedule.AllNeeds(step.Old!));
            }
        }
    }

    private HashSet<string> NeededBy(IReadOnlyCollection<string> unsuccessful)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        if (unsuccessful.Count == 0)
        {
            return needed;
        }

        var byUrn = state.Old.Concat(state.Produced).ToLookup(entry => entry.Urn, StringComparer.Ordinal);
        var open = new Queue<string>(unsuccessful);
        while (open.TryDequeue(out var urn))
        {
            foreach (var need in byUrn[urn].SelectMany(entry => Dependencies.Of(entry.State)).Where(needed.Add))
            {
                open.Enqueue(need);
            }
        }

        return needed;
    }
}
