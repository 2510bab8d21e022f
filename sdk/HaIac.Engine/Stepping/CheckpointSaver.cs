using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>
/// Saves the state while steps run. At most one write is under way; whatever changes while it runs shares the next
/// one, so that the number of writes follows the time that passes and not the number of steps.
/// </summary>
/// <remarks>
/// A failed write is kept: everybody who waits for a save gets it, and <see cref="Failed"/> tells the operation to stop.
/// The old file is intact then.
/// </remarks>
internal sealed class CheckpointSaver(IStackStore store, Func<Deployment> snapshot)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource<StateException> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task running = Task.CompletedTask;
    private Task? next;

    /// <summary>Completes with the fault when a write has failed.</summary>
    public Task<StateException> Failed => failed.Task;

    /// <summary>Number of writes so far.</summary>
    public int Writes { get; private set; }

    /// <summary>Asks for a save without waiting for it.</summary>
    public void Request() => _ = SaveAsync().ContinueWith(
        task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    /// <summary>Completes when a write has ended that began after this call.</summary>
    /// <exception cref="StateException">The write failed.</exception>
    public Task SaveAsync()
    {
        lock (gate)
        {
            if (failed.Task.IsCompleted)
            {
                return Task.FromException(failed.Task.Result);
            }

            // What runs now may have taken its picture already; one more write after it has everything.
            return next ??= WriteNextAsync(running);
        }
    }

    private async Task WriteNextAsync(Task previous)
    {
        // Not ConfigureAwaitOptions alone: the caller holds the gate, so the rest must run after it is free.
        await Task.Yield();
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            running = next!;
            next = null;
            Writes++;
        }

        try
        {
            await store.SaveAsync(snapshot(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (StateException e)
        {
            failed.TrySetResult(e);
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var fault = new StateException(
                "HAI1451", "State not saved", e.Message, null, "The state file could not be written.",
                "Make room or give write access, then run the command again: it carries on from the last saved state.", e);
            failed.TrySetResult(fault);
            throw fault;
        }
    }
}
