using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;

namespace HaIac.Operating.Lifecycle;

/// <summary>The smallest edits that make a service managed or unmanaged, started or stopped (rules F1-F3, H6, I2). Pure functions of a CIB.</summary>
/// <remarks>
/// A value that stands in the way is taken out where it stands; only one that is inherited from a template or the defaults, which others share, is
/// outweighed by a value of its own.
/// </remarks>
internal static class MetaPlan
{
    private const string TargetRole = "target-role";
    private const string Managed = "is-managed";
    private const string Maintenance = "maintenance";

    /// <summary>Edits after which the cluster manages it, as far as its own settings decide.</summary>
    public static IReadOnlyList<CibEdit> Manage(CibDocument cib, ServiceProfile profile)
    {
        var edit = new TreeEdit(ServiceResolver.Resolve(profile, cib).Outer);
        Free(cib, profile, edit, Managed, value => EffectiveSettings.Says(value, false), "true");
        Free(cib, profile, edit, Maintenance, value => EffectiveSettings.Says(value, true), "false");
        return edit.ToEdits();
    }

    /// <summary>Edits after which the cluster leaves it alone.</summary>
    public static IReadOnlyList<CibEdit> Unmanage(CibDocument cib, ServiceProfile profile)
    {
        var service = ServiceResolver.Resolve(profile, cib);
        var edit = new TreeEdit(service.Outer);
        if (Leaves(service).All(chain => IsUnmanaged(cib, chain)))
        {
            return [];
        }

        edit.Set(service.Target, Managed, "false");
        Override(cib, service, edit, Managed, value => EffectiveSettings.Says(value, true), "false");
        return edit.ToEdits();
    }

    /// <summary>Edits after which nothing stops it. A role that it should not exceed (Unpromoted) is an operator's and stays.</summary>
    public static IReadOnlyList<CibEdit> Start(CibDocument cib, ServiceProfile profile)
    {
        var edit = new TreeEdit(ServiceResolver.Resolve(profile, cib).Outer);
        Free(cib, profile, edit, TargetRole, IsStopped, nameof(ResourceRole.Started));
        return edit.ToEdits();
    }

    /// <summary>Edits after which it is stopped everywhere: a member of a group by itself, anything else at its outermost wrapper.</summary>
    public static IReadOnlyList<CibEdit> Stop(CibDocument cib, ServiceProfile profile)
    {
        var service = ServiceResolver.Resolve(profile, cib);
        var place = StopsAt(service);
        if (Leaves(service with { Chain = service.Chain[..(service.Chain.IndexOf(place) + 1)] }).All(chain => IsStopped(EffectiveSettings.TargetRole(cib, chain).Value)))
        {
            return [];
        }

        var edit = new TreeEdit(service.Outer);
        edit.Set(place, TargetRole, nameof(ResourceRole.Stopped));
        Override(cib, service with { Chain = service.Chain[..(service.Chain.IndexOf(place) + 1)] }, edit, TargetRole, value => !IsStopped(value), nameof(ResourceRole.Stopped));
        return edit.ToEdits();
    }

    /// <summary>The resource that is stopped when a service is stopped as a whole.</summary>
    public static CibResource StopsAt(ResolvedService service) => service.GroupAround is null ? service.Outer : service.Target;

    /// <summary>Whether a target role means stopped.</summary>
    public static bool IsStopped(string value) => ResourceRoles.TryParse(value, out var role, out _) && role == ResourceRole.Stopped;

    private static void Free(CibDocument cib, ServiceProfile profile, TreeEdit edit, string name, Func<string, bool> hinders, string outweigh)
    {
        var service = ServiceResolver.Resolve(profile, cib);
        foreach (var resource in service.Chain.Concat(service.Target.SelfAndInside().Skip(1)))
        {
            if (EffectiveSettings.Own(resource, name) is { } own && hinders(own))
            {
                edit.Set(resource, name, null);
            }
        }

        var after = edit.IsEmpty ? cib : EditApplier.Apply(cib, edit.ToEdits()).After;
        var then = ServiceResolver.Resolve(profile, after);
        foreach (var chain in Leaves(then))
        {
            if (EffectiveSettings.Find(after, chain, name) is { } left && hinders(left.Value))
            {
                // A template stands nearer to the primitive than any wrapper; the defaults yield to whatever is set on the service.
                edit.Set(left.Source.StartsWith("template", StringComparison.Ordinal) ? service.Primitives.First(primitive => primitive.Id == chain[^1].Id) : service.Target, name, outweigh);
            }
        }
    }

    /// <summary>Values nearer to the primitives that would outrank the one just set.</summary>
    private static void Override(CibDocument cib, ResolvedService service, TreeEdit edit, string name, Func<string, bool> outranks, string value)
    {
        foreach (var inside in service.Target.SelfAndInside().Skip(1))
        {
            if (EffectiveSettings.Own(inside, name) is { } own && outranks(own))
            {
                edit.Set(inside, name, null);
            }

            if (inside is CibPrimitive { Template: { } template } && cib.Find(template) is CibTemplate shared && EffectiveSettings.Own(shared, name) is { } inherited && outranks(inherited))
            {
                edit.Set(inside, name, value);
            }
        }
    }

    private static bool IsUnmanaged(CibDocument cib, IReadOnlyList<CibResource> chain) =>
        (EffectiveSettings.Find(cib, chain, Managed) is { } managed && EffectiveSettings.Says(managed.Value, false))
        || (EffectiveSettings.Find(cib, chain, Maintenance) is { } maintenance && EffectiveSettings.Says(maintenance.Value, true));

    /// <summary>Each primitive of the service with all that is around it; the service itself where it has none.</summary>
    private static IEnumerable<IReadOnlyList<CibResource>> Leaves(ResolvedService service) =>
        service.Primitives.Select(primitive => (IReadOnlyList<CibResource>)service.ChainTo(primitive)).DefaultIfEmpty(service.Chain);
}
