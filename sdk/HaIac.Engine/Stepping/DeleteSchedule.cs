using System.Collections.Immutable;

namespace HaIac.Engine.Stepping;

/// <summary>In which order condemned entries go: children and dependents first, providers last.</summary>
/// <remarks>Source: pulumi-protocol.md 6.4.</remarks>
internal sealed class DeleteSchedule
{
    private readonly Dictionary<ResourceEntry, HashSet<ResourceEntry>> needs = [];

    private DeleteSchedule(ImmutableArray<ImmutableArray<Step>> layers)
    {
        Layers = layers;
    }

    /// <summary>Groups of steps; those of a group may run at once, groups follow each other.</summary>
    public ImmutableArray<ImmutableArray<Step>> Layers { get; private set; }

    /// <summary>Plans the order.</summary>
    /// <param name="condemned">Steps that delete or forget, in the order of the state.</param>
    public static DeleteSchedule For(IReadOnlyList<Step> condemned)
    {
        var schedule = new DeleteSchedule([]);
        schedule.FindNeeds([.. condemned.Select(step => step.Old!)]);

        var layers = new List<ImmutableArray<Step>>();
        var left = condemned.ToList();
        var gone = new HashSet<ResourceEntry>();
        while (left.Count > 0)
        {
            var free = left.Where(step => schedule.needs[step.Old!].All(gone.Contains)).ToImmutableArray();

            // A state that refers in a circle cannot come from an engine; deleting it all at once beats not deleting it.
            free = free.IsEmpty ? [.. left] : free;
            layers.Add(free);
            gone.UnionWith(free.Select(step => step.Old!));
            left.RemoveAll(step => gone.Contains(step.Old!));
        }

        layers.Reverse();
        schedule.Layers = [.. layers];
        return schedule;
    }

    /// <summary>Everything among the condemned that an entry needs, directly or not.</summary>
    public IReadOnlySet<ResourceEntry> AllNeeds(ResourceEntry entry)
    {
        var found = new HashSet<ResourceEntry>();
        var open = new Queue<ResourceEntry>(needs[entry]);
        while (open.TryDequeue(out var next))
        {
            if (found.Add(next))
            {
                needs[next].ToList().ForEach(open.Enqueue);
            }
        }

        return found;
    }

    private void FindNeeds(IReadOnlyList<ResourceEntry> entries)
    {
        var byUrn = entries.ToLookup(entry => entry.Urn, StringComparer.Ordinal);
        var childrenBefore = new Dictionary<string, List<ResourceEntry>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var found = new HashSet<ResourceEntry>();
            foreach (var urn in Dependencies.Of(entry.State))
            {
                found.UnionWith(byUrn[urn]);

                // Who depends on a component depends on the children of it that stand before him, too.
                if (urn != entry.State.Parent && byUrn[urn].Any(need => !need.State.Custom && !need.State.IsStack)
                    && childrenBefore.TryGetValue(urn, out var children))
                {
                    found.UnionWith(children);
                }
            }

            found.Remove(entry);
            needs[entry] = found;
            if (entry.State.Parent.Length > 0)
            {
                if (!childrenBefore.TryGetValue(entry.State.Parent, out var siblings))
                {
                    childrenBefore[entry.State.Parent] = siblings = [];
                }

                siblings.Add(entry);
            }
        }
    }
}
