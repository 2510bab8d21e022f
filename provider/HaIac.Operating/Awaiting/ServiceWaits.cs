using HaIac.Operating.Findings;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Services;

namespace HaIac.Operating.Awaiting;

/// <summary>The waits of an operation on a service: as long as its settings say (rule L2). The watcher puts the report of the cluster into every failure (rule L6).</summary>
internal sealed class ServiceWaits(SettleWatcher watcher)
{
    /// <summary>Waits until the expectation is met.</summary>
    /// <returns>The last verdict; one that is not met only where the settings make running out of time a warning.</returns>
    /// <exception cref="FindingException">It cannot be met, or was not in time.</exception>
    public async Task<Verdict> ForAsync(ServiceProfile profile, Expectation expectation, OperationLog log, CancellationToken cancellationToken)
    {
        var verdict = await watcher.WaitAsync(expectation, profile.Waits.Limit, log.Tell, cancellationToken).ConfigureAwait(false);
        if (verdict.Finding is not { } finding)
        {
            log.Did("wait", verdict.Text, changed: false);
            return verdict;
        }

        if (verdict.OutOfTime && profile.Waits.TimeoutIsWarning)
        {
            log.Warn(finding);
            return verdict;
        }

        throw new FindingException(finding);
    }
}
