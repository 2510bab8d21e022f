namespace HaIac.Transport.Tests;

/// <summary>A clock that a test advances; its timers fire only when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state), GetTimestamp() + dueTime.Ticks);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    /// <summary>How many timers are running.</summary>
    public int Timers
    {
        get
        {
            lock (gate)
            {
                return timers.Count(t => !t.IsDisposed);
            }
        }
    }

    /// <summary>Lets time pass and fires what is due.</summary>
    public void Advance(TimeSpan time)
    {
        var reached = Interlocked.Add(ref now, time.Ticks);
        List<ManualTimer> due;
        lock (gate)
        {
            due = timers.FindAll(t => t.Due <= reached);
            timers.RemoveAll(t => t.Due <= reached);
        }

        due.ForEach(t => t.Fire());
    }

    private sealed class ManualTimer(Action callback, long due) : ITimer
    {
        private volatile bool disposed;

        public long Due => due;

        public bool IsDisposed => disposed;

        public void Fire()
        {
            if (!disposed)
            {
                callback();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => disposed = true;

        public ValueTask DisposeAsync()
        {
            disposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
