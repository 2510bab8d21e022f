namespace HaIac.Provider.Applying;

/// <summary>
/// Works out which ids will exist: those that are there, and those of all calls whose own needs are met by the same set. It is the greatest such
/// set, so that two calls which need each other let each other pass; found in time that grows with the needs, not with their square.
/// </summary>
internal static class ComingIds
{
    /// <summary>The ids.</summary>
    /// <param name="present">Ids that are there.</param>
    /// <param name="calls">Calls on their way.</param>
    public static HashSet<string> Of(IReadOnlySet<string> present, IReadOnlyList<ReferenceGate.Pass> calls)
    {
        var providers = new Dictionary<string, int>(StringComparer.Ordinal);
        var needers = new Dictionary<string, List<ReferenceGate.Pass>>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            foreach (var id in call.Provides)
            {
                providers[id] = providers.GetValueOrDefault(id) + 1;
            }

            foreach (var id in call.Needs)
            {
                (needers.TryGetValue(id, out var list) ? list : needers[id] = []).Add(call);
            }
        }

        var hopeless = new HashSet<ReferenceGate.Pass>();
        var open = new Queue<ReferenceGate.Pass>(calls.Where(call => call.Needs.Any(id => !present.Contains(id) && !providers.ContainsKey(id))));
        while (open.TryDequeue(out var call))
        {
            if (!hopeless.Add(call))
            {
                continue;
            }

            foreach (var id in call.Provides)
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
