using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Resources;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;

namespace HaIac.Operating.Naming;

/// <summary>Finds a service in a CIB (rules D1-D4 of the requirements). A pure function of both.</summary>
internal static class ServiceResolver
{
    private const int MostListed = 8;

    /// <summary>Finds the service.</summary>
    /// <exception cref="FindingException">HAI3401: nothing of that name; the finding lists what was tried and what is near.</exception>
    public static ResolvedService Resolve(ServiceProfile profile, CibDocument cib) =>
        Find(profile, cib) ?? throw new FindingException(NotFound(profile, cib));

    /// <summary>Finds the service; null when the CIB has none of that name.</summary>
    public static ResolvedService? Find(ServiceProfile profile, CibDocument cib)
    {
        var chains = Chains(cib);
        return Tried(profile).Select(name => chains.TryGetValue(name, out var chain) ? chain : ContainersOnly(name)).FirstOrDefault(chain => !chain.IsDefault) is { IsDefault: false } found
            ? new ResolvedService(profile.Name, found)
            : null;

        // A bundle without a resource inside has no id that is the service's own; HaIac names it after the service.
        ImmutableArray<CibResource> ContainersOnly(string name) =>
            chains.TryGetValue($"{name}-bundle", out var chain) && chain is [CibBundle { Primitive: null }] ? chain : default;
    }

    /// <summary>Unit of the init system that runs the same daemon (rule D4): as declared, else the unit that the agent runs, else the name without prefix.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="primitive">Its primitive; null when it is not known.</param>
    public static string UnitOf(ServiceProfile profile, CibPrimitive? primitive = null) =>
        profile.Unit
        ?? (primitive?.Agent is { Standard: "systemd" or "service" or "lsb", Type: var unit } ? unit : null)
        ?? (profile.ServiceName != profile.Name
            ? profile.ServiceName
            : NameVariants.WithoutPrefix(primitive?.Id.Value ?? profile.ServiceName, profile.Prefix));

    private static IReadOnlyList<string> Tried(ServiceProfile profile) =>
        profile.PrimitiveId is { } id ? [id.Value] : NameVariants.Of([profile.Name, profile.ServiceName], profile.Prefix);

    /// <summary>For each resource what is around it, from the outside in, itself last.</summary>
    private static Dictionary<string, ImmutableArray<CibResource>> Chains(CibDocument cib)
    {
        var chains = new Dictionary<string, ImmutableArray<CibResource>>(StringComparer.Ordinal);
        foreach (var top in cib.Resources.OfType<CibResource>().Where(resource => resource is not CibTemplate))
        {
            Add(top, []);
        }

        return chains;

        void Add(CibResource resource, ImmutableArray<CibResource> around)
        {
            var chain = around.Add(resource);
            chains[resource.Id.Value] = chain;
            foreach (var inside in Inside(resource))
            {
                Add(inside, chain);
            }
        }
    }

    private static IEnumerable<CibResource> Inside(CibResource resource) => resource switch
    {
        CibClone clone => [clone.Inner],
        CibMaster master => [master.Inner],
        CibGroup group => group.Primitives,
        CibBundle { Primitive: { } primitive } => [primitive],
        _ => [],
    };

    private static Finding NotFound(ServiceProfile profile, CibDocument cib)
    {
        var tried = Tried(profile);
        var known = Chains(cib).Keys.Order(StringComparer.Ordinal).ToList();
        var near = tried.Select(name => NearestName.Find(name, known)).OfType<string>()
            .Concat(known.Where(id => tried.Any(name => name.Length > 2 && id.Contains(name, StringComparison.OrdinalIgnoreCase))))
            .Distinct(StringComparer.Ordinal).Take(MostListed).ToList();
        var list = string.Join(", ", known.Take(MostListed)) + (known.Count > MostListed ? $" and {known.Count - MostListed} more" : "");
        return new(FindingCode.ServiceNotFound,
            $"The cluster has no resource for the service \"{profile.Name}\".",
            $"service {profile.Name}",
            $"None of these ids is that of a resource: {string.Join(", ", tried)}.",
            near.Count > 0 ? $"Did you mean {string.Join(" or ", near)}?"
                : known.Count > 0 ? $"Use one of the ids that there are: {list}."
                : "The cluster has no resources at all; declare the service first, or look whether this is the right cluster.");
    }
}
