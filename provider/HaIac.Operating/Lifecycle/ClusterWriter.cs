using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Operating.Findings;
using HaIac.Transport;
using HaIac.Transport.Committing;

namespace HaIac.Operating.Lifecycle;

/// <summary>Writes what is worked out from the configuration as it is: read, work out, commit; again where somebody else was faster.</summary>
internal sealed class ClusterWriter(ICibTransport transport, ICibCommitter committer, TimeProvider clock)
{
    private const int MostAttempts = 8;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Writes.</summary>
    /// <param name="plan">The smallest edits that lead to what is wanted; none if it is there. May throw a finding.</param>
    /// <param name="cancellationToken">Heeded until the write is on its way.</param>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="FindingException">HAI3410: others changed the same setting every time.</exception>
    public async Task<bool> WriteAsync(Func<CibDocument, IReadOnlyList<CibEdit>> plan, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var edits = plan(await transport.ReadAsync(cancellationToken).ConfigureAwait(false));
            if (edits.Count == 0)
            {
                return false;
            }

            try
            {
                return (await committer.CommitAsync(edits, cancellationToken).ConfigureAwait(false)).Written;
            }
            catch (CommitException conflict) when (conflict.Findings.All(IsRace))
            {
                if (attempt == MostAttempts)
                {
                    throw new FindingException(Interfered(conflict.Findings[0]));
                }

                await Task.Delay(s_firstPause * (attempt * attempt), clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsRace(CibFinding finding) =>
        finding.Code is CibFindingCodes.ChangedByOthers or CibFindingCodes.IdTaken or CibFindingCodes.DanglingReference or CibFindingCodes.OtherKind;

    private static Finding Interfered(CibFinding last) => new(FindingCode.Interfered,
        $"The cluster's configuration changed under each of {MostAttempts} attempts. Last: {last.What}", last.Where,
        "Somebody else writes the same setting at the same time; nothing of theirs is overwritten.", "Find out who does, then run it again.");
}
