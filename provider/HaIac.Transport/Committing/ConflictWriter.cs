using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Transport.Committing;

/// <summary>
/// Says who caused a conflict as surely as it can be known. A CIB names the last writer of the whole of it. That one is the culprit for sure only
/// if the edit still fitted when the CIB was read before, and just one change came in since.
/// </summary>
internal static class ConflictWriter
{
    /// <summary>The finding, with a claim about the writer that holds.</summary>
    /// <param name="finding">A finding about a caller's edit.</param>
    /// <param name="fitted">The document for which the edit had no such finding; null if there was none.</param>
    /// <param name="now">The document for which it has.</param>
    /// <param name="own">What this process wrote itself; null if nothing yet.</param>
    public static CibFinding Claim(CibFinding finding, CibDocument? fitted, CibDocument now, OwnWrite? own)
    {
        var last = now.LastWriter.OfWholeCib;
        if (own is not null && now.Version.SameConfiguration(own.Version))
        {
            return finding with
            {
                Where = finding.Where.Replace(last, $"before this program, {own.LastOther.OfWholeCib}", StringComparison.Ordinal),
                Conflict = finding.Conflict is { } conflict ? conflict with { Writer = own.LastOther } : null,
            };
        }

        return finding.Conflict is not null && fitted is not null && now.Version.SameConfiguration(fitted.Version.NextConfiguration)
            ? finding with { Where = finding.Where.Replace(last, $"last {now.LastWriter}, the only change since the edit still fitted", StringComparison.Ordinal) }
            : finding;
    }
}
