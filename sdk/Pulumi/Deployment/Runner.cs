using System.Collections.Concurrent;
using System.Collections.Immutable;
using HaIac.Protocol.Grpc;

namespace Pulumi;

/// <summary>
/// Knows whether a program is done. It counts the work in flight: the program's own code, registrations, log messages and
/// every output. The run ends when the count is zero, or at once with the first failure.
/// </summary>
internal sealed class Runner
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Exception> _failures = new();
    private int _inFlight;

    public Runner(StallLimits? limits = null) => Stalls = new StallWatch(limits ?? new StallLimits());

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

    /// <summary>Fails the run for a reason that no work has.</summary>
    public void Fail(Exception exception)
    {
        _failures.Enqueue(exception);
        _ended.TrySetResult();
    }

    /// <summary>Runs the program's own code and waits until all work is done or some of it has failed.</summary>
    /// <returns>The failures, without those that only pass on another one.</returns>
    public async Task<ImmutableArray<Exception>> RunAsync(Func<Task> program)
    {
        await using var watch = Stalls.ConfigureAwait(false);
        Stalls.Start(Fail);

        // On a thread of its own, so that code that blocks its thread cannot keep a failed run from ending. It counts as
        // work itself, so that the count cannot be zero before it has returned.
        Interlocked.Increment(ref _inFlight);
        var main = Task.Run(program);
        Stalls.Add(main, null);
        FinishAfter(main);
        await _ended.Task.ConfigureAwait(false);
        return Failures();
    }

    /// <summary>
    /// After a failure: lets what is still in flight end, so that other failures are told too. Calls under way are abandoned,
    /// so only code of the program can take the whole time.
    /// </summary>
    /// <param name="abandon">Cancels the calls under way.</param>
    /// <param name="limit">How long at most.</param>
    /// <returns>All failures, without those that only pass on another one or come of the cancellation.</returns>
    public async Task<ImmutableArray<Exception>> DrainAsync(Func<Task> abandon, TimeSpan limit)
    {
        var before = _failures.Count;
        await abandon().ConfigureAwait(false);
        await Task.WhenAny(_drained.Task, Task.Delay(limit)).ConfigureAwait(false);
        return Failures(before);
    }

    private ImmutableArray<Exception> Failures(int sure = int.MaxValue)
    {
        var roots = new Dictionary<Exception, Exception>(ReferenceEqualityComparer.Instance);
        var order = new List<Exception>();
        var number = 0;
        foreach (var failure in _failures)
        {
            var root = failure.GetBaseException();
            if (number++ >= sure && IsCancellation(failure))
            {
                continue;
            }

            if (roots.TryAdd(root, failure))
            {
                order.Add(root);
            }
            else if (ReferenceEquals(failure, root))
            {
                // What was thrown says it best; who passed it on first is chance.
                roots[root] = failure;
            }
        }

        return [.. order.Select(r => roots[r])];
    }

    private static bool IsCancellation(Exception failure)
        => FailureText.Chain(failure).Any(e => e is OperationCanceledException or GrpcException { StatusCode: GrpcStatusCode.Cancelled });

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
            foreach (var failure in task.Exception?.Flatten().InnerExceptions ?? [Cancellation(task)])
            {
                _failures.Enqueue(failure);
            }

            _ended.TrySetResult();
        }

        if (Interlocked.Decrement(ref _inFlight) == 0)
        {
            _ended.TrySetResult();
            _drained.TrySetResult();
        }
    }

    private static Exception Cancellation(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            return new TaskCanceledException(task);
        }
        catch (OperationCanceledException e)
        {
            return e;
        }
    }
}
