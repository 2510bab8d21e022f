namespace HaIac.CommandProvider.Tests.Kit;

/// <summary>A clock whose timers run out when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];

    /// <summary>Lets every timer of that length run out.</summary>
    public void Expire(TimeSpan length)
    {
        Timer[] due;
        lock (gate)
        {
            due = [.. timers.Where(timer => timer.Length == length)];
        }

        Assert.That(due, Is.Not.Empty, $"nobody waits for {length}");
        foreach (var timer in due)
        {
            timer.RunOut();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state), dueTime);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    private sealed class Timer(Action callback, TimeSpan length) : ITimer
    {
        private bool ended;

        public TimeSpan Length { get; private set; } = length;

        public void RunOut()
        {
            if (!ended)
            {
                callback();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Length = dueTime;
            return true;
        }

        public void Dispose() => ended = true;

        public ValueTask DisposeAsync()
        {
            ended = true;
            return ValueTask.CompletedTask;
        }
    }
}
