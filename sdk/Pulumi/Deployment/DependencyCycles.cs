namespace Pulumi;

/// <summary>
/// Knows which registrations wait for which, so that resources that wait for each other (or for themselves, as a child that
/// depends on its own component does) fail with an error instead of waiting for ever.
/// </summary>
internal static class DependencyCycles
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<Resource, List<HashSet<Resource>>> Waiting = [];

    /// <summary>Notes that a resource waits for others; dispose the result when it no longer does.</summary>
    /// <exception cref="ResourceException">The others already wait for that resource.</exception>
    public static IDisposable Enter(Resource dependent, HashSet<Resource> targets)
    {
        lock (Gate)
        {
            if (FindPath(dependent, targets) is { } path)
            {
                var chain = string.Join(" -> ", path.Prepend(dependent).Select(r => $"{r.GetResourceType()} '{r.GetResourceName()}'"));
                throw new ResourceException(
                    $"Resources depend on each other in a circle: {chain}. Remove one of these dependencies; " +
                    "a component in DependsOn stands for all resources inside it.",
                    null,
                    hideStack: true);
            }

            if (!Waiting.TryGetValue(dependent, out var waits))
            {
                Waiting[dependent] = waits = [];
            }

            waits.Add(targets);
            return new Exit(dependent, targets);
        }
    }

    private static List<Resource>? FindPath(Resource goal, HashSet<Resource> start)
    {
        var from = new Dictionary<Resource, Resource?>();
        var open = new Queue<Resource>();
        foreach (var resource in start)
        {
            from[resource] = null;
            open.Enqueue(resource);
        }

        while (open.TryDequeue(out var resource))
        {
            if (resource == goal)
            {
                var path = new List<Resource>();
                for (Resource? step = resource; step is not null; step = from[step])
                {
                    path.Insert(0, step);
                }

                return path;
            }

            foreach (var next in Waiting.GetValueOrDefault(resource)?.SelectMany(w => w) ?? [])
            {
                if (from.TryAdd(next, resource))
                {
                    open.Enqueue(next);
                }
            }
        }

        return null;
    }

    private sealed class Exit(Resource dependent, HashSet<Resource> targets) : IDisposable
    {
        public void Dispose()
        {
            lock (Gate)
            {
                if (Waiting.TryGetValue(dependent, out var waits) && waits.Remove(targets) && waits.Count == 0)
                {
                    Waiting.Remove(dependent);
                }
            }
        }
    }
}
