using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning.Nesting;

namespace HaIac.Cib.Planning;

/// <summary>What a batch of edits makes of a document.</summary>
/// <param name="After">The document with all edits that have no error; the very same instance when nothing changes.</param>
/// <param name="Findings">Why edits could not be applied, and warnings about those that were; each with the index of its edit.</param>
public sealed record EditOutcome(CibDocument After, ImmutableArray<CibFinding> Findings)
{
    /// <summary>References that followed a resource into, or out of, its holder; those of others too.</summary>
    public ImmutableArray<Retargeting> Retargeted { get; init; } = [];

    /// <summary>Whether every edit could be applied.</summary>
    public bool Succeeded => Findings.All(finding => finding.Severity != FindingSeverity.Error);
}
