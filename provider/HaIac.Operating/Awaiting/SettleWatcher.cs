using HaIac.Cib.Documents;
using HaIac.Operating.Findings;
using HaIac.Operating.Reporting;
using HaIac.Transport;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Awaiting;

/// <summary>
/// Waits for expectations. However many calls wait, one loop looks at the cluster for all of them: one status per round, and one run of the
/// scheduler when at least one expectation looks as if it were met.
/// </summary>
internal sealed class SettleWatcher(ICibTransport transport, bool runsAgents, AwaitSettings settings)
{
    private readonly Lock _gate = new();
    private readonly List<Waiter> _waiters = [];
    private CancellationTokenSource _newcomer = new();
    private bool _running;

    /// <summary>Waits until the expectation is met or cannot be met.</summary>
    /// <param name="expectation">What to wait for.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="progress">Is told what the cluster does, whenever that changes.</param>
    /// <param name="cancellationToken">Gives up waiting; the cluster goes on.</param>
    /// <returns>The last verdict. Out of time, it is failed, with a finding that says what was still going on.</returns>
    public async Task<Verdict> WaitAsync(Expectation expectation, TimeSpan timeout, Action<string> progress, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(expectation, progress, settings.Clock.GetTimestamp(), timeout);
        lock (_gate)
        {
            _waiters.Add(waiter);
            _newcomer.Cancel();
            if (!_running)
            {
                _running = true;
                _ = Task.Run(LoopAsync, CancellationToken.None);
            }
        }

        try
        {
            return await waiter.Done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _waiters.Remove(waiter);
            }
        }
    }

    private async Task LoopAsync()
    {
        var pause = settings.FirstPause;
        ClusterStatus? before = null;
        while (true)
        {
            List<Waiter> waiting;
            CancellationToken newcomer;
            lock (_gate)
            {
                if (_waiters.Count == 0)
                {
                    _running = false;
                    return;
                }

                waiting = [.. _waiters];
                if (_newcomer.IsCancellationRequested)
                {
                    _newcomer.Dispose();
                    _newcomer = new();
                    pause = settings.FirstPause;
                }

                newcomer = _newcomer.Token;
            }

            var began = settings.Clock.GetTimestamp();
            try
            {
                var status = await transport.StatusAsync(CancellationToken.None).ConfigureAwait(false);
                await LookAsync(waiting, status).ConfigureAwait(false);
                var longest = status.Equals(before) ? settings.LongestPause : settings.BusyPause;
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, longest.Ticks));
                before = status;
            }
            catch (TransportException exception) when (exception.Kind == TransportFailure.ToolMissing && !runsAgents)
            {
                // A virtual cluster stores its configuration without Pacemaker's tools; there is nothing to wait for then.
                waiting.ForEach(waiter => waiter.Done.TrySetResult(new(VerdictKind.SettledWithNote, $"{waiter.Expectation.Id} is stored but not simulated: {exception.What}".TrimEnd('.'))));
            }
            catch (TransportException exception)
            {
                // A node may be rebooting or a connection breaking: the next look may succeed, and every waiter has a limit.
                waiting.ForEach(waiter => waiter.Trouble = exception);
            }
