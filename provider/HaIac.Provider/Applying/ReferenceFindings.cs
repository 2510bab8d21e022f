using HaIac.Cib.Comparing;
using HaIac.Cib.Constraints;
using HaIac.Cib.Resources;
using HaIac.Provider.Checking;
using HaIac.Provider.Composing;

namespace HaIac.Provider.Applying;

/// <summary>The findings about ids: taken, missing, still needed.</summary>
internal static class ReferenceFindings
{
    /// <summary>Constraints name ids that exist nowhere.</summary>
    public static Finding Nowhere(Composition wanted, IReadOnlyList<string> missing, string subject, string cluster, IEnumerable<CibObject> resources)
    {
        var constraints = wanted.References.Where(reference => missing.Contains(reference.Named.Value)).Select(reference => $"{reference.By.Id} names {reference.Named}").Distinct();
        var there = resources.OfType<CibResource>().SelectMany(Composition.Inside).Select(resource => resource.Id.Value).ToList();
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

    /// <summary>The id belongs to something that is there already and differs.</summary>
    public static Finding Taken(CibObject wanted, IReadOnlyList<AttributeChange> differences, string subject) => new(
        FindingCode.Exists,
        differences.Count == 0
            ? $"\"{wanted.Id}\" exists in the cluster as something that HaIac does not manage."
            : $"{Word(wanted)} \"{wanted.Id}\" exists in the cluster and is not as declared: {string.Join("; ", differences.Take(5).Select(Difference))}{(differences.Count > 5 ? "; ..." : "")}.",
        subject,
        "What is not ours is not overwritten.",
        "Import it into the stack, take it out of the cluster, or declare another cibId; nothing was written.");

    private static string Difference(AttributeChange change) => $"{change.Attribute} is {Quote(change.Live)}, declared {Quote(change.Wanted)}";

    private static string Quote(string? text) => text is null ? "not set" : $"\"{text}\"";

    private static string Word(CibObject item) => item switch
    {
        LocationConstraint => "location constraint",
        ColocationConstraint => "colocation constraint",
        OrderConstraint => "order constraint",
        _ => item.Tag,
    };
}
