using System.Collections.Immutable;
using HaIac.Engine.BuiltIn;
using HaIac.Engine.Callbacks;
using HaIac.Engine.Events;
using HaIac.Engine.Launching;
using HaIac.Engine.Monitoring;
using HaIac.Engine.Plugins;
using HaIac.Engine.Registering;
using HaIac.Engine.State;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Grpc;

namespace HaIac.Engine;

/// <summary>One operation from its first event to its last: composes the parts and decides when each has its turn.</summary>
internal sealed class DeploymentRun : IAsyncDisposable
{
    private static readonly TimeSpan ProgramPatience = TimeSpan.FromSeconds(10);

    private readonly DeploymentRequest request;
    private readonly IEventSink sink;
    private readonly Stop stop = new();
    private readonly StateTable state;
    private readonly StepReporter reporter;
    private readonly HookRegistry hookNames = new();
    private readonly StepHooks hooks;
    private readonly CheckpointSaver? saver;
    private readonly long started;
    private ProviderRegistry? providers;
    private GrpcServer? server;
    private Task savingWatch = Task.CompletedTask;
    private bool programFailed;
    private bool wasCancelled;

    /// <summary>Prepares an operation.</summary>
    public DeploymentRun(DeploymentRequest request, IEventSink sink)
    {
        this.request = request;
        this.sink = sink;
        started = request.Clock.GetTimestamp();
        state = new StateTable(request.Base);
        reporter = new StepReporter(sink, request.IsPreview);
        hooks = new StepHooks(hookNames, reporter, request.IsPreview);
        saver = request.IsPreview ? null : new CheckpointSaver(
            request.Store ?? throw new ArgumentException("An operation that changes something needs a store.", nameof(request)), Snapshot);
    }

    /// <summary>Carries the operation out.</summary>
    /// <param name="cancel">Cancelled when the user wants it to stop: what runs is finished and stored, nothing new begins.</param>
    public async Task<DeploymentResult> RunAsync(CancellationToken cancel)
    {
        sink.Emit(new PreludeEvent(request.Config.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal)));
        WarnOfPendingOperations();

        var routes = new GrpcServiceTable();
        new EngineService(reporter, stop, request.WriterVersion).AddTo(routes);

