using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Planning;

/// <summary>What a batch of edits makes of a document.</summary>
/// <param name="After">The document with all edits that have no error; the very same instance when nothing changes.</param>
/// <param name="Findings">Why edits could not be applied, each with the index of its edit.</param>
public sealed record EditOutcome(CibDocument After, ImmutableArray<CibFinding> Findings)
{
    /// <summary>Whether every edit could be applied.</summary>
    public bool Succeeded => Findings.All(finding => finding.Severity != FindingSeverity.Error);
}
