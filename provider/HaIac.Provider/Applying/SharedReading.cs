namespace HaIac.Provider.Applying;

/// <summary>One answer for many callers: whoever asks while a reading runs, or shortly after it began, gets that one.</summary>
/// <param name="read">Reads.</param>
/// <param name="clock">The clock.</param>
/// <param name="freshness">How old a reading may be, counted from its begin.</param>
internal sealed class SharedReading<T>(Func<CancellationToken, Task<T>> read, TimeProvider clock, TimeSpan freshness)
{
    private readonly Lock _gate = new();
    private Task<T>? _current;
    private long _began;
    private object? _lastCause;

    /// <summary>The answer. A failure is given to those who share it and forgotten once it is as old as an answer may be.</summary>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_current is null || (_current.IsCompleted && clock.GetElapsedTime(_began) > freshness))
            {
                // Not the caller's token: others share the reading, and one who goes away must not end it for them.
                _began = clock.GetTimestamp();
                _current = Task.Run(() => read(CancellationToken.None), CancellationToken.None);
            }

            return _current.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Makes the next caller read anew: something was changed.</summary>
    /// <param name="cause">
    /// What changed it. Many callers share one write and each of them reports it; only the first report counts, or each would throw
    /// away what the one before it has just read.
    /// </param>
    public void Forget(object? cause = null)
    {
        lock (_gate)
        {
            if (cause is null || !ReferenceEquals(cause, _lastCause))
            {
                _current = null;
                _lastCause = cause;
            }
        }
    }
}
