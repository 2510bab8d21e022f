namespace Pulumi;

/// <summary>Questions about work that stands still. Everybody waits for one thing at a time, so each walk is along a line.</summary>
internal static class StallSearch
{
    /// <summary>Finds a circle of those who wait for each other.</summary>
    /// <returns>The names of those in it who have one, each waiting for the next; empty if there is no circle.</returns>
    public static IReadOnlyList<string> Circle(IEnumerable<KeyValuePair<Task, Waiter?>> work)
    {
        var waiters = work.Select(w => w.Value).OfType<Waiter>().ToArray();
        var circle = Find(waiters);

        // Work moves on while it is looked at. A circle that is seen twice stood still between the looks, so it is real.
        return circle.Count > 0 && Find(waiters).SequenceEqual(circle)
            ? [.. circle.Select(w => w.Label).OfType<string>().DefaultIfEmpty("an output")]
            : [];
    }

    /// <summary>Whether nothing is left but work that waits for deferred outputs.</summary>
    public static bool AllWaitForDeferred(IEnumerable<KeyValuePair<Task, Waiter?>> work)
    {
        var known = new Dictionary<Waiter, bool>(ReferenceEqualityComparer.Instance);
        return work.All(w => w.Key.IsCompleted || (w.Value is { } waiter && WaitsForDeferred(waiter, known)));
    }

    /// <summary>Names of those who wait for one, directly or not.</summary>
    public static string[] WhoWaitsFor(IEnumerable<KeyValuePair<Task, Waiter?>> work, Waiter goal)
        => [.. work.Select(w => w.Value).OfType<Waiter>()
            .Where(w => w != goal && Line(w).Contains(goal))
            .Select(w => w.Label)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>What the work waits for in the end, in words for users, each with one of those who wait.</summary>
    public static IReadOnlyList<string> Ends(IEnumerable<KeyValuePair<Task, Waiter?>> work)
    {
        var ends = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (_, waiter) in work)
        {
            var end = waiter is null ? null : Line(waiter).Last();
            var name = end is null ? "code or tasks of the program" : end.IsUnresolved ? $"the {end.Label}" : end.Label ?? "code inside of an Apply";
            var who = waiter != end ? waiter?.Label : null;
            ends[name] = ends.GetValueOrDefault(name) ?? who;
        }

        return [.. ends.Select(e => e.Value is null ? e.Key : $"{e.Key} (needed by {e.Value})")];
    }

    private static IEnumerable<Waiter> Line(Waiter start)
    {
        var seen = new HashSet<Waiter>(ReferenceEqualityComparer.Instance);
        for (Waiter? waiter = start; waiter is not null && seen.Add(waiter); waiter = waiter.On)
        {
            yield return waiter;
        }
    }

    private static List<Waiter> Find(IEnumerable<Waiter> starts)
    {
        var done = new HashSet<Waiter>(ReferenceEqualityComparer.Instance);
        foreach (var start in starts)
        {
            var line = new List<Waiter>();
            var place = new Dictionary<Waiter, int>(ReferenceEqualityComparer.Instance);
            for (Waiter? waiter = start; waiter is not null && !done.Contains(waiter); waiter = waiter.On)
            {
                if (!place.TryAdd(waiter, line.Count))
                {
                    return line[place[waiter]..];
                }

                line.Add(waiter);
            }

            done.UnionWith(line);
        }

        return [];
    }

    private static bool WaitsForDeferred(Waiter start, Dictionary<Waiter, bool> known)
    {
        // The answer for the end of a chain is that for each of its links.
        var chain = new List<Waiter>();
        var answer = false;
        for (Waiter? waiter = start; waiter is not null; waiter = waiter.On)
        {
            if (known.TryGetValue(waiter, out answer))
            {
                break;
            }

            known[waiter] = false;
            chain.Add(waiter);
            answer = waiter.IsUnresolved;
        }

        foreach (var link in chain)
        {
            known[link] = answer;
        }

        return answer;
    }
}
