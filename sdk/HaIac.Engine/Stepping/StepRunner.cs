using HaIac.Engine.Callbacks;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>Does chains of steps: each chain in its order, several chains at once.</summary>
/// <remarks>
/// Before a step touches an object the state file says so; after it the file is written again. A stop begins no further
/// step but waits for those that run, because what they do must be stored.
/// </remarks>
internal sealed class StepRunner(
    StepContext context, StepReporter reporter, StepHooks hooks, CheckpointSaver? saver, int parallel, bool continueOnError, Stop stop) : IDisposable
{
    private readonly SemaphoreSlim places = new(Math.Max(1, parallel));

    /// <summary>Does a chain of steps when there is a free place.</summary>
    public async Task<ChainOutcome> RunAsync(IReadOnlyList<Step> chain)
    {
        if (chain.Count == 0)
        {
            return ChainOutcome.Done;
        }

        await places.WaitAsync().ConfigureAwait(false);
        try
        {
            foreach (var step in chain)
            {
                if (stop.IsRequested)
                {
                    return ChainOutcome.Stopped;
                }

                if (!await RunAsync(step).ConfigureAwait(false))
                {
                    return ChainOutcome.Failed;
                }
            }

            return ChainOutcome.Done;
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private async Task<bool> RunAsync(Step step)
    {
        var subject = step.New ?? step.Old!;
        reporter.Started(step);
        var announced = saver is not null && step.Pending is not null && !step.IsInternal;
        var givenUp = false;
        try
        {
            step.Prepare();
            await hooks.BeforeAsync(step, stop.Abort).ConfigureAwait(false);
            if (announced)
            {
                context.State.Begin(subject, step.Pending!.Value);
                await saver!.SaveAsync().ConfigureAwait(false);
            }

            await ApplyAsync(step).ConfigureAwait(false);
            if (announced)
            {
                // What follows is talk with the program; the object is no longer in doubt.
                context.State.End(subject);
            }

            if (step.Present.Custom || step is DeleteStep)
            {
                await hooks.AfterAsync(step, null, stop.Abort).ConfigureAwait(false);
            }

            reporter.Succeeded(step);
            return true;
        }
        catch (StepFailure e)
        {
            Fail(step, e.Message, e.Status, e.IsContained);
        }
        catch (ProviderCallException e)
        {
            Fail(step, e.Message, e.OutcomeUnknown ? StepStatus.Unknown : StepStatus.Clean);
        }
        catch (PluginException e)
        {
            Fail(step, e.Message, StepStatus.Clean);
        }
        catch (StateException e)
        {
            // The step was not begun; the operation reports the full story once.
            Fail(step, $"not begun, because the state could not be saved: {e.Message}", StepStatus.Clean);
        }
        catch (OperationCanceledException)
        {
            givenUp = true;
            Fail(step, GivenUp(step), step.Pending is null ? StepStatus.Clean : StepStatus.Unknown);
        }
        catch (Exception e)
        {
            // One broken step must not take the others with it: what they do has to be stored.
            Fail(step, EngineBug.Text(e, step.Urn), StepStatus.Unknown);
        }
        finally
        {
            // What was given up stays listed as pending, as after a crash: the next operation warns of it.
            if (announced && !givenUp)
            {
                context.State.End(subject);
            }

            if (announced || step.ChangesState)
            {
                saver?.Request();
            }
        }

        return false;
    }

    // Does the step, again and again for as long as its error hooks say so.
    private async Task ApplyAsync(Step step)
    {
        var errors = new List<string>();
        while (true)
        {
            try
            {
                await step.ApplyAsync(context, stop.Abort).ConfigureAwait(false);
                return;
            }
            catch (ProviderCallException e)
            {
                errors.Insert(0, e.Message);
                if (stop.IsRequested || !await hooks.ShouldRetryAsync(step, errors, stop.Abort).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }

    private static string GivenUp(Step step) => EngineFinding.Text(
        "HAI1452", "Step given up", "The operation was ended by force while the provider was still working on this resource.", step.Urn,
        step.Pending is null ? "It was only looked at; nothing was being changed." : "Nobody knows what became of the object; the state keeps a note of it.",
        step.Pending is null ? "Run the command again." : "Look at the object before you run the command again.");

    private void Fail(Step step, string message, StepStatus status, bool contained = false)
    {
        reporter.Failed(step, message, status);
        if (!continueOnError && !contained)
        {
            stop.Request();
        }
    }
}
