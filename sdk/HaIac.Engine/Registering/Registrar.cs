using System.Collections.Concurrent;
using System.Threading.Channels;
using HaIac.Engine.Callbacks;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Registering;

/// <summary>
/// The event loop: takes registrations one at a time, has steps planned for each, and lets the runner do them while
/// the next one is planned. A registration is answered when its steps are done.
/// </summary>
/// <remarks>Source: pulumi-protocol.md 6.1 and 6.5.</remarks>
internal sealed class Registrar
{
    private readonly Channel<Func<Task>> queue = Channel.CreateUnbounded<Func<Task>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<Task, bool> running = [];
    private readonly ConcurrentDictionary<string, bool> unsuccessful = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StepPlan> plans = new(StringComparer.Ordinal);
    private readonly HashSet<string> haveOutputs = new(StringComparer.Ordinal);
    private readonly StepGenerator generator;
    private readonly StepRunner runner;
    private readonly StateTable state;
    private readonly StepReporter reporter;
    private readonly StepHooks hooks;
    private readonly CheckpointSaver? saver;
    private readonly Stop stop;
    private readonly bool continueOnError;
    private WireObject? stackOutputs;
    private StepPlan? stack;

    /// <summary>Creates the loop; <see cref="RunAsync"/> starts it.</summary>
    public Registrar(
        StepGenerator generator, StepRunner runner, StateTable state, StepReporter reporter, StepHooks hooks, CheckpointSaver? saver, Stop stop,
        bool continueOnError)
    {
        this.generator = generator;
        this.runner = runner;
        this.state = state;
        this.reporter = reporter;
        this.hooks = hooks;
        this.saver = saver;
        this.stop = stop;
        this.continueOnError = continueOnError;
    }

    /// <summary>Whether a registration was refused, so that the operation has failed.</summary>
    public bool AnyRefused { get; private set; }

    /// <summary>URN of the stack's root resource; empty until it is registered.</summary>
    public string StackUrn => stack?.Result.Urn ?? "";

    /// <summary>URNs whose steps failed or were left out.</summary>
    public IReadOnlyCollection<string> Unsuccessful => [.. unsuccessful.Keys];

    /// <summary>What the program has said of a URN in this run; null if nothing yet.</summary>
    public ResourceGoal? Goal(string urn) => generator.Goal(urn);

    /// <summary>Works until <see cref="Complete"/>.</summary>
    public async Task RunAsync()
    {
        await foreach (var work in queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await work().ConfigureAwait(false);
        }
    }

    /// <summary>Registers a resource; completes when its steps are done.</summary>
    /// <exception cref="GrpcException">The operation has stopped.</exception>
    public Task<RegistrationOutcome> RegisterAsync(ResourceGoal goal) =>
        PlanAsync(goal, () => generator.GenerateAsync(goal, stop.Abort));

    /// <summary>Reads a resource that somebody else manages; completes when it was read.</summary>
    /// <exception cref="GrpcException">The operation has stopped.</exception>
    public Task<RegistrationOutcome> ReadAsync(ResourceGoal goal, string id) =>
        PlanAsync(goal, () => Task.FromResult(generator.GenerateRead(goal, id)));