#pragma warning disable CA1031 // Whatever went wrong, those who wait must hear of it; an unobserved failure would leave them waiting.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                waiting.ForEach(waiter => waiter.Done.TrySetException(exception));
            }

            await ExpireThoseOutOfTimeAsync(waiting).ConfigureAwait(false);
            lock (_gate)
            {
                _waiters.RemoveAll(waiter => waiter.Done.Task.IsCompleted);
                if (_waiters.Count == 0)
                {
                    continue;
                }
            }

            // Looking takes the cluster's time too: a large one must not be asked more than half of the time. A newcomer ends the pause.
            var took = settings.Clock.GetElapsedTime(began);
            await Task.Delay(took > pause ? took : pause, settings.Clock, newcomer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(List<Waiter> waiting, ClusterStatus status)
    {
        var candidates = new List<Waiter>();
        foreach (var waiter in waiting)
        {
            waiter.Seen = status;
            if (ProgressCheck.UnderWay(waiter.Expectation, status) is { } doing)
            {
                Take(waiter, new(VerdictKind.Working, doing));
            }
            else
            {
                candidates.Add(waiter);
            }
        }

        if (candidates.Count == 0)
        {
            return;
        }

        var cib = await transport.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        var next = await transport.PlanAsync(cib, CancellationToken.None).ConfigureAwait(false);
        var picture = new ClusterPicture(status, cib, next, runsAgents);
        foreach (var waiter in candidates)
        {
            var verdict = waiter.Expectation.Judge(picture);
            Take(waiter, verdict.Finding is { } finding ? verdict with { Finding = WithReport(finding, waiter, status, cib) } : verdict);
        }
    }

    private void Take(Waiter waiter, Verdict verdict)
    {
        waiter.Trouble = null;
        if (verdict.Text != waiter.Last?.Text && verdict.Kind is VerdictKind.Working or VerdictKind.Blocked)
        {
            waiter.Progress(verdict.Text);
        }

        waiter.BlockedSince = verdict.Kind == VerdictKind.Blocked ? waiter.BlockedSince ?? settings.Clock.GetTimestamp() : null;
        waiter.Last = verdict;
        var ends = verdict.Kind switch
        {
            VerdictKind.Working => false,
            VerdictKind.Blocked => settings.Clock.GetElapsedTime(waiter.BlockedSince!.Value) >= settings.BlockedPatience,
            _ => true,
        };
        if (ends)
        {
            waiter.Done.TrySetResult(verdict);
        }
    }

    private async Task ExpireThoseOutOfTimeAsync(List<Waiter> waiting)
    {
        var expired = waiting.Where(waiter => !waiter.Done.Task.IsCompleted && settings.Clock.GetElapsedTime(waiter.Since) >= waiter.Timeout).ToList();
        var cib = expired.Exists(waiter => waiter is { Seen: not null, Last.Finding: null }) ? await ReadIfPossibleAsync().ConfigureAwait(false) : null;
        foreach (var waiter in expired)
        {
            var last = waiter.Last;
            var finding = last?.Finding ?? new Finding(FindingCode.NotSettled,
                $"{waiter.Expectation.Id} is not {waiter.Expectation.AimInWords} after {waiter.Timeout.TotalSeconds:0.#} s: {last?.Text ?? "the cluster could not be observed"}.",
                $"CIB resource {waiter.Expectation.Id}",
                waiter.Trouble is { } trouble ? $"The cluster could not be observed: {trouble.What}" : "The cluster is still working on it.",
                "Give it more time (customTimeouts, haiac:settleTimeout, or the limit of the service's waits), or look at what the cluster is doing; the configuration itself is in place.");
            finding = finding.Report.Length == 0 && waiter.Seen is { } seen && cib is not null ? WithReport(finding, waiter, seen, cib) : finding;
            waiter.Done.TrySetResult(new(VerdictKind.Failed, finding.What) { Finding = finding, RunningOn = last?.RunningOn ?? [], OutOfTime = true });
        }
    }

    /// <summary>The configuration for a report; a cluster that cannot be read must not hide why somebody gave up waiting.</summary>
    private async Task<CibDocument?> ReadIfPossibleAsync()
    {
        try
        {
            return await transport.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (TransportException)
        {
            return null;
        }
    }

    private Finding WithReport(Finding finding, Waiter waiter, ClusterStatus status, CibDocument cib) =>
        finding with { Report = ShortReport.Of(ClusterReporter.Of(transport.Address, status, cib), waiter.Expectation.Id, waiter.Expectation.Primitives) };

    private sealed class Waiter(Expectation expectation, Action<string> progress, long since, TimeSpan timeout)
    {
        public Expectation Expectation => expectation;

        public Action<string> Progress => progress;

        public long Since => since;

        public TimeSpan Timeout => timeout;

        public TaskCompletionSource<Verdict> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Verdict? Last { get; set; }

        public ClusterStatus? Seen { get; set; }

        public long? BlockedSince { get; set; }

        public TransportException? Trouble { get; set; }
    }
}
