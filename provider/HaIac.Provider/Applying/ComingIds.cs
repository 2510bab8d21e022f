namespace HaIac.Provider.Applying;

/// <summary>
/// Works out which ids will exist (or, of removals, will be gone): those that are there, and those of all calls whose own needs are met by the
/// same set. It is the greatest such set, so that two calls which need each other let each other pass; found in time that grows with the needs,
/// not with their square.
/// </summary>
internal static class ComingIds
{
    /// <summary>The ids.</summary>
    /// <param name="present">Ids that are there.</param>
    /// <param name="calls">What each call on its way brings, and what it needs for that.</param>
    public static HashSet<string> Of(IReadOnlySet<string> present, IReadOnlyList<(IReadOnlyCollection<string> Brings, IReadOnlyCollection<string> Needs)> calls)
    {
        var providers = new Dictionary<string, int>(StringComparer.Ordinal);
        var needers = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var call = 0; call < calls.Count; call++)
        {
            foreach (var id in calls[call].Brings)
            {
                providers[id] = providers.GetValueOrDefault(id) + 1;
            }

            foreach (var id in calls[call].Needs)
            {
                (needers.TryGetValue(id, out var list) ? list : needers[id] = []).Add(call);
            }
        }

        var hopeless = new HashSet<int>();
        var open = new Queue<int>(Enumerable.Range(0, calls.Count).Where(call => calls[call].Needs.Any(id => !present.Contains(id) && !providers.ContainsKey(id))));
        while (open.TryDequeue(out var call))
        {
            if (!hopeless.Add(call))
            {
                continue;
            }

            foreach (var id in calls[call].Brings)
            {
                if (--providers[id] == 0 && !present.Contains(id))
                {
                    needers.GetValueOrDefault(id)?.ForEach(open.Enqueue);
                }
            }
        }

        var ids = new HashSet<string>(present, StringComparer.Ordinal);
        ids.UnionWith(providers.Where(pair => pair.Value > 0).Select(pair => pair.Key));
        return ids;
    }
}
