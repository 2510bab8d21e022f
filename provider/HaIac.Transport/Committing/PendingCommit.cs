using HaIac.Cib.Planning;

namespace HaIac.Transport.Committing;

/// <summary>One caller's edits on their way: waiting, sent, or settled. All methods may be called from any thread.</summary>
internal sealed class PendingCommit
{
    private readonly TaskCompletionSource<CommitReceipt> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly CancellationToken cancellationToken;
    private bool sent;
    private long? firstRefused;

    /// <summary>Takes up a caller's edits.</summary>
    /// <param name="edits">The edits.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public PendingCommit(IReadOnlyList<CibEdit> edits, CancellationToken cancellationToken)
    {
        Edits = edits;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>The caller's edits.</summary>
    public IReadOnlyList<CibEdit> Edits { get; }

    /// <summary>What the caller waits for.</summary>
    public Task<CommitReceipt> Outcome => outcome.Task;

    /// <summary>True once the caller has its answer, or has withdrawn.</summary>
    public bool IsSettled => outcome.Task.IsCompleted;

    /// <summary>
    /// How long it is known that the edits need somebody else's. Time that they spent behind the write of others does not count: whoever
    /// mends them may have waited there too.
    /// </summary>
    public TimeSpan RefusedFor(TimeProvider clock)
    {
        firstRefused ??= clock.GetTimestamp();
        return clock.GetElapsedTime(firstRefused.Value);
    }

    /// <summary>Withdraws the edits unless they are on their way.</summary>
    public void Withdraw()
    {
        lock (gate)
        {
            if (!sent)
            {
                outcome.TrySetCanceled(cancellationToken);
            }
        }
    }

    /// <summary>Marks the edits as on their way. False: they were withdrawn and must not be sent.</summary>
    public bool TrySend()
    {
        lock (gate)
        {
            sent = !IsSettled;
            return sent;
        }
    }

    /// <summary>The patch was refused as a whole, so the edits are not on their way any more; a caller that wished to withdraw does so now.</summary>
    public void TakeBack()
    {
        lock (gate)
        {
            sent = false;
            if (cancellationToken.IsCancellationRequested)
            {
                outcome.TrySetCanceled(cancellationToken);
            }
        }
    }

    /// <summary>The edits are in the cluster.</summary>
    public void Succeed(CommitReceipt receipt) => outcome.TrySetResult(receipt);

    /// <summary>The edits are not in the cluster.</summary>
    public void Fail(Exception reason) => outcome.TrySetException(reason);
}
