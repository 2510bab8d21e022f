using HaIac.Cib.Planning;
using HaIac.Transport.Committing;

namespace HaIac.Provider.Tests.Serving;

/// <summary>
/// Holds patches back until so many calls have handed in their edits. How many patches they take together then does not depend on the pace of
/// the host.
/// </summary>
internal sealed class Crowd(int expected)
{
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _came;

    /// <summary>A committer that tells when a call has come.</summary>
    public ICibCommitter Watch(ICibCommitter inner) => new Door(this, inner);

    /// <summary>Ends when all have come. That somebody stays away shows as a fault here, not as a test without end.</summary>
    public Task CompleteAsync() => _complete.Task.WaitAsync(TimeSpan.FromMinutes(5));

    private void Came()
    {
        if (Interlocked.Increment(ref _came) == expected)
        {
            _complete.SetResult();
        }
    }

    private sealed class Door(Crowd crowd, ICibCommitter inner) : ICibCommitter
    {
        public Task<CommitReceipt> CommitAsync(IReadOnlyList<CibEdit> edits, CancellationToken cancellationToken = default)
        {
            var commit = inner.CommitAsync(edits, cancellationToken);
            crowd.Came();
            return commit;
        }
    }
}
