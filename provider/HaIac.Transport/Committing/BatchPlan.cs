using HaIac.Cib.Checking;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;

namespace HaIac.Transport.Committing;

/// <summary>What the edits of several callers make of a document: each caller's edits enter all together or not at all.</summary>
internal sealed record BatchPlan
{
    private BatchPlan(CibDocument before, CibDocument after, IReadOnlyList<PendingCommit> accepted, IReadOnlyList<RefusedCommit> refused)
    {
        Before = before;
        After = after;
        Accepted = accepted;
        Refused = refused;
    }

    /// <summary>The document as it was read.</summary>
    public CibDocument Before { get; }

    /// <summary>The document with the edits of all accepted callers.</summary>
    public CibDocument After { get; }

    /// <summary>The callers whose edits are in <see cref="After"/>.</summary>
    public IReadOnlyList<PendingCommit> Accepted { get; }

    /// <summary>The callers whose edits cannot be applied, each with the reasons.</summary>
    public IReadOnlyList<RefusedCommit> Refused { get; }

    /// <summary>Applies the edits to the model.</summary>
    /// <param name="before">The document as it was read.</param>
    /// <param name="callers">The callers, in the order in which they came.</param>
    public static BatchPlan Make(CibDocument before, IReadOnlyList<PendingCommit> callers)
    {
        var refused = new List<RefusedCommit>();
        var accepted = callers.ToList();
        while (true)
        {
            var edits = accepted.SelectMany(c => c.Edits).ToList();
            var outcome = EditApplier.Apply(before, edits);
            var findings = outcome.Findings.Where(f => f.Severity == FindingSeverity.Error).ToList();
            if (findings.Count == 0)
            {
                findings = NewFaults(before, outcome.After, edits);
            }

            var faulty = ByCaller(accepted, findings);
            if (faulty.Count == 0)
            {
                return new BatchPlan(before, outcome.After, accepted, refused);
            }

            // One refused edit takes its caller's other edits with it, and leaving those out may leave others' references hanging: so again.
            refused.AddRange(faulty);
            accepted.RemoveAll(c => faulty.Exists(f => ReferenceEquals(f.Caller, c)));
        }
    }

    /// <summary>
    /// Faults that an edit brings in. What was wrong before is not held against anybody, nor what another edit that is still on its way may mend:
    /// loops, contradictions, roles.
    /// </summary>
    private static List<CibFinding> NewFaults(CibDocument before, CibDocument after, List<CibEdit> edits)
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        var old = CrossChecker.Check(before).Select(f => (f.Code, f.Subject, f.Attribute)).ToHashSet();
        return
        [
            .. from finding in CrossChecker.Check(after)
               where finding.Severity == FindingSeverity.Error && Refuses(finding) && !old.Contains((finding.Code, finding.Subject, finding.Attribute))
               let index = edits.FindIndex(e => finding.Subject is { } subject && IsAbout(after, e, subject))
               where index >= 0
               select finding with { EditIndex = index },
        ];
    }

    private static bool Refuses(CibFinding finding) => finding.Code == CibFindingCodes.DanglingReference || FindingScope.IsOfOneObject(finding);

    // A finding may be about a resource inside the group or clone that the edit puts in.
    private static bool IsAbout(CibDocument after, CibEdit edit, CibId subject) =>
        edit.Id == subject || (after.FindElement(edit.Id) is { } element && Holds(element, subject.Value));

    private static bool Holds(CibElement element, string id) => element.Elements.Any(e => e.Id == id || Holds(e, id));

    private static List<RefusedCommit> ByCaller(IReadOnlyList<PendingCommit> callers, List<CibFinding> findings)
    {
        var result = new List<RefusedCommit>();
        var first = 0;
        foreach (var caller in callers)
        {
            var start = first;
            var own = findings
                .Where(f => f.EditIndex is { } index && index >= start && index < start + caller.Edits.Count)
                .Select(f => f with { EditIndex = f.EditIndex - start })
                .ToValueList();
            if (own.Count > 0)
            {
                result.Add(new RefusedCommit(caller, own));
            }

            first += caller.Edits.Count;
        }

        return result;
    }
}
