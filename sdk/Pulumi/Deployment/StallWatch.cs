using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>
/// Notices that a program can never end because all its work waits for deferred outputs that nobody resolves. It looks only
/// while there are such outputs, and gives a part of the program that nothing tells of (a thread) time to resolve them.
/// </summary>
internal sealed class StallWatch(CancellationToken ended)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<Task, Waiter?> _work = new();
    private readonly ConcurrentDictionary<IDeferredOutput, bool> _deferred = new(ReferenceEqualityComparer.Instance);
    private int _looking;

    /// <summary>How long all work must have waited for deferred outputs before the program fails. Default: 10 seconds.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    public void Add(Task work, Waiter? waiter) => _work[work] = waiter;

    public void Remove(Task work) => _work.TryRemove(work, out _);

    public void Add(IDeferredOutput deferred)
    {
        _deferred[deferred] = true;
        if (Interlocked.Exchange(ref _looking, 1) == 0)
        {
            _ = LookAsync();
        }
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        var stalled = TimeSpan.Zero;
        try
        {
            while (await timer.WaitForNextTickAsync(ended).ConfigureAwait(false))
            {
                foreach (var (deferred, _) in _deferred)
                {
                    if (!deferred.Waiter.IsUnresolved)
                    {
                        _deferred.TryRemove(deferred, out _);
                    }
                }

                stalled = !_deferred.IsEmpty && IsStalled() ? stalled + Interval : TimeSpan.Zero;
                if (stalled >= Patience)
                {
                    GiveUp();
                    stalled = TimeSpan.Zero;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program has ended.
        }
    }

    private bool IsStalled()
    {
        var known = new Dictionary<Waiter, bool>(ReferenceEqualityComparer.Instance);
        return _work.All(w => w.Key.IsCompleted || (w.Value is { } waiter && WaitsForDeferred(waiter, known)));
    }

    private static bool WaitsForDeferred(Waiter start, Dictionary<Waiter, bool> known)
    {
        // The answer for the end of a chain is that for each of its links.
        var chain = new List<Waiter>();
        var answer = false;
        for (Waiter? waiter = start; waiter is not null; waiter = waiter.On)
        {
            if (known.TryGetValue(waiter, out answer))
            {
                break;
            }

            known[waiter] = false;
            chain.Add(waiter);
            answer = waiter.IsUnresolved;
        }

        foreach (var link in chain)
        {
            known[link] = answer;
        }

        return answer;
    }

    private void GiveUp()
    {
        foreach (var (deferred, _) in _deferred)
        {
            var waiting = _work.Values
                .Where(w => w is not null && w != deferred.Waiter && Reaches(w, deferred.Waiter))
                .Select(w => w!.Label)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ToArray();
            var who = waiting.Length == 0 ? "" : $" It is waited for by {string.Join(", ", waiting.Take(5))}{(waiting.Length > 5 ? $" and {waiting.Length - 5} more" : "")}.";
            deferred.Waiter.IsUnresolved = false;
            deferred.GiveUp(new InvalidOperationException(
                $"The {deferred.Name} was never resolved, and all that is left of the program waits for it.{who} " +
                "Call Resolve on it in every path of the program, or leave it out where there is nothing to resolve it with."));
        }
    }

    private static bool Reaches(Waiter start, Waiter goal)
    {
        var seen = new HashSet<Waiter>(ReferenceEqualityComparer.Instance);
        for (Waiter? waiter = start; waiter is not null && seen.Add(waiter); waiter = waiter.On)
        {
            if (waiter == goal)
            {
                return true;
            }
        }

        return false;
    }
}
