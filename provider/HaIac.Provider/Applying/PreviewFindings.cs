using HaIac.Cib.Checking;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Provider.Composing;
using HaIac.Transport.Committing;

namespace HaIac.Provider.Applying;

/// <summary>What the cross-checks say about the objects of one resource, before anything is written.</summary>
/// <remarks>
/// They look at these objects in a small document of their own, so that a preview of many resources does not look at the whole cluster once for each. What
/// depends on objects of other resources is left out: those may still come.
/// </remarks>
internal static class PreviewFindings
{
    private static readonly string[] s_surroundings = ["crm_config", "nodes"];

    /// <summary>Warnings about what the edits put in or change. Faults of others, and those that were there before, are none of the user's.</summary>
    /// <param name="cib">The cluster's configuration.</param>
    /// <param name="edits">The edits of one resource.</param>
    /// <param name="wanted">What that resource stands for.</param>
    /// <exception cref="CommitException">The cluster would refuse one of the objects.</exception>
    public static IReadOnlyList<CibFinding> About(CibDocument cib, IReadOnlyList<CibEdit> edits, Composition wanted)
    {
        var before = Around(cib, edits, wanted);
        var outcome = EditApplier.Apply(before, edits);
        if (ReferenceEquals(outcome.After, before))
        {
            return [];
        }

        var known = CrossChecker.Check(before).Select(finding => (finding.Code, finding.Subject, finding.Attribute)).ToHashSet();
        var findings = CrossChecker.Check(outcome.After)
            .Where(finding => FindingScope.IsOfOneObject(finding) && !known.Contains((finding.Code, finding.Subject, finding.Attribute)))
            .ToList();
        var faults = findings.Where(finding => finding.Severity == FindingSeverity.Error).ToList();
        return faults.Count == 0 ? findings : throw new CommitException([.. faults]);
    }

    /// <summary>The options and nodes of the cluster, the live state of the objects that the edits are about, and a stand-in for all that they name.</summary>
    private static CibDocument Around(CibDocument cib, IReadOnlyList<CibEdit> edits, Composition wanted)
    {
        if (cib.Configuration is not { } configuration)
        {
            return cib;
        }

        var own = edits.SelectMany(edit => edit is PutObject { LastApplied: { } last } ? new[] { edit.Id, last.Id } : [edit.Id])
            .Select(cib.FindElement).OfType<CibElement>().ToHashSet(ReferenceEqualityComparer.Instance);
        var inside = wanted.ResourceIds.ToHashSet();
        var named = wanted.References.Select(reference => reference.Named).Where(id => !inside.Contains(id)).Distinct()
            .Select(CibNode (id) => new CibElement("primitive", [("id", id.Value), ("class", "ocf"), ("provider", "pacemaker"), ("type", "Dummy")]));
        var sections = configuration.Elements.Select(section => s_surroundings.Contains(section.Name, StringComparer.Ordinal)
            ? section
            : section.WithChildren([.. section.Children.Where(own.Contains), .. section.Name == "resources" ? named : []]));
        return cib.WithRoot(cib.Root.WithChildren([configuration.WithChildren([.. sections])]));
    }
}
