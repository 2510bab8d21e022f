using HaIac.Cib.Planning;

namespace HaIac.Transport.Committing;

/// <summary>The group commit: one write is under way at a time, and callers that arrive meanwhile share the next one.</summary>
/// <remarks>
/// One committer serves one cluster in one process. Writers elsewhere (other processes, pcs, crmsh) are met by patches that are pinned to the
/// version they were worked out for. The rules are in README.md of this folder.
/// </remarks>
public sealed class CibCommitter : ICibCommitter, IAsyncDisposable
{
    private readonly BatchCommit batches;
    private readonly CommitSettings settings;
    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private List<PendingCommit> waiting = [];
    private TaskCompletionSource arrival = NewArrival();
    private Task writer = Task.CompletedTask;
    private bool writing;

    /// <summary>Creates the committer.</summary>
    /// <param name="transport">The cluster; not disposed with the committer.</param>
    /// <param name="settings">Patience; null: the defaults.</param>
    public CibCommitter(ICibTransport transport, CommitSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        this.settings = settings ?? new CommitSettings();
        batches = new BatchCommit(transport, this.settings);
    }

    /// <inheritdoc/>
    public async Task<CommitReceipt> CommitAsync(IReadOnlyList<CibEdit> edits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edits);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
        var pending = new PendingCommit([.. edits], cancellationToken);
        lock (gate)
        {
            waiting.Add(pending);
            arrival.TrySetResult();
            if (!writing)
            {
                writing = true;
                writer = Task.Run(WriteAllAsync, CancellationToken.None);
            }
        }

        var registration = cancellationToken.Register(pending.Withdraw);
        await using (registration.ConfigureAwait(false))
        {
            return await pending.Outcome.ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the write that is under way. Callers that still wait for their turn are withdrawn.</summary>
    /// <returns>A task that ends when nothing is under way.</returns>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await writer.ConfigureAwait(false);
        lock (gate)
        {
            waiting.ForEach(w => w.Withdraw());
            waiting.Clear();
        }
    }

    private async Task WriteAllAsync()
    {
        while (!closing.IsCancellationRequested && TakeTurn())
        {
            // Reading takes about as long as others may take to come, so both go on at once.
            var reading = batches.BeginReadingAsync();
            await GatherAsync().ConfigureAwait(false);
            var parked = await batches.CommitAsync(TakeWaiting(), reading).ConfigureAwait(false);
            if (parked.Count > 0)
            {
                await WaitForOthersAsync(parked).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Lets more callers come, as long as they keep coming, up to a limit.</summary>
    private async Task GatherAsync()
    {
        var began = settings.Clock.GetTimestamp();
        int before;
        do
        {
            before = Count();
            var left = settings.GatherLimit - settings.Clock.GetElapsedTime(began);
            await PauseAsync(left < settings.GatherTime && left > TimeSpan.Zero ? left : settings.GatherTime).ConfigureAwait(false);
        }
        while (Count() > before && settings.Clock.GetElapsedTime(began) < settings.GatherLimit);
    }

    private int Count()
    {
        lock (gate)
        {
            return waiting.Count;
        }
    }

    /// <summary>Ends the writer if nobody waits.</summary>
    private bool TakeTurn()
    {
        lock (gate)
        {
            waiting.RemoveAll(w => w.IsSettled);
            writing = waiting.Count > 0;
            return writing;
        }
    }

    private List<PendingCommit> TakeWaiting()
    {
        lock (gate)
        {
            var taken = waiting;
            waiting = [];
            return taken;
        }
    }

    /// <summary>
    /// Puts callers back that need somebody else's edits, before those who came later, and lets time pass until somebody comes.
    /// </summary>
    private async Task WaitForOthersAsync(IReadOnlyList<RefusedCommit> parked)
    {
        Task somebody;
        lock (gate)
        {
            arrival = waiting.Count > 0 ? arrival : NewArrival();
            somebody = arrival.Task;
            waiting.InsertRange(0, parked.Select(p => p.Caller));
        }

        await Task.WhenAny(somebody, PauseAsync(settings.RetryTime)).ConfigureAwait(false);
    }

    private async Task PauseAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, settings.Clock, closing.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Closing: what is waiting is withdrawn by whoever closes.
        }
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
