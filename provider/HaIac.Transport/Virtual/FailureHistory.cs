using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Transport.Virtual;

/// <summary>Clears the failures of resources from the status of a CIB, as <c>crm_resource --cleanup</c> makes the controller do.</summary>
internal static class FailureHistory
{
    /// <summary>The document without failures of these primitives.</summary>
    /// <param name="cib">The document.</param>
    /// <param name="primitives">Ids without instance numbers.</param>
    /// <param name="node">On this node only; null: on every node.</param>
    public static CibDocument Clear(CibDocument cib, IReadOnlySet<string> primitives, NodeName? node = null)
    {
        if (cib.Status is not { } status)
        {
            return cib;
        }

        var changed = status;
        foreach (var state in status.Elements.Where(state => node is null || (NodeName.TryParse(state["uname"], out var name, out _) && name == node)))
        {
            changed = changed.Replace(state, ClearHistory(ClearCounts(state, primitives), primitives));
        }

        return cib.WithRoot(cib.Root.Replace(status, changed));
    }

    // fail-count-vip#monitor_10000, last-failure-vip#monitor_10000
    private static CibElement ClearCounts(CibElement state, IReadOnlySet<string> primitives)
    {
        if (state.Find("transient_attributes") is not { } attributes)
        {
            return state;
        }

        var kept = attributes;
        foreach (var set in attributes.Elements)
        {
            kept = kept.Replace(set, set.WithChildren([.. set.Children.Where(c => !IsCountOf(c as CibElement, primitives))]));
        }

        return state.Replace(attributes, kept);
    }

    private static bool IsCountOf(CibElement? pair, IReadOnlySet<string> primitives)
    {
        var name = pair?["name"] ?? "";
        foreach (var prefix in (ReadOnlySpan<string>)["fail-count-", "last-failure-"])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                var resource = name[prefix.Length..].Split('#')[0];
                return primitives.Contains(WithoutNumber(resource));
            }
        }

        return false;
    }

    private static CibElement ClearHistory(CibElement state, IReadOnlySet<string> primitives)
    {
        if (state.Find("lrm") is not { } lrm || lrm.Find("lrm_resources") is not { } resources)
        {
            return state;
        }

        var kept = resources;
        foreach (var resource in resources.Elements.Where(r => primitives.Contains(WithoutNumber(r.Id ?? ""))))
        {
            kept = kept.Replace(resource, resource.WithChildren([.. resource.Children.Where(c => c is not CibElement op || !Failed(op))]));
        }

        return state.Replace(lrm, lrm.Replace(resources, kept));
    }

    // transition-key="2:-1:0:uuid": the third part is the result that was expected.
    private static bool Failed(CibElement operation)
    {
        var parts = operation["transition-key"]?.Split(':') ?? [];
        return operation.Id?.Contains("_last_failure_", StringComparison.Ordinal) == true
            || (parts.Length > 2 && parts[2] != operation["rc-code"]);
    }

    private static string WithoutNumber(string id)
    {
        var colon = id.LastIndexOf(':');
        return colon < 0 ? id : id[..colon];
    }
}
