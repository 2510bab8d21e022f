using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Transport;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Awaiting;

/// <summary>Waits until a cluster can be worked with: it answers, its nodes are known, a controller is elected and says its version (rules G1, L4).</summary>
/// <remarks>
/// Only what can heal is tried again (rule L3): a cluster that is starting, electing or losing a connection. A refused login, a missing tool or a
/// wrong address fail at once. Pauses grow from the interval that the service sets, up to 16 times that.
/// </remarks>
internal sealed class OnlineWait(ICibTransport transport, TimeProvider clock)
{
    private const int LongestPauseFactor = 16;

    /// <summary>Waits.</summary>
    /// <param name="waits">How patiently; each look has the limit of one command.</param>
    /// <param name="progress">Is told what is missing, whenever that changes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The status that showed a cluster at work, not older than this call; null for a virtual cluster that cannot be observed for want of tools.</returns>
    /// <exception cref="FindingException">HAI3403: it was not ready in time.</exception>
    public async Task<ClusterStatus?> StatusAsync(WaitSettings waits, Action<string> progress, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var pause = waits.Interval;
        var last = "";
        while (true)
        {
            var lacks = "";
            try
            {
                using var limit = new CancellationTokenSource(waits.CommandTimeout, clock);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
                var status = await transport.StatusAsync(both.Token).ConfigureAwait(false);
                lacks = Lacks(status);
                if (lacks.Length == 0)
                {
                    return status;
                }
            }
            catch (TransportException fault) when (transport.IsVirtual && fault.Kind == TransportFailure.ToolMissing)
            {
                return null;
            }
            catch (TransportException fault) when (CanHeal(fault))
            {
                lacks = fault.What;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                lacks = $"It did not answer within {waits.CommandTimeout.TotalSeconds:0.#} s.";
            }

            if (clock.GetElapsedTime(began) >= waits.Limit)
            {
                throw new FindingException(NotReady(waits, lacks));
            }

            if (lacks != last)
            {
                progress($"waiting for the cluster: {lacks}");
                last = lacks;
            }

            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, waits.Interval.Ticks * LongestPauseFactor));
        }
    }

    /// <summary>Whether a fault may go away by itself.</summary>
    public static bool CanHeal(TransportException fault) =>
        fault.Kind == TransportFailure.ClusterDown || fault.Kind == TransportFailure.ConnectionLost || fault.Kind == TransportFailure.NoQuorum
        || fault.Kind == TransportFailure.TimedOut || fault.Kind == TransportFailure.Stale;

    private string Lacks(ClusterStatus status) =>
        status.Nodes.Count == 0 ? "It does not know its nodes yet."
        : status.DesignatedController is null ? "No controller (DC) is elected."
        : status.PacemakerVersion.Length == 0 && !transport.IsVirtual ? "The controller has not said its version yet."
        : "";

    private Finding NotReady(WaitSettings waits, string lacks) => new(FindingCode.NotOnline,
        $"The cluster is not ready after {waits.Limit.TotalSeconds:0.#} s. {lacks}", $"cluster {transport.Address}",
        "Without an elected controller nothing that is written is carried out, and no state that is told is a fresh one.",
        "Start Pacemaker on the nodes and look at crm_mon; then run it again.");
}
