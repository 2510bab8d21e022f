using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Checking;

/// <summary>Looks at a whole configuration for what no single object shows: references to nothing, ids used twice, nesting, promotion, operations.</summary>
/// <remarks>All findings at once, in the order of the document. The cluster's schema has the last word; this finds more, and says it in words.</remarks>
public static class CrossChecker
{
    /// <summary>All findings about a document.</summary>
    public static ImmutableArray<CibFinding> Check(CibDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var findings = ImmutableArray.CreateBuilder<CibFinding>();
        findings.AddRange(ReferenceCheck.Run(document));
        findings.AddRange(ResourceCheck.Run(document));
        return findings.ToImmutable();
    }
}
