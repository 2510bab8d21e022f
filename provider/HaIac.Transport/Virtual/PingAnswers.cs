using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Resources;

namespace HaIac.Transport.Virtual;

/// <summary>
/// What <c>ocf:pacemaker:ping</c> writes about a node. On paper no agent pings, and rules that ask for an answer would keep everything away from every node; so
/// each active instance gets an answer from all its hosts.
/// </summary>
/// <remarks>Source: the agent's metadata: attribute <c>name</c> holds <c>multiplier</c> times the number of hosts that answered.</remarks>
internal static class PingAnswers
{
    /// <summary>The document with an answer for each active instance that has none; the very same document if there is nothing to add.</summary>
    public static CibDocument Give(CibDocument cib)
    {
        var pings = cib.Resources.OfType<CibResource>().SelectMany(resource => resource.SelfAndInside()).OfType<CibPrimitive>()
            .Where(primitive => primitive.Agent is { Standard: "ocf", Provider: "pacemaker", Type: "ping" })
            .ToDictionary(primitive => primitive.Id.Value, StringComparer.Ordinal);
        if (pings.Count == 0 || cib.Status is not { } status)
        {
            return cib;
        }

        var changed = status;
        foreach (var state in status.Elements.Where(element => element.Name == "node_state"))
        {
            var told = state;
            foreach (var entry in (state.Find("lrm")?.Find("lrm_resources")?.Elements ?? []).Where(PromotionWishes.IsActive))
            {
                if (pings.TryGetValue((entry.Id ?? "").Split(':')[0], out var ping))
                {
                    told = TransientAttributes.Add(told, ping.InstanceAttributes.Find("name") ?? "pingd", Answer(ping));
                }
            }

            changed = changed.Replace(state, told);
        }

        return ReferenceEquals(changed, status) ? cib : cib.WithRoot(cib.Root.Replace(status, changed));
    }

    private static string Answer(CibPrimitive ping)
    {
        var hosts = (ping.InstanceAttributes.Find("host_list") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var multiplier = int.TryParse(ping.InstanceAttributes.Find("multiplier"), CultureInfo.InvariantCulture, out var number) ? number : 1;
        return (hosts * multiplier).ToString(CultureInfo.InvariantCulture);
    }
}
