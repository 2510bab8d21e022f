using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// Knows whether a program is done. It counts the work in flight: the program's own code, registrations, log messages and
/// every output. The run ends when the count is zero, or at once with the first failure.
/// </summary>
internal sealed class Runner
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly CancellationTokenSource _stop = new();
    private int _inFlight;

    public Runner() => Stalls = new StallWatch(_stop.Token);

    /// <summary>Notices work that waits for something that never comes.</summary>
    public StallWatch Stalls { get; }

    /// <summary>Adds work. Its failure fails the program, even if nobody awaits it.</summary>
    /// <param name="task">The work.</param>
    /// <param name="waiter">What the work waits for, where that is known.</param>
    public void Watch(Task task, Waiter? waiter = null)
    {
        if (!task.IsCompletedSuccessfully)
        {
            Interlocked.Increment(ref _inFlight);
            Stalls.Add(task, waiter);
            FinishAfter(task);
        }
    }

    /// <summary>Adds an output that the program has to resolve.</summary>
    public void Watch(IDeferredOutput deferred) => Stalls.Add(deferred);

    /// <summary>Runs the program's own code and waits until all work is done or some of it has failed.</summary>
    /// <returns>The failures, without those that only pass on another one.</returns>
    public async Task<ImmutableArray<Exception>> RunAsync(Func<Task> program)
    {
        // Counts as work itself, so that the count cannot be zero before the program has returned.
        Interlocked.Increment(ref _inFlight);
        var main = StartAsync(program);
        Stalls.Add(main, null);
        FinishAfter(main);
        await _ended.Task.ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);

        var roots = new HashSet<Exception>(ReferenceEqualityComparer.Instance);
        return [.. _failures.Where(f => roots.Add(f.GetBaseException()))];
    }

    private static async Task StartAsync(Func<Task> program) => await program().ConfigureAwait(false);

    private void FinishAfter(Task task)
        => task.ContinueWith(
            static (done, state) => ((Runner)state!).Finish(done),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

    private void Finish(Task task)
    {
        Stalls.Remove(task);
        if (task.IsFaulted || task.IsCanceled)
        {
            foreach (var failure in task.Exception?.Flatten().InnerExceptions ?? [new TaskCanceledException(task)])
            {
                _failures.Enqueue(failure);
            }

            _ended.TrySetResult();
        }

        if (Interlocked.Decrement(ref _inFlight) == 0)
        {
            _ended.TrySetResult();
        }
    }
}
