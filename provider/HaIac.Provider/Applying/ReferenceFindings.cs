using HaIac.Cib.Constraints;
using HaIac.Cib.Findings;
using HaIac.Cib.Resources;
using HaIac.Operating.Findings;
using HaIac.Provider.Composing;

namespace HaIac.Provider.Applying;

/// <summary>The findings about ids: missing, still needed.</summary>
internal static class ReferenceFindings
{
    /// <summary>Constraints name ids that exist nowhere.</summary>
    public static Finding Nowhere(Composition wanted, IReadOnlyList<string> missing, string subject, string cluster, IEnumerable<CibObject> resources)
    {
        var constraints = wanted.References.Where(reference => missing.Contains(reference.Named.Value)).Select(reference => $"{reference.By.Id} names {reference.Named}").Distinct();
        var there = resources.OfType<CibResource>().SelectMany(resource => resource.SelfAndInside()).Select(resource => resource.Id.Value).ToList();
        var near = missing.Select(id => NearestName.Find(id, there)).OfType<string>().FirstOrDefault();
        return new(FindingCode.NowhereReference,
            $"{string.Join("; ", constraints)}: there is no such resource in the cluster, and nothing in this run declares it.",
            $"{subject}; cluster {cluster}",
            "The cluster refuses or ignores a constraint on something that does not exist.",
            near is null
                ? "Declare the resource in the program, correct the id, or add DependsOn if it is declared but depends on something slow."
                : $"Did you mean \"{near}\"? Otherwise declare the resource in the program, or add DependsOn if it is declared but depends on something slow.");
    }

    /// <summary>Others still name what is to be taken out.</summary>
    public static Finding StillReferenced(Composition leaving, IReadOnlyList<CibConstraint> holders, string subject, string cluster) => new(
        FindingCode.StillReferenced,
        $"{leaving.Outer} cannot be taken out: {string.Join(", ", holders.Select(item => $"{Word(item)} {item.Id}"))} {(holders.Count == 1 ? "names" : "name")} it and {(holders.Count == 1 ? "stays" : "stay")}.",
        $"{subject}; cluster {cluster}",
        "A constraint on something that does not exist is no valid configuration, and this run does not remove the constraint: it belongs to another program or to an operator.",
        $"Remove {(holders.Count == 1 ? "it" : "them")} first (pcs constraint delete ID), or let it be removed by the program that declares it; nothing was written.");

    private static string Word(CibObject item) => item switch
    {
        LocationConstraint => "location constraint",
        ColocationConstraint => "colocation constraint",
        OrderConstraint => "order constraint",
        _ => item.Tag,
    };
}
