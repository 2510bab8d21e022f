using HaIac.Cib.Planning;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Committing;

/// <summary>Brings edits into a cluster, those of callers at the same time in one write.</summary>
public interface ICibCommitter
{
    /// <summary>Brings edits into the cluster: all of them or none.</summary>
    /// <param name="edits">The edits of one caller; they enter and leave the cluster together.</param>
    /// <param name="cancellationToken">
    /// Withdraws the edits as long as they are not on their way. After that the outcome is awaited, so that there is no doubt about it.
    /// </param>
    /// <returns>What was written.</returns>
    /// <exception cref="CommitException">The edits are in conflict with the cluster, or it refuses them; the findings say which and why.</exception>
    /// <exception cref="TransportException">The cluster could not be reached, or other writers always were faster.</exception>
    Task<CommitReceipt> CommitAsync(IReadOnlyList<CibEdit> edits, CancellationToken cancellationToken = default);
}
