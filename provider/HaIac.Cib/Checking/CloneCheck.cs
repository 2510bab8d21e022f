using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Clone options in the wrong place, and numbers of instances that contradict each other.</summary>
internal static class CloneCheck
{
    // "ordered" is left out: groups have it too.
    private static readonly string[] s_cloneOptions =
    [
        "notify", "interleave", "clone-max", "clone-node-max", "clone-min", "globally-unique", "promotable",
        "promoted-max", "promoted-node-max", "master-max", "master-node-max",
    ];

    public static IEnumerable<CibFinding> Run(Survey survey) => survey.Resources.SelectMany(resource =>
        resource.IsPrimitive || resource.IsGroup ? Misplaced(resource)
        : resource.IsClone ? CloneNumbers(resource)
        : BundleNumbers(resource));

    private static IEnumerable<CibFinding> Misplaced(SurveyedResource resource)
    {
        // A bundle takes some of them from the primitive inside.
        if (resource.Multiplier is { IsBundle: true })
        {
            yield break;
        }

        var clone = resource.Multiplier;
        foreach (var (name, value) in AttributeSets.Effective(resource.Element, CibTags.MetaAttributes))
        {
            // Where the clone has it as well, the copy inside does no harm.
            if (!s_cloneOptions.Contains(name, StringComparer.Ordinal) || clone?.Meta.ContainsKey(name) == true)
            {
                continue;
            }

            yield return new CibFinding
            {
                Code = CibFindingCodes.CloneOptionInside,
                Severity = FindingSeverity.Warning,
                Subject = Place.IdOf(resource.Element),
                Attribute = $"meta_attributes.{name}",
                Related = clone is null ? [] : [CibId.OfLive(clone.Id)],
                What = $"{Place.Named(resource.Element)} has the clone option {name}={value}, {(clone is null ? "but is no clone" : $"its clone {clone.Id} has not")}.",
                Where = Place.Of(resource.Element, $"meta attribute {name}"),
                Why = name == "notify" && clone is not null
                    ? $"The cluster looks for it on the clone only: the agent of {resource.Id} is never notified."
                    : "The cluster looks for it on the clone only; here it has no effect.",
                Mend = clone is null ? "Remove it, or clone the resource and set it on the clone." : $"Set {name} on {clone.Id}.",
            };
        }
    }

    private static IEnumerable<CibFinding> CloneNumbers(SurveyedResource clone)
    {
        var (max, nodeMax, min) = (Count(clone, "clone-max"), Count(clone, "clone-node-max"), Count(clone, "clone-min"));
        var (promotedMax, promotedNodeMax) = (Count(clone, "promoted-max", "master-max"), Count(clone, "promoted-node-max", "master-node-max"));
        if (nodeMax is > 1 && !Switch.IsOn(clone.Meta, "globally-unique", otherwise: false))
        {
            yield return Numbers(clone, "clone-node-max", $"clone-node-max={nodeMax}, but not globally-unique=true", "Of instances that are all alike, a node runs one at most; the cluster ignores the number.", "Set globally-unique=true if the instances differ, or remove clone-node-max.");
        }

        if (min > max)
        {
            yield return Numbers(clone, "clone-min", $"clone-min={min} and clone-max={max}", "What is ordered after the clone waits for more instances than there can be, and never starts.", "Let clone-min be at most clone-max.");
        }

        if (!clone.IsPromotable)
        {
            foreach (var name in new[] { "promoted-max", "promoted-node-max", "master-max", "master-node-max" }.Where(clone.Meta.ContainsKey))
            {
                yield return Numbers(clone, name, $"{name}={clone.Meta[name]}, but is not promotable", "Nothing is ever promoted, so the number has no effect.", $"Set promotable=true, or remove {name}.");
            }

            yield break;
        }

        if (promotedMax > max)
        {
            yield return Numbers(clone, "promoted-max", $"promoted-max={promotedMax} and clone-max={max}", "No more instances can be promoted than there are.", "Let promoted-max be at most clone-max.");
        }

        if (promotedMax == 0 || promotedNodeMax == 0)
        {
            var name = promotedMax == 0 ? "promoted-max" : "promoted-node-max";
            yield return Numbers(clone, name, $"{name}=0", "No instance is ever promoted.", $"Remove {name}, or take promotable off the clone.");
        }
    }

    private static IEnumerable<CibFinding> BundleNumbers(SurveyedResource bundle)
    {
        foreach (var container in bundle.Element.Elements)
        {
            if (int.TryParse(container["promoted-max"], NumberStyles.None, CultureInfo.InvariantCulture, out var promoted)
                && int.TryParse(container["replicas"], NumberStyles.None, CultureInfo.InvariantCulture, out var replicas)
                && promoted > replicas)
            {
                yield return Numbers(bundle, "promoted-max", $"promoted-max={promoted} and replicas={replicas}", "No more replicas can be promoted than there are.", "Let promoted-max be at most replicas.");
            }
        }
    }

    private static int? Count(SurveyedResource clone, params string[] names) => names
        .Select(name => int.TryParse(clone.Meta.Find(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
        .FirstOrDefault(number => number is not null);

    private static CibFinding Numbers(SurveyedResource resource, string attribute, string what, string why, string mend) => new()
    {
        Code = CibFindingCodes.InstanceNumbers,
        Severity = FindingSeverity.Warning,
        Subject = CibId.OfLive(resource.Id),
        Attribute = $"meta_attributes.{attribute}",
        What = $"{Place.Named(resource.Element)} has {what}.",
        Where = Place.Of(resource.Element, attribute),
        Why = why,
        Mend = mend,
    };
}
