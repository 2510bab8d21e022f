using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Testing;

/// <summary>Plays the engine for one run of a program and writes down what the program asks. It answers at once unless the answers say otherwise.</summary>
public sealed class Recorder : IAsyncDisposable
{
    private readonly EngineAnswers _answers;
    private readonly bool _keepsCalls;
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private readonly CallbackClient _callbacks;
    private readonly UrnOrder _order = new();
    private GrpcServer? _server;

    private Recorder(EngineAnswers answers, bool keepsCalls)
    {
        _answers = answers;
        _keepsCalls = keepsCalls;
        _callbacks = new CallbackClient(Add);
    }

    public string Address => _server!.Address;

    public IReadOnlyCollection<RecordedCall> Calls => _calls;

    /// <summary>URNs that were named before their registration was answered.</summary>
    public IEnumerable<string> OrderFaults => _order.Faults;

    /// <summary>Whether the last call was the signal that the program is done, after which nothing may come.</summary>
    public bool Signalled => _calls.Any(c => c.Rpc == "ResourceMonitor/SignalAndWaitForShutdown");

    /// <summary>What the calls of one kind asked, in the order in which they came.</summary>
    public IEnumerable<TRequest> Requests<TRequest>()
        where TRequest : IMessage
        => _calls.Select(c => c.Message).OfType<TRequest>();

    /// <summary>The environment in which an engine starts a program.</summary>
    public Dictionary<string, string> Environment(string parallel = "16")
        => new()
        {
            ["PULUMI_MONITOR"] = Address,
            ["PULUMI_ENGINE"] = Address,
            ["PULUMI_PROJECT"] = _answers.Project,
            ["PULUMI_STACK"] = _answers.Stack,
            ["PULUMI_DRY_RUN"] = _answers.IsDryRun ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = parallel,
        };

    /// <summary>Starts to play the engine.</summary>
    /// <param name="answers">What to answer; default: see <see cref="EngineAnswers"/>.</param>
    /// <param name="keepsCalls">Whether to write down what is asked; measurements do without.</param>
    public static async Task<Recorder> StartAsync(EngineAnswers? answers = null, bool keepsCalls = true)
    {
        var recorder = new Recorder(answers ?? new EngineAnswers(), keepsCalls);
        var routes = new GrpcServiceTable()
            .Add(ResourceMonitorMethods.SupportsFeature, recorder.SupportsFeature)
            .Add(ResourceMonitorMethods.RegisterResource, recorder.Recorded<RegisterResourceRequest, RegisterResourceResponse>("ResourceMonitor/RegisterResource", recorder.RegisterAsync))
            .Add(ResourceMonitorMethods.RegisterResourceOutputs, recorder.Recorded<RegisterResourceOutputsRequest, Empty>("ResourceMonitor/RegisterResourceOutputs", recorder.RegisterOutputs))
            .Add(ResourceMonitorMethods.ReadResource, recorder.Recorded<ReadResourceRequest, ReadResourceResponse>("ResourceMonitor/ReadResource", recorder.ReadAsync))
            .Add(ResourceMonitorMethods.Invoke, recorder.Recorded<ResourceInvokeRequest, ResourceInvokeResponse>("ResourceMonitor/Invoke", recorder.InvokeAsync))
            .Add(ResourceMonitorMethods.Call, recorder.Recorded<ResourceCallRequest, CallResponse>("ResourceMonitor/Call", recorder._answers.CallAsync))
            .Add(ResourceMonitorMethods.SignalAndWaitForShutdown, recorder.Recorded<Empty, Empty>("ResourceMonitor/SignalAndWaitForShutdown", recorder._answers.SignalAsync))
            .Add(ResourceMonitorMethods.RegisterPackage, recorder.Recorded<RegisterPackageRequest, RegisterPackageResponse>("ResourceMonitor/RegisterPackage", RegisterPackage))
            .Add(ResourceMonitorMethods.RegisterStackInvokeTransform, recorder.Recorded<Callback, Empty>("ResourceMonitor/RegisterStackInvokeTransform", recorder.AddInvokeTransform))
            .Add(ResourceMonitorMethods.RegisterResourceHook, recorder.Recorded<RegisterResourceHookRequest, Empty>("ResourceMonitor/RegisterResourceHook", recorder.AddHook))
            .Add(ResourceMonitorMethods.RegisterErrorHook, recorder.Recorded<RegisterErrorHookRequest, Empty>("ResourceMonitor/RegisterErrorHook", recorder.AddErrorHook))
            .Add(EngineMethods.Log, recorder.Recorded<LogRequest, Empty>("Engine/Log", recorder._answers.LogAsync))
            .Add(EngineMethods.RequirePulumiVersion, recorder.Recorded<RequirePulumiVersionRequest, RequirePulumiVersionResponse>("Engine/RequirePulumiVersion", recorder._answers.RequireVersionAsync));
        recorder._server = await GrpcServer.StartAsync(routes);
        return recorder;
    }

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    private static Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request)
    {
        var suffix = request.Parameterization is { } parameters ? "-" + parameters.Name : "";
        return Task.FromResult(new RegisterPackageResponse { Ref = $"ref-{request.Name}-{request.Version}{suffix}" });
    }

    private Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, CancellationToken cancellationToken)
        => Task.FromResult(new SupportsFeatureResponse { HasSupport = _answers.HasFeature(request.Id) });

    private Func<TRequest, CancellationToken, Task<TResponse>> Recorded<TRequest, TResponse>(string rpc, Func<TRequest, Task<TResponse>> handler)
        where TRequest : IMessage
        where TResponse : IMessage
        => async (request, _) =>
        {
            Add(new RecordedCall(rpc, request));
            return await handler(request);
        };

    private void Add(RecordedCall call)
    {
        if (_keepsCalls)
        {
            _calls.Enqueue(call);
        }
    }

    private async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request)
    {
        var urn = _answers.UrnOf(request.Parent, request.Type, request.Name);
        _order.Name(request.Dependencies.Append(request.Parent).Append(request.DeletedWith).Concat(request.ReplaceWith), urn);
        foreach (var transform in request.Transforms)
        {
            _callbacks.Name(transform, $"<transform {request.Transforms.IndexOf(transform)} of {request.Type}::{request.Name}>");
        }

        _callbacks.Remember(urn, request);
        var transformed = await _callbacks.TransformAsync(urn, request);
        var response = await _callbacks.WithHooksAsync(urn, transformed, _answers.IsDryRun, () => _answers.RegisterAsync(urn, transformed));
        _order.Answer(urn);
        return response;
    }

    private Task<Empty> RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        _order.Name([request.Urn], "outputs of " + request.Urn);
        return _answers.RegisterOutputsAsync(request);
    }

    private async Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request)
    {
        var response = await _answers.ReadAsync(request);
        _order.Answer(response.Urn);
        return response;
    }

    private async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
        => await _answers.InvokeAsync(await _callbacks.TransformInvokeAsync(request));

    private Task<Empty> AddInvokeTransform(Callback callback)
    {
        _callbacks.AddInvokeTransform(callback);
        return Task.FromResult(new Empty());
    }

    private Task<Empty> AddHook(RegisterResourceHookRequest request)
    {
        _callbacks.AddHook(request);
        return Task.FromResult(new Empty());
    }

    private Task<Empty> AddErrorHook(RegisterErrorHookRequest request)
    {
        _callbacks.AddErrorHook(request);
        return Task.FromResult(new Empty());
    }
}
