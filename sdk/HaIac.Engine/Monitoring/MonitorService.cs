using System.Collections.Concurrent;
using System.Collections.Frozen;
using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Callbacks;
using HaIac.Engine.Plugins;
using HaIac.Engine.Registering;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Monitoring;

/// <summary>The ResourceMonitor service: what a program calls while it declares its resources.</summary>
/// <remarks>Source: pulumi-protocol.md 2.</remarks>
internal sealed class MonitorService
{
    // A feature stands here once it works: programs adapt to what is missing, or say so.
    private static readonly FrozenSet<string> Features = new[]
    {
        "secrets", "resourceReferences", "outputValues", "aliasSpecs", "deletedWith", "replaceWith", "replacementTrigger", "parameterization",
        "transforms", "invokeTransforms", "resourceHooks", "errorHooks", "sendsOptionsToHooks",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Registrar registrar;
    private readonly ProviderRegistry providers;
    private readonly GoalReader goals;
    private readonly PackageReferences packages;
    private readonly ResourceTransforms transforms;
    private readonly InvokeTransforms invokeTransforms;
    private readonly RemoteComponents components;
    private readonly Stop stop;
    private readonly bool isPreview;
    private readonly ConcurrentDictionary<Task, bool> underWay = [];
    private readonly TaskCompletionSource signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates the service.</summary>
    public MonitorService(
        Registrar registrar, ProviderRegistry providers, GoalReader goals, PackageReferences packages, ResourceTransforms transforms,
        InvokeTransforms invokeTransforms, RemoteComponents components, Stop stop, bool isPreview)
    {
        this.registrar = registrar;
        this.providers = providers;
        this.goals = goals;
        this.packages = packages;
        this.transforms = transforms;
        this.invokeTransforms = invokeTransforms;
        this.components = components;
        this.stop = stop;
        this.isPreview = isPreview;
    }

    /// <summary>Completes when the program says that it has declared everything.</summary>
    public Task Signalled => signalled.Task;

    /// <summary>Adds the methods of the service.</summary>
    public GrpcServiceTable AddTo(GrpcServiceTable routes) => routes
        .Add(ResourceMonitorMethods.SupportsFeature, (request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) }))
        .Add(ResourceMonitorMethods.RegisterResource, (request, ct) => TrackAsync(RegisterAsync(request, ct)))
        .Add(ResourceMonitorMethods.RegisterResourceOutputs, (request, _) => TrackAsync(OutputsAsync(request)))
        .Add(ResourceMonitorMethods.ReadResource, (request, _) => TrackAsync(ReadAsync(request)))
        .Add(ResourceMonitorMethods.Invoke, InvokeAsync)
        .Add(ResourceMonitorMethods.RegisterPackage, (request, _) => Task.FromResult(new RegisterPackageResponse { Ref = packages.Register(request) }))
        .Add(ResourceMonitorMethods.SignalAndWaitForShutdown, async (_, ct) =>
        {
            signalled.TrySetResult();
            await released.Task.WaitAsync(ct).ConfigureAwait(false);
            return new Empty();
        });

    /// <summary>Completes when no registration is under way, also of a program that has ended meanwhile.</summary>
    public async Task WhenIdleAsync()
    {
        while (!underWay.IsEmpty)
        {
            await Task.WhenAll(underWay.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Lets a program that waits for the end go.</summary>
    public void Release() => released.TrySetResult();

    private Task<T> TrackAsync<T>(Task<T> call)
    {
        underWay[call] = true;
        _ = call.ContinueWith(ended => underWay.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return call;
    }

    private static WireMarshalOptions Accepts(bool secrets, bool references) => new() { KeepSecrets = secrets, KeepReferences = references };

    private static Struct Answer(WireObject outputs, bool secrets, bool references, bool partial) => WireWriter.ToStruct(
        partial ? outputs : WireObject.Create(outputs.Where(pair => !WireFacts.HasUnknown(pair.Value))), Accepts(secrets, references));

    private async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest sent, CancellationToken ct)
    {
        ThrowIfStopped();
        GoalReader.CheckType(sent);
        var request = await transforms.ApplyAsync(
            goals.UrnOf(sent), sent, goals.KnownProvider(sent), urn => registrar.Goal(urn)?.Parent ?? "", ct).ConfigureAwait(false);
        if (request.Remote)
        {
            var reference = await goals.ProviderOfComponentAsync(request).ConfigureAwait(false);
            return await components.ConstructAsync(
                goals.UrnOf(request), request, goals.Inputs(request.Object), reference, goals.ProvidersOf(request), ct).ConfigureAwait(false);
        }

        var goal = await goals.ReadAsync(request).ConfigureAwait(false);
        var outcome = await registrar.RegisterAsync(goal).ConfigureAwait(false);
        if (outcome.Result != Result.Success && !request.SupportsResultReporting)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"resource registration failed: {goal.Urn}");
        }

        return new RegisterResourceResponse
        {
            Urn = goal.Urn,
            Id = outcome.State is { Custom: true } state ? state.Id : "",
            Object = outcome.State is { Custom: true } custom
                ? Answer(custom.Outputs, request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues)
                : new Struct(),
            Result = outcome.Result,
        };
    }

    private async Task<Empty> OutputsAsync(RegisterResourceOutputsRequest request)
    {
        await registrar.OutputsAsync(request.Urn, goals.Inputs(request.Outputs)).ConfigureAwait(false);
        return new Empty();
    }

    private async Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request)
    {
        ThrowIfStopped();
        var goal = await goals.ReadAsync(request).ConfigureAwait(false);
        var outcome = await registrar.ReadAsync(goal, request.Id).ConfigureAwait(false);
        return new ReadResourceResponse
        {
            Urn = goal.Urn,
            Properties = Answer(outcome.State?.Outputs ?? WireObject.Empty, request.AcceptSecrets, request.AcceptResources, partial: true),
        };
    }

    private async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest sent, CancellationToken ct)
    {
        ThrowIfStopped();
        var request = await invokeTransforms.ApplyAsync(sent, ct).ConfigureAwait(false);
        var arguments = WireFacts.WithoutOutputs(goals.Inputs(request.Args));
        if (WireFacts.HasUnknown(arguments))
        {
            return new ResourceInvokeResponse { Unknown = true, Return = new Struct() };
        }

        var reference = await goals.ProviderOfFunctionAsync(
            request.Tok, request.Provider, packages.Find(request.PackageRef, request.Version)).ConfigureAwait(false);
        try
        {
            var provider = await providers.GetAsync(reference, ct).ConfigureAwait(false);
            var answer = await provider.InvokeAsync(request.Tok, arguments, isPreview, ct).ConfigureAwait(false);
            return new ResourceInvokeResponse { Return = answer.Return, Failures = { answer.Failures } };
        }
        catch (Exception e) when (e is ProviderCallException or PluginException)
        {
            throw new GrpcException(GrpcStatusCode.Unknown, $"invocation of {request.Tok} returned an error: {e.Message}", inner: e);
        }
    }

    private void ThrowIfStopped()
    {
        if (stop.IsRequested)
        {
            throw new GrpcException(GrpcStatusCode.Unavailable, "resource monitor shut down");
        }
    }
}
