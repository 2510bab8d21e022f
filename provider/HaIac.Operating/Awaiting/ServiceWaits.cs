using HaIac.Operating.Findings;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Services;

namespace HaIac.Operating.Awaiting;

/// <summary>The waits of an operation on a service: as long as its settings say, with the state of the service in every failure (rules L2, L6).</summary>
internal sealed class ServiceWaits(SettleWatcher watcher, ServiceObserver observer)
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

        finding = finding with { Why = $"{finding.Why}\n{await PictureAsync(profile, cancellationToken).ConfigureAwait(false)}".TrimEnd() };
        if (verdict.OutOfTime && profile.Waits.TimeoutIsWarning)
        {
            log.Warn(finding);
            return verdict;
        }

        throw new FindingException(finding);
    }

    /// <summary>The service and its cluster in a few lines; empty if they cannot be observed.</summary>
    private async Task<string> PictureAsync(ServiceProfile profile, CancellationToken cancellationToken)
    {
        try
        {
            return ClusterLines.Of(await observer.LookOnceAsync(profile, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is Transport.Failing.TransportException or FindingException)
        {
            return $"The cluster could not be observed any more: {fault.Message.Split('\n')[0]}";
        }
    }
}