        // Providers are started with the server's address, and the server with the routes that need the providers.
        var host = new PluginHost
        {
            EngineAddress = "",
            ProgramDirectory = request.ProgramDirectory,
            Project = request.Project,
            RuntimeOptions = request.RuntimeOptions,
            Config = request.Config.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal),
            Clock = request.Clock,
        };
        providers = new ProviderRegistry(
            new PluginLocator(request.Plugins), () => host with { EngineAddress = server!.Address },
            new BuiltInProvider(request.OtherStacks, FindResource), request.Base.Resources);
        using var runner = new StepRunner(
            new StepContext(state, providers, request.IsPreview, request.Clock), reporter, hooks, saver, request.Parallel, request.ContinueOnError, stop);
        var parts = Compose(runner, routes);
        server = await GrpcServer.StartAsync(routes, CancellationToken.None).ConfigureAwait(false);

        using var onCancel = cancel.Register(OnCancel);
        using var onAbort = request.Abort.Register(stop.GiveUp);
        savingWatch = StopWhenSavingFailsAsync();

        var loop = parts.Registrar.RunAsync();
        await CarryOutAsync(parts, runner).ConfigureAwait(false);
        parts.Registrar.Complete();
        await loop.ConfigureAwait(false);
        return await FinishAsync(parts.Registrar).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (providers is not null)
        {
            await providers.DisposeAsync().ConfigureAwait(false);
        }

        if (server is not null)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }

        stop.Dispose();
    }

    private StateResource? FindResource(string urn) =>
        (state.Current(urn) ?? state.Old.FirstOrDefault(entry => entry.Urn == urn && !entry.State.Delete && state.IsLive(entry)))?.State;

    private RunFacts Facts() => new(
        request.Project, request.Stack, request.IsPreview, request.Parallel, server!.Address,
        request.Config.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal),
        [.. request.Config.Where(pair => pair.Value.IsSecret).Select(pair => pair.Key)]);

    private sealed record Parts(Registrar Registrar, StepGenerator Generator, MonitorService Monitor);

    private Parts Compose(StepRunner runner, GrpcServiceTable routes)
    {
        var generator = new StepGenerator(state, providers!, reporter, request.IsPreview);
        var registrar = new Registrar(generator, runner, state, reporter, hooks, saver, stop, request.ContinueOnError);
        var packages = new PackageReferences();
        var components = new RemoteComponents(providers!, Facts);
        var goals = new GoalReader(request, registrar, new DefaultProviders(registrar, request), packages, components, generator.FormerUrn);
        var (transforms, invokeTransforms) = (new ResourceTransforms(), new InvokeTransforms());
        new CallbackService(transforms, invokeTransforms, hookNames).AddTo(routes);
        var monitor = new MonitorService(registrar, providers!, goals, packages, transforms, invokeTransforms, components, stop, request.IsPreview);
        monitor.AddTo(routes);
        new MethodCalls(registrar, providers!, goals, packages, Facts, stop).AddTo(routes);
        return new Parts(registrar, generator, monitor);
    }

    private async Task CarryOutAsync(Parts parts, StepRunner runner)
    {
        IRunningProgram? program = null;
        try
        {
            if (RefusesWithoutHooks())
            {
                return;
            }

            if (request.Kind == DeploymentKind.Refresh || request.Refresh)
            {
                await RefreshAsync(parts, runner).ConfigureAwait(false);
                if (request.Kind == DeploymentKind.Refresh || reporter.AnyStepFailed || stop.IsRequested)
                {
                    return;
                }
            }

            if (request.Kind == DeploymentKind.Update)
            {
                program = await StartProgramAsync().ConfigureAwait(false);
                if (program is not null)
                {
                    await WaitForProgramAsync(parts, program).ConfigureAwait(false);
                }
            }

            await parts.Monitor.WhenIdleAsync().ConfigureAwait(false);
            await parts.Registrar.DrainAsync().ConfigureAwait(false);
            WarnOfEmptyProgram(parts.Registrar);
            var complete = !programFailed && !parts.Registrar.AnyRefused && !stop.IsRequested
                && (request.ContinueOnError || !reporter.AnyStepFailed);
            if (complete)
            {
                await new DeletePhase(runner, state, stop).RunAsync(parts.Generator.Condemned(), parts.Registrar.Unsuccessful).ConfigureAwait(false);
            }

            parts.Monitor.Release();
            await EndProgramAsync(program).ConfigureAwait(false);
        }
        finally
        {
            program?.Dispose();
        }
    }

    private async Task RefreshAsync(Parts parts, StepRunner runner)
    {
        providers!.KeepsStarted = true;
        await new RefreshPhase(runner, state, reporter, isPart: request.Kind != DeploymentKind.Refresh).RunAsync().ConfigureAwait(false);
        parts.Generator.LookAtOld();
        if (request.ClearPendingCreates)
        {
            state.ForgetPendingCreates();
        }
    }

    // Deleting without the hooks that a resource was given would leave out what its author wanted done.
    private bool RefusesWithoutHooks()
    {
        var hooked = request.Kind != DeploymentKind.Destroy ? [] : request.Base.Resources.Where(resource =>
            resource.ResourceHooks is { } names && (names.ContainsKey(HookKinds.BeforeDelete) || names.ContainsKey(HookKinds.AfterDelete))).ToList();
        foreach (var resource in hooked)
        {
            reporter.Refused(EngineFinding.Text(
                "HAI1445", "Delete hooks need the program", "This resource has hooks around its deletion, and a destroy runs no program that could serve them.",
                resource.Urn, "A hook is a function of the program; the state keeps only its name.",
                "Take the resource out of the program but keep the hook, and run 'haiac up'; or run 'haiac up' without the hook first."), resource.Urn);
        }

        return hooked.Count > 0;
    }

    private async Task<IRunningProgram?> StartProgramAsync()
    {
        try
        {
            var launcher = request.Program ?? throw new ArgumentException("An update needs a program.");
            return await launcher.StartAsync(
                server!.Address,
                server.Address,
                request.IsPreview,
                line => reporter.Say(DiagnosticSeverity.Info, line + "\n"),
                line => reporter.Say(DiagnosticSeverity.InfoError, line + "\n"),
                stop.Token).ConfigureAwait(false);
        }
        catch (LaunchException e)
        {
            programFailed = true;
            reporter.Error(EngineFinding.Text(
                "HAI1440", "Program not started", e.Message, request.ProgramDirectory,
                "The program declares the resources; without it nothing can be compared.", e.Mend));
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task WaitForProgramAsync(Parts parts, IRunningProgram program)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = stop.Token.Register(() => stopped.TrySetResult());
        var first = await Task.WhenAny(parts.Monitor.Signalled, program.Ended, stopped.Task).ConfigureAwait(false);
        if (first == program.Ended)
        {
            NoteExit(await program.Ended.ConfigureAwait(false));
        }
    }

    private async Task EndProgramAsync(IRunningProgram? program)
    {
        if (program is null)
        {
            return;
        }

        var known = program.Ended.IsCompleted;
        await Task.WhenAny(program.Ended, Task.Delay(ProgramPatience, request.Clock)).ConfigureAwait(false);
        if (!program.Ended.IsCompleted)
        {
            await program.StopAsync().ConfigureAwait(false);
        }
        else if (!known)
        {
            NoteExit(await program.Ended.ConfigureAwait(false));
        }
    }

    private void WarnOfEmptyProgram(Registrar registrar)
    {
        if (request.Kind == DeploymentKind.Update && !programFailed && !stop.IsRequested && !registrar.AnyDeclared && !registrar.AnyRefused)
        {
            var deleted = request.IsPreview ? "would be deleted" : "is deleted";
            reporter.Say(DiagnosticSeverity.Warning, EngineFinding.Text(
                "HAI1442", "Program declared nothing", $"The program ended well without declaring anything; whatever the stack still has {deleted}.",
                request.ProgramDirectory, "A program declares its resources inside Deployment.RunAsync, which was not called or not awaited.",
                "Return or await Deployment.RunAsync in Main; to delete everything on purpose, run haiac destroy."));
        }
    }

    private void NoteExit(int exitCode)
    {
        // Once the operation has stopped, the program can only fail: its calls were cut off.
        if (exitCode == 0 || stop.IsRequested || programFailed)
        {
            return;
        }

        programFailed = true;
        const int AlreadyReported = 32;
        if (exitCode != AlreadyReported)
        {
            reporter.Error(EngineFinding.Text(
                "HAI1441", "Program failed", $"The program ended with exit code {exitCode}.", request.ProgramDirectory,
                "What it had declared until then is finished and saved; nothing is deleted after a failed program.",
                "Look at its messages above, mend the program and run the command again."));
        }
    }

    private void OnCancel()
    {
        wasCancelled = true;
        stop.Request();
        _ = providers?.CancelCallsAsync();
    }

    private async Task StopWhenSavingFailsAsync()
    {
        if (saver is not null)
        {
            var fault = await saver.Failed.ConfigureAwait(false);
            reporter.Refused(fault.Message, "");
            stop.Request();
        }
    }

    private async Task<DeploymentResult> FinishAsync(Registrar registrar)
    {
        var succeeded = !reporter.AnyStepFailed && !reporter.AnyRefused && !registrar.AnyRefused && !programFailed && !wasCancelled;
        registrar.FinishStack(succeeded, request.IsPreview);
        succeeded &= await SaveLastAsync().ConfigureAwait(false);
        var what = request.IsPreview ? "preview" : request.Kind switch
        {
            DeploymentKind.Destroy => "destroy",
            DeploymentKind.Refresh => "refresh",
            _ => "update",
        };
        if (wasCancelled)
        {
            reporter.Error($"{what} canceled");
        }
        else if (reporter.AnyStepFailed || reporter.AnyRefused)
        {
            reporter.Error($"{what} failed");
        }

        var early = await providers!.StopAsync().ConfigureAwait(false);
        sink.Emit(new SummaryEvent(
            reporter.Counts, request.Clock.GetElapsedTime(started), request.IsPreview, succeeded, reporter.MaybeCorrupt));
        foreach (var message in early)
        {
            reporter.Error(message);
        }

        sink.Emit(new CancelEvent());
        return new DeploymentResult(succeeded, wasCancelled, reporter.Counts, Snapshot());
    }

    private async Task<bool> SaveLastAsync()
    {
        if (saver is null)
        {
            return true;
        }

        try
        {
            await saver.SaveAsync().ConfigureAwait(false);
            return true;
        }
        catch (StateException)
        {
            // The watch tells it, however early or late the first write failed; nothing of it may come after the summary.
            await savingWatch.ConfigureAwait(false);
            return false;
        }
    }

    private Deployment Snapshot() => state.Snapshot(Manifest.Create(request.Clock.GetUtcNow(), request.WriterVersion));

    private void WarnOfPendingOperations()
    {
        if (request.IsPreview || request.Base.PendingOperations.IsEmpty || request.ClearPendingCreates)
        {
            return;
        }

        var list = string.Join('\n', request.Base.PendingOperations.Select(
            operation => $"{operation.Resource.Urn}: interrupted while {operation.Kind.ToString().ToLowerInvariant()}"));
        reporter.Say(DiagnosticSeverity.Warning, EngineFinding.Text(
            "HAI1450", "Interrupted before", $"An earlier operation ended while it was still working on {request.Base.PendingOperations.Length} resource(s):\n{list}",
            $"stack {request.Stack}",
            "What became of these objects was never stored; one that was being created may exist without being known here.",
            "Look at each object. Remove one that exists but is not in the state, or take it over."));
    }
}
