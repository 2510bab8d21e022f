using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Planning;

/// <summary>Applies a batch of edits to a document, each against what the document has by now: what others changed is found, not overwritten.</summary>
/// <remarks>
/// Edits that cannot be applied are left out with a finding, the others are applied. Leaving one out can make another impossible (a
/// constraint on a resource that was refused), so the batch is applied again without it until all that is left fits together.
/// </remarks>
public static class EditApplier
{
    /// <summary>Applies the edits.</summary>
    /// <param name="document">The CIB as it is now.</param>
    /// <param name="edits">The edits of one transaction; their order only decides the order of new objects.</param>
    public static EditOutcome Apply(CibDocument document, IReadOnlyList<CibEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(edits);
        var refused = new HashSet<int>();
        var findings = new List<CibFinding>();
        while (true)
        {
            var batch = new EditBatch(document, edits, refused);
            var found = batch.Run();
            if (found.Count == 0)
            {
                return new(batch.ToDocument(), [.. findings.Concat(batch.Warnings).OrderBy(finding => finding.EditIndex)]) { Retargeted = batch.Retargeted };
            }

            findings.AddRange(found);
            refused.UnionWith(found.Select(finding => finding.EditIndex!.Value));
        }
    }
}
