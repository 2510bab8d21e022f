using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>
/// Looks now and then whether the work of a program still goes on. Work that waits in a circle, or for a deferred output that
/// nobody resolves, fails; work that waits for something the SDK cannot see is only named to the user, because it may be meant.
/// </summary>
/// <param name="limits">When work counts as standing still, and whom to tell.</param>
internal sealed class StallWatch(StallLimits limits) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Task, Waiter?> _work = new();
    private readonly ConcurrentDictionary<IDeferredOutput, bool> _deferred = new(ReferenceEqualityComparer.Instance);
    private ITimer? _timer;
    private long _progress;
    private long _seen = -1;
    private int _quietLooks;
    private TimeSpan _stalled;
    private TimeSpan _nextTold = limits.Quiet;
    private int _looking;

    /// <summary>
    /// How long all work must have waited for deferred outputs before the program fails. Default: 5 minutes, because code that nobody awaits
    /// may still be on its way to resolve one, and failing that program is worse than a late end; who waits is told much earlier.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Adds work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="waiter">What it waits for; <c>null</c> if that is nothing the SDK knows.</param>
    public void Add(Task work, Waiter? waiter)
    {
        _work[work] = waiter;
        Interlocked.Increment(ref _progress);
    }

    public void Add(IDeferredOutput deferred) => _deferred[deferred] = true;

    public void Remove(Task work)
    {
        _work.TryRemove(work, out _);
        Interlocked.Increment(ref _progress);
    }

    /// <summary>Begins to look.</summary>
    /// <param name="fail">Ends the run.</param>
    public void Start(Action<Exception> fail) => _timer = limits.Clock.CreateTimer(_ => LookAlone(fail), null, limits.Look, limits.Look);

    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void LookAlone(Action<Exception> fail)
    {
        if (Interlocked.Exchange(ref _looking, 1) == 0)
        {
            Look(fail);
            Volatile.Write(ref _looking, 0);
        }
    }

    private void Look(Action<Exception> fail)
    {
        var progress = Interlocked.Read(ref _progress);
        _quietLooks = progress == _seen ? _quietLooks + 1 : 0;
        _seen = progress;
        LookAtDeferred();

        // Doubling: a long wait for the engine must not cost a walk over all work five times a second.
        if (_quietLooks > 0 && (_quietLooks & (_quietLooks - 1)) == 0 && StallSearch.Circle(_work) is { Count: > 0 } circle)
        {
            fail(new ResourceException(
                $"Resources or outputs wait for each other in a circle: {string.Join(" -> ", circle.Append(circle[0]))}. Remove one of these uses.",
                null,
                hideStack: true));
        }
        else if (limits.Look * _quietLooks >= _nextTold && limits.OpenCalls() == 0)
        {
            // Who goes on waiting is reminded, but seldom.
            limits.Tell(Standstill(_nextTold));
            _nextTold *= 10;
        }
    }

    private string Standstill(TimeSpan time)
    {
        const int Most = 5;
        var ends = StallSearch.Ends(_work);
        var lines = ends.Take(Most).Select(e => "\n  - " + e).Concat(ends.Count > Most ? [$"\n  - and {ends.Count - Most} more"] : []);
        return $"The program has asked nothing of the engine for {time.TotalSeconds:0} s, and no answer is open. It waits for:{string.Concat(lines)}\n" +
            "If that is not meant, complete what is named here, or end the program.";
    }

    private void LookAtDeferred()
    {
        foreach (var (deferred, _) in _deferred)
        {
            if (!deferred.Waiter.IsUnresolved)
            {
                _deferred.TryRemove(deferred, out _);
            }
        }

        // Code that nobody awaits may resolve it with what the engine answers.
        _stalled = !_deferred.IsEmpty && limits.OpenCalls() == 0 && StallSearch.AllWaitForDeferred(_work) ? _stalled + limits.Look : TimeSpan.Zero;
        if (_stalled >= Patience)
        {
            GiveUp();
            _stalled = TimeSpan.Zero;
        }
    }

    private void GiveUp()
    {
        foreach (var (deferred, _) in _deferred)
        {
            var waiting = StallSearch.WhoWaitsFor(_work, deferred.Waiter);
            var who = waiting.Length == 0 ? "" : $" It is waited for by {string.Join(", ", waiting.Take(5))}{(waiting.Length > 5 ? $" and {waiting.Length - 5} more" : "")}.";
            deferred.Waiter.IsUnresolved = false;
            deferred.GiveUp(new InvalidOperationException(
                $"The {deferred.Name} was never resolved, and all that is left of the program waits for it.{who} " +
                "Call Resolve on it in every path of the program, or leave it out where there is nothing to resolve it with."));
        }
    }
}
