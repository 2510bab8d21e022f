namespace HaIac.Provider.Applying;

/// <summary>
/// Lets calls that are at work on nodes reach the cluster together: each says when it has come to a write, and all go on once nobody is on the way to one any more. What
/// they write is then one transaction, which the cluster carries out in one go, where thirty would each interrupt the one before.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="patience">How long one that has arrived waits for the others at most.</param>
internal sealed class Convoy(TimeProvider clock, TimeSpan patience)
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock = clock;
    private readonly TimeSpan _patience = patience;
    private TaskCompletionSource _departure = New();
    private int _onTheWay;

    /// <summary>Sets out. Whoever does must leave, whatever happens.</summary>
    /// <param name="work">Ends when the member leaves; null: nothing does.</param>
    public Member Join(IDisposable? work = null)
    {
        lock (_gate)
        {
            _onTheWay++;
        }

        return new(this, work);
    }

    private Task Arrive()
    {
        lock (_gate)
        {
            var departure = _departure;
            Less();
            return departure.Task;
        }
    }

    private void SetOutAgain()
    {
        lock (_gate)
        {
            _onTheWay++;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            Less();
        }
    }

    private void Less()
    {
        if (--_onTheWay == 0)
        {
            _departure.TrySetResult();
            _departure = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One call on its way.</summary>
    internal sealed class Member(Convoy convoy, IDisposable? work) : IDisposable
    {
        private bool _left;

        /// <summary>Has come to a write: waits until the others have too, and is on the way to the next one after it.</summary>
        /// <param name="cancellationToken">Ends the waiting.</param>
        public async Task TogetherAsync(CancellationToken cancellationToken)
        {
            try
            {
                await convoy.Arrive().WaitAsync(convoy._patience, convoy._clock, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Somebody takes longer than it is worth waiting for.
            }
            finally
            {
                convoy.SetOutAgain();
            }
        }

        /// <summary>Has come to its last write: waits until the others have come to one too.</summary>
        /// <param name="cancellationToken">Ends the waiting.</param>
        public async Task LastAsync(CancellationToken cancellationToken)
        {
            await TogetherAsync(cancellationToken).ConfigureAwait(false);
            Dispose();
        }

        /// <summary>Leaves: nobody waits for it any more.</summary>
        public void Dispose()
        {
            if (!_left)
            {
                _left = true;
                convoy.Leave();
                work?.Dispose();
            }
        }
    }
}
