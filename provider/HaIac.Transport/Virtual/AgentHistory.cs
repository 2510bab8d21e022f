using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Simulating;

namespace HaIac.Transport.Virtual;

/// <summary>
/// Keeps the status in step with resources whose agent was changed. A real controller forgets what ran under the old agent when it restarts the
/// resource; crm_simulate restarts it on paper, but leaves the old agent's name in the history, and would restart it again and again.
/// </summary>
internal static class AgentHistory
{
    /// <summary>The document in which the history of every resource that was acted on names its agent of today.</summary>
    /// <param name="cib">The document after a transition.</param>
    /// <param name="actions">What the transition did.</param>
    public static CibDocument Follow(CibDocument cib, IEnumerable<SimulatedAction> actions)
    {
        var acted = actions.Where(action => !action.Blocked).Select(action => action.Resource).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (acted.Count == 0 || cib.Status is not { } status)
        {
            return cib;
        }

        var changed = status;
        foreach (var state in status.Elements)
        {
            if (state.Find("lrm") is not { } lrm || lrm.Find("lrm_resources") is not { } resources)
            {
                continue;
            }

            var kept = resources;
            foreach (var entry in resources.Elements)
            {
                kept = kept.Replace(entry, Renamed(entry, cib, acted));
            }

            changed = ReferenceEquals(kept, resources) ? changed : changed.Replace(state, state.Replace(lrm, lrm.Replace(resources, kept)));
        }

        return ReferenceEquals(changed, status) ? cib : cib.WithRoot(cib.Root.Replace(status, changed));
    }

    private static CibElement Renamed(CibElement entry, CibDocument cib, HashSet<string> acted)
    {
        var id = (entry.Id ?? "").Split(':')[0];
        if (!acted.Contains(id) || !CibId.TryParse(id, out var parsed, out _) || cib.FindElement(parsed) is not { Name: "primitive" } primitive)
        {
            return entry;
        }

        var renamed = entry;
        foreach (var name in (ReadOnlySpan<string>)["class", "provider", "type"])
        {
            renamed = primitive[name] == renamed[name] ? renamed : renamed.With(name, primitive[name]);
        }

        return renamed;
    }
}
