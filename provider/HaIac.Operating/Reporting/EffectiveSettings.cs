using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Operating.Reporting;

/// <summary>Works out which value of a meta attribute counts for a resource, and who sets it (rule F3 of the requirements). A pure function of a CIB.</summary>
/// <remarks>
/// The first that has the name counts: the resource itself, its template, then each wrapper from the inside out, each with its template, then
/// <c>rsc_defaults</c>. Of several sets of one element the one with the highest score counts, of equal ones the first.
/// Sets with a rule hold at times or for some only; they are passed over and named in <see cref="Conditional"/>.
/// Source: Pacemaker Explained, Resource Meta-Attributes; Rules, Using Rules to Control Resource Options.
/// </remarks>
internal static class EffectiveSettings
{
    /// <summary>The value that counts; null when nothing sets it.</summary>
    /// <param name="cib">The CIB.</param>
    /// <param name="chain">The resource with what is around it, from the outside in.</param>
    /// <param name="name">Name of the meta attribute.</param>
    public static EffectiveValue? Find(CibDocument cib, IReadOnlyList<CibResource> chain, string name)
    {
        foreach (var resource in chain.Reverse())
        {
            if (Own(resource, name) is { } own)
            {
                return new(own, $"{resource.Tag} {resource.Id}") { Holder = resource.Id.Value };
            }

            if (resource is CibPrimitive { Template: { } template } && cib.Find(template) is CibTemplate shared && Own(shared, name) is { } inherited)
            {
                return new(inherited, $"template {template}") { Holder = template.Value };
            }
        }

        return Defaults(cib, name) is ({ } value, { } set) ? new(value, $"rsc_defaults {set.Id}") { Holder = set.Id.Value } : null;
    }

    /// <summary>Whether the cluster manages a resource: its settings, then maintenance of the resource, then of the whole cluster.</summary>
    public static EffectiveValue Managed(CibDocument cib, IReadOnlyList<CibResource> chain)
    {
        if (cib.Properties.Properties.Find("maintenance-mode") is { } all && Says(all, true))
        {
            return new("false", "cluster option maintenance-mode");
        }

        if (Find(cib, chain, "maintenance") is { } maintenance && Says(maintenance.Value, true))
        {
            return maintenance with { Value = "false", Source = $"maintenance of {maintenance.Source}" };
        }

        return Find(cib, chain, "is-managed")
            ?? (cib.Properties.Properties.Find("is-managed-default") is { } general && Says(general, false)
                ? new("false", "cluster option is-managed-default")
                : new EffectiveValue("true", EffectiveValue.DefaultSource));
    }

    /// <summary>What a resource should be: <c>Stopped</c>, <c>Started</c>, <c>Unpromoted</c>, <c>Promoted</c>.</summary>
    public static EffectiveValue TargetRole(CibDocument cib, IReadOnlyList<CibResource> chain) =>
        Find(cib, chain, "target-role") is { } set
            ? ResourceRoles.TryParse(set.Value, out var role, out _) ? set with { Value = role.ToString() } : set
            : new("Started", EffectiveValue.DefaultSource);

    /// <summary>Sets with a rule that would decide if their rule held, one line each: what is said without them may be wrong at times.</summary>
    public static IEnumerable<string> Conditional(CibDocument cib, IReadOnlyList<CibResource> chain, string name) =>
        chain.SelectMany(resource => resource.FurtherMetaAttributes.Where(set => set.Rule is not null && set.Pairs.ContainsKey(name))
                .Select(set => $"{name}={set.Pairs[name]} in {set.Id?.Value ?? "a set"} of {resource.Tag} {resource.Id}, while its rule holds"))
            .Concat(cib.Objects.OfType<ResourceDefaults>().Where(set => set.Rule is not null && set.MetaAttributes.ContainsKey(name))
                .Select(set => $"{name}={set.MetaAttributes[name]} in rsc_defaults {set.Id}, while its rule holds"));

    /// <summary>What a resource itself sets, at all times; null when it does not.</summary>
    public static string? Own(CibResource resource, string name) =>
        resource.FurtherMetaAttributes.Where(set => set.Rule is null && set.Pairs.ContainsKey(name))
            .Select(set => (Score: set.Score?.Value ?? 0, Value: set.Pairs[name]))
            .Prepend((Score: resource.MetaAttributes.ContainsKey(name) ? 0 : int.MinValue, Value: resource.MetaAttributes.Find(name)!))
            .MaxBy(pair => pair.Score).Value;

    /// <summary>Whether a boolean of the CIB is this.</summary>
    public static bool Says(string value, bool what) => CibBoolean.TryParse(value, out var read, out _) && read == what;

    private static (string? Value, ResourceDefaults? Set) Defaults(CibDocument cib, string name) =>
        cib.Objects.OfType<ResourceDefaults>().Where(set => set.Rule is null && set.MetaAttributes.ContainsKey(name)).MaxBy(set => set.Score?.Value ?? 0) is { } found
            ? (found.MetaAttributes[name], found)
            : (null, null);
}
