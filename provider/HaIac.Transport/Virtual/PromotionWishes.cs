using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Transport.Virtual;

/// <summary>
/// Promotion scores of promotable clones. On a real node the agent sets them when it has started; on paper there is no agent, and without a
/// score the scheduler promotes nothing. So every active instance gets the score that agents use for "ready to be promoted".
/// </summary>
/// <remarks>Source: Pacemaker Explained, Promotable clones, promotion scores; crm_attribute(8), --promotion.</remarks>
internal static class PromotionWishes
{
    private const string ReadyScore = "10";

    /// <summary>The document with a score for each active instance that has none; the very same document if there is nothing to add.</summary>
    public static CibDocument Express(CibDocument cib)
    {
        var promotable = PromotablePrimitives(cib).ToHashSet(StringComparer.Ordinal);
        if (promotable.Count == 0 || cib.Status is not { } status)
        {
            return cib;
        }

        var ofHost = promotable.Where(id => CibId.TryParse(id, out var parsed, out _) && cib.FindElement(parsed) is { } primitive && SpeaksForHost(primitive)).ToHashSet(StringComparer.Ordinal);
        var changed = status;
        foreach (var state in status.Elements.Where(e => e.Name == "node_state"))
        {
            foreach (var wish in Wishes(state, promotable))
            {
                // An agent in a container may keep its score with the host, where its data are.
                var home = ofHost.Contains(WithoutNumber(wish)) && GuestNodes.HostOf(state, status) is { } host ? host : state;
                var now = changed.Elements.First(e => e.Name == "node_state" && e.Id == home.Id);
                changed = changed.Replace(now, WithScore(now, $"master-{wish}"));
            }
        }

        return ReferenceEquals(changed, status) ? cib : cib.WithRoot(cib.Root.Replace(status, changed));
    }

    private static IEnumerable<string> Wishes(CibElement state, HashSet<string> promotable) =>
        from resource in state.Find("lrm")?.Find("lrm_resources")?.Elements ?? []
        where resource.Id is { } id && promotable.Contains(WithoutNumber(id)) && IsActive(resource)
        select resource.Id;

    private static bool SpeaksForHost(CibElement primitive) =>
        MetaAttributes(primitive).Any(pair => pair["name"] == "container-attribute-target" && pair["value"] == "host");

    // The latest operation that ran once tells the state: a stop, or a probe that found nothing, means inactive.
    internal static bool IsActive(CibElement resource) =>
        resource.Elements.FirstOrDefault(op => op.Id?.EndsWith("_last_0", StringComparison.Ordinal) == true) is { } last
        && last["operation"] != "stop"
        && last["rc-code"] is "0" or "8";

    private static CibElement WithScore(CibElement state, string name)
    {
        var nodeId = state.Id ?? "";
        var attributes = state.Find("transient_attributes") ?? new CibElement("transient_attributes", [("id", nodeId)]);
        var set = attributes.Find("instance_attributes") ?? new CibElement("instance_attributes", [("id", $"status-{nodeId}")]);
        if (set.Elements.Any(pair => pair["name"] == name))
        {
            return state;
        }

        var grownSet = set.Append(new CibElement("nvpair", [("id", $"status-{nodeId}-{name}"), ("name", name), ("value", ReadyScore)]));
        var grown = attributes.Find("instance_attributes") is null ? attributes.Append(grownSet) : attributes.Replace(set, grownSet);
        return state.Find("transient_attributes") is null
            ? state.WithChildren(state.Children.Insert(0, grown))
            : state.Replace(attributes, grown);
    }

    private static IEnumerable<string> PromotablePrimitives(CibDocument cib)
    {
        var resources = cib.Configuration?.Find("resources")?.Elements ?? [];
        return resources.Where(IsPromotable).SelectMany(Primitives).Select(p => p.Id).OfType<string>();
    }

    private static bool IsPromotable(CibElement resource) =>
        resource.Name == "master"
        || resource.Name is "clone" or "bundle" && MetaAttributes(resource).Any(pair => pair["name"] == "promotable" && IsTrue(pair["value"]))
        || resource.Name == "bundle" && resource.Elements.Any(e => e["promoted-max"] is not null and not "0");

    private static IEnumerable<CibElement> MetaAttributes(CibElement resource) =>
        resource.Elements.Where(e => e.Name == "meta_attributes").SelectMany(e => e.Elements);

    private static IEnumerable<CibElement> Primitives(CibElement resource) =>
        resource.Elements.SelectMany(e => e.Name == "primitive" ? [e] : e.Name == "group" ? Primitives(e) : []);

    private static bool IsTrue(string? value) => value?.ToLowerInvariant() is "true" or "yes" or "on" or "y" or "1";

    private static string WithoutNumber(string id)
    {
        var colon = id.LastIndexOf(':');
        return colon < 0 ? id : id[..colon];
    }
}
