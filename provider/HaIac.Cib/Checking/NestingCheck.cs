using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>What stands in groups, clones and bundles: the right kind, and as many as there must be.</summary>
internal static class NestingCheck
{
    private static readonly string[] s_containers = ["docker", "podman", "rkt"];

    public static IEnumerable<CibFinding> Run(Survey survey) => survey.Resources.SelectMany(Check);

    private static IEnumerable<CibFinding> Check(SurveyedResource resource)
    {
        if (resource.Holder is { } holder && !MayHold(holder.Element.Name, resource.Element.Name))
        {
            yield return BadNesting(resource, holder);
        }

        if (Fault(resource) is { } fault)
        {
            yield return new CibFinding
            {
                Code = CibFindingCodes.WrongContent,
                Subject = Place.IdOf(resource.Element),
                What = fault.What,
                Where = Place.Of(resource.Element),
                Why = "A group holds at least one primitive, a clone exactly one primitive or group, a bundle one container and at most one primitive; the cluster refuses or ignores anything else.",
                Mend = fault.Mend,
            };
        }
    }

    private static bool MayHold(string holder, string inner) => holder switch
    {
        "group" or "bundle" => inner == "primitive",
        "clone" or "master" => inner is "primitive" or "group",
        _ => false,
    };

    private static CibFinding BadNesting(SurveyedResource resource, SurveyedResource holder) => new()
    {
        Code = CibFindingCodes.BadNesting,
        Subject = CibId.OfLive(resource.Id),
        Related = [CibId.OfLive(holder.Id)],
        What = $"{resource.Element.Name} {resource.Id} stands in {holder.Element.Name} {holder.Id}.",
        Where = $"CIB {holder.Element.Name} {holder.Id}",
        Why = "A group or bundle holds primitives, a clone holds one primitive or group; nothing else nests.",
        Mend = $"Take {resource.Id} out of {holder.Id}.",
    };

    private static (string What, string Mend)? Fault(SurveyedResource resource)
    {
        if (resource.IsPrimitive)
        {
            return null;
        }

        var name = Place.Named(resource.Element);
        var inner = resource.Element.Elements.Where(child => CibTags.IsResource(child.Name)).ToList();
        if (resource.IsBundle)
        {
            return BundleFault(resource.Element, name, inner);
        }

        return inner.Count switch
        {
            0 => ($"{name} holds no resource.", $"Put a resource into {resource.Id}, or remove it."),
            > 1 when resource.IsClone => ($"{name} holds {Place.List([.. inner.Select(child => child.Id ?? child.Name)])}.", $"Leave one in {resource.Id}; put the others into clones of their own, or all into one group inside the clone."),
            _ => null,
        };
    }

    private static (string What, string Mend)? BundleFault(CibElement bundle, string name, List<CibElement> inner)
    {
        var containers = bundle.Elements.Where(child => s_containers.Contains(child.Name, StringComparer.Ordinal)).ToList();
        if (containers.Count != 1)
        {
            return (containers.Count == 0 ? $"{name} names no container." : $"{name} names {containers.Count} containers.", "Give it one element podman or docker with the image.");
        }

        if (inner.Count > 1)
        {
            return ($"{name} holds {Place.List([.. inner.Select(child => child.Id ?? child.Name)])}.", $"Leave one primitive in {bundle.Id}.");
        }

        var network = bundle.Find("network");
        return inner.Count == 1 && network?["control-port"] is null && network?["ip-range-start"] is null
            ? ($"{name} holds {inner[0].Id}, but the cluster has no way to reach into the container.", "Give the bundle's network a control-port or an ip-range-start.")
            : null;
    }
}
