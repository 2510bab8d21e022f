using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Transport.Verifying;

namespace HaIac.Transport.Committing;

/// <summary>Finds the edit for which a cluster's schema refuses a batch, by asking Pacemaker about ever smaller parts of it.</summary>
internal static class SchemaOffender
{
    /// <summary>Finds the first offender.</summary>
    /// <param name="before">The document as it was read.</param>
    /// <param name="callers">The callers whose batch was refused.</param>
    /// <param name="verify">Asks Pacemaker about a document.</param>
    /// <returns>The offender with the reasons; null if Pacemaker's checker does not share the cluster's opinion, or blames what was there before.</returns>
    public static async Task<RefusedCommit?> FindAsync(
        CibDocument before, IReadOnlyList<PendingCommit> callers, Func<CibDocument, Task<VerifyReport>> verify)
    {
        // Resources first: then every prefix holds what its constraints refer to, and once a prefix is refused every longer one is.
        var edits = callers
            .SelectMany(caller => caller.Edits.Select((edit, index) => (Caller: caller, Edit: edit, Index: index)))
            .OrderBy(e => e.Edit is RemoveObject ? 0 : e.Edit is PutObject { Wanted: CibResource } ? 1 : 2)
            .ToList();

        async Task<VerifyReport> OfPrefixAsync(int length) =>
            await verify(EditApplier.Apply(before, [.. edits.Take(length).Select(e => e.Edit)]).After).ConfigureAwait(false);

        var whole = await OfPrefixAsync(edits.Count).ConfigureAwait(false);
        var nothing = await OfPrefixAsync(0).ConfigureAwait(false);
        if (whole.ConformsToSchema || !nothing.ConformsToSchema)
        {
            return null;
        }

        var (good, bad, reasons) = (0, edits.Count, whole.SchemaErrors);
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            var report = await OfPrefixAsync(middle).ConfigureAwait(false);
            if (report.ConformsToSchema)
            {
                good = middle;
            }
            else
            {
                (bad, reasons) = (middle, report.SchemaErrors);
            }
        }

        var offender = edits[bad - 1];
        return new RefusedCommit(offender.Caller, [CommitFindings.SchemaRefused(offender.Edit, offender.Index, reasons)]);
    }
}
