using System.Collections.Immutable;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Upgrading;

/// <summary>What an upgrade makes of a document.</summary>
/// <param name="After">The document in today's words; the very same instance when it had no old ones.</param>
/// <param name="Changes">What was replaced, in the order of the document.</param>
public sealed record LegacyUpgradeOutcome(CibDocument After, ImmutableArray<LegacyChange> Changes);