    /// <summary>Takes the outputs of a component or of the stack.</summary>
    /// <exception cref="GrpcException">The resource was not registered, or has told its outputs already.</exception>
    public async Task OutputsAsync(string urn, WireObject outputs)
    {
        var done = new TaskCompletionSource<StepPlan>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            if (!plans.TryGetValue(urn, out var plan) || !haveOutputs.Add(urn))
            {
                done.SetException(new GrpcException(
                    GrpcStatusCode.Unknown, $"cannot complete a resource '{urn}' whose registration isn't pending"));
            }
            else
            {
                TakeOutputs(plan, outputs);
                done.SetResult(plan);
            }

            return Task.CompletedTask;
        });
        var taken = await done.Task.ConfigureAwait(false);

        // A component is done once its outputs are told, not when its entry is made.
        if (!taken.Result.State.Custom && !unsuccessful.ContainsKey(urn))
        {
            await hooks.AfterAsync(taken.Chain[^1], WireFacts.WithoutOutputs(outputs), stop.Abort).ConfigureAwait(false);
        }
    }

    /// <summary>Completes when everything that was asked so far is planned and done.</summary>
    public async Task DrainAsync()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            reached.SetResult();
            return Task.CompletedTask;
        });
        await reached.Task.ConfigureAwait(false);
        while (!running.IsEmpty)
        {
            await Task.WhenAll(running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Puts the stack's outputs into the state: all of them after success, else over the old ones.</summary>
    public void FinishStack(bool succeeded, bool isPreview)
    {
        if (stack is null)
        {
            return;
        }

        if (stackOutputs is { } told)
        {
            // What depends on a failed step has no value; nothing is better than a placeholder in the state.
            var outputs = isPreview ? told : WireObject.Create(told.Where(pair => !WireFacts.HasUnknown(pair.Value)));
            state.Change(stack.Result, resource => resource.Outputs.Equals(outputs) ? resource : resource with
            {
                Outputs = succeeded ? outputs : WireObject.Create(resource.Outputs.Where(pair => !told.ContainsKey(pair.Key)).Concat(outputs)),
            });
        }

        // Told even if the program failed before: without it a view takes the old outputs for removed.
        reporter.Outputs(stack.Shown);
    }

    /// <summary>Whether the program declared anything, if only the stack itself.</summary>
    public bool AnyDeclared => plans.Count > 0;

    /// <summary>Ends the loop.</summary>
    public void Complete() => queue.Writer.TryComplete();

    private static GrpcException ShutDown() => new(GrpcStatusCode.Unavailable, "resource monitor shut down");

    private void Post(Func<Task> work)
    {
        if (!queue.Writer.TryWrite(work))
        {
            throw ShutDown();
        }
    }

    private Task<RegistrationOutcome> PlanAsync(ResourceGoal goal, Func<Task<StepPlan>> generate)
    {
        var done = new TaskCompletionSource<RegistrationOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        OnLoop(goal.Urn, done, async () => Begin(goal, await generate().ConfigureAwait(false), done));
        return done.Task;
    }

    // Plans one thing at a time; what is refused ends the operation, whoever waits for it.
    private void OnLoop<T>(string urn, TaskCompletionSource<T> done, Func<Task> plan)
    {
        Post(async () =>
        {
            if (stop.IsRequested)
            {
                done.SetException(ShutDown());
                return;
            }

            try
            {
                await plan().ConfigureAwait(false);
            }
            catch (Exception e) when (e is RegistrationException or ProviderCallException or PluginException or OperationCanceledException or FormatException)
            {
                if (e.Message.Length > 0)
                {
                    reporter.Error(e.Message, urn);
                }

                Refuse(done);
            }
            catch (Exception e)
            {
                reporter.Error(EngineBug.Text(e, urn), urn);
                Refuse(done);
            }
        });
    }

    // What comes after a chain, by what it found; null if nothing does.
    private Task<StepPlan?> NextAsync(string urn, Func<CancellationToken, Task<StepPlan?>> then)
    {
        var planned = new TaskCompletionSource<StepPlan?>(TaskCreationOptions.RunContinuationsAsynchronously);
        OnLoop(urn, planned, async () =>
        {
            var next = await then(stop.Abort).ConfigureAwait(false);
            if (next is not null)
            {
                plans[urn] = next;
            }

            planned.SetResult(next);
        });
        return planned.Task;
    }

    private void Refuse<T>(TaskCompletionSource<T> done)
    {
        AnyRefused = true;
        stop.Request();
        done.SetException(ShutDown());
    }

    private void Begin(ResourceGoal goal, StepPlan plan, TaskCompletionSource<RegistrationOutcome> done)
    {
        plans[goal.Urn] = plan;
        if (goal.Type == Urn.StackType)
        {
            stack = plan;
        }

        // Only a run that survives failures can get here with something missing.
        if (Dependencies.Of(plan.Result.State).Any(unsuccessful.ContainsKey))
        {
            unsuccessful[goal.Urn] = true;
            done.SetResult(new RegistrationOutcome(Result.Skip, null));
            return;
        }

        var task = DoAsync(goal.Urn, plan, done);
        running[task] = true;
        _ = task.ContinueWith(ended => running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task DoAsync(string urn, StepPlan plan, TaskCompletionSource<RegistrationOutcome> done)
    {
        // The loop goes on planning while a chain runs, even if none of its steps ever waits.
        await Task.Yield();
        try
        {
            var outcome = await runner.RunAsync(plan.Chain).ConfigureAwait(false);
            if (outcome == ChainOutcome.Done && plan.Then is { } then && await NextAsync(urn, then).ConfigureAwait(false) is { } next)
            {
                plan = next;
                outcome = await runner.RunAsync(plan.Chain).ConfigureAwait(false);
            }

            if (outcome != ChainOutcome.Done)
            {
                unsuccessful[urn] = true;
            }

            if (outcome == ChainOutcome.Done || (outcome == ChainOutcome.Failed && continueOnError))
            {
                done.SetResult(new RegistrationOutcome(
                    outcome == ChainOutcome.Done ? Result.Success : Result.Fail,
                    outcome == ChainOutcome.Done ? plan.Result.State : state.Current(urn)?.State ?? Former(plan)));
            }
            else
            {
                done.SetException(ShutDown());
            }
        }
        catch (GrpcException e)
        {
            // What comes next was refused; the reason was told.
            unsuccessful[urn] = true;
            done.SetException(e);
        }
        catch (Exception e)
        {
            reporter.Error(EngineBug.Text(e, urn), urn);
            unsuccessful[urn] = true;
            Refuse(done);
        }
    }

    // After a failed update the old object is still there, but what the program wanted of it is not.
    private static StateResource? Former(StepPlan plan) =>
        plan.Chain[0] is UpdateStep { Old.State: var old } ? old with { Outputs = WireObject.Empty } : null;

    private void TakeOutputs(StepPlan plan, WireObject outputs)
    {
        var plain = WireFacts.WithoutOutputs(outputs);
        if (plan == stack)
        {
            stackOutputs = plain;
            return;
        }

        var marked = SecretMarks.Apply(plain, WireObject.Empty, plan.Result.State.AdditionalSecretOutputs);
        if (!plan.Result.State.Outputs.Equals(marked))
        {
            state.Change(plan.Result, resource => resource with { Outputs = marked });
            saver?.Request();
        }

        reporter.Outputs(plan.Shown);
    }
}
