using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Operating.Findings;
using HaIac.Operating.Naming;
using HaIac.Operating.Services;
using HaIac.Provider.Composing;

namespace HaIac.Provider.Switching;

/// <summary>
/// Looks for primitives that may run a service already under another of its names: clusters made with prefix <c>p_</c> have p_haproxy where a program
/// declares haproxy (rules B3, D2). Two of them would run one daemon twice.
/// </summary>
internal static class OtherNames
{
    /// <summary>A warning for each. A pure function.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="wanted">Its objects.</param>
    /// <param name="cib">The cluster's configuration.</param>
    public static IEnumerable<string> About(ServiceProfile profile, Composition wanted, CibDocument cib)
    {
        var own = wanted.Primitives.ToDictionary(primitive => primitive.Id);
        if (own.Count == 0)
        {
            return [];
        }

        var variants = NameVariants.Of([profile.Name, profile.ServiceName, .. own.Keys.Select(id => id.Value)], profile.Prefix).ToHashSet(StringComparer.Ordinal);
        return cib.Resources.OfType<CibResource>().SelectMany(resource => resource.SelfAndInside()).OfType<CibPrimitive>()
            .Where(primitive => variants.Contains(primitive.Id.Value) && !own.ContainsKey(primitive.Id))
            .Where(primitive => primitive.Agent is null || own.Values.Any(mine => mine.Agent is null || mine.Agent.Type == primitive.Agent.Type || profile.NativeUnits.Contains(primitive.Agent.Type)))
            .Select(primitive => new Finding(
                FindingCode.OtherName,
                $"The cluster has a primitive {primitive.Id} ({primitive.Agent?.ToString() ?? "agent of a template"}), which looks like {profile.ServiceName} too.",
                $"service {profile.Name}, CIB primitive {primitive.Id}",
                "If both run the same daemon, it runs twice on a node, and the second instance fails or takes the port of the first.",
                $"If it is the same, name the primitive {primitive.Id} (prefix, or cibId of the primitive) and import it, or remove it from the cluster; else ignore this.").ToString());
    }
}
