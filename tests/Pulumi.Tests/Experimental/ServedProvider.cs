using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Tests.Experimental;

/// <summary>A provider that is served on a real socket, called as an engine calls it, beside an engine that takes its logs.</summary>
internal sealed class ServedProvider : IAsyncDisposable
{
    public const string Urn = "urn:pulumi:dev::shop::cloud:index:Parent$cloud:net:Address::front::end";

    private readonly CancellationTokenSource _stop = new();
    private readonly PortWriter _stdout = new();
    private readonly GrpcServer _engine;
    private Task _serving = Task.CompletedTask;
    private GrpcChannel? _channel;

    private ServedProvider(GrpcServer engine, List<Wire.LogRequest> logs)
    {
        _engine = engine;
        Logs = logs;
    }

    public ScriptedProvider Script { get; } = new();

    public IEngine? Engine { get; private set; }

    public string EngineAddress => _engine.Address;

    public List<Wire.LogRequest> Logs { get; }

    public string Stdout => _stdout.ToString();

    public int Port => _stdout.Port.Result;

    public static async Task<ServedProvider> StartAsync(
        bool attached = true, string? version = "1.2.3", Func<IEngine, Provider>? factory = null, params string[] flags)
    {
        List<Wire.LogRequest> logs = [];
        var engine = await GrpcServer.StartAsync(new GrpcServiceTable().Add(EngineMethods.Log, (request, _) =>
        {
            lock (logs)
            {
                logs.Add(request);
            }

            return Task.FromResult(new Empty());
        }));
        var served = new ServedProvider(engine, logs);
        string[] args = attached ? [.. flags, engine.Address] : flags;
        served._serving = Provider.Serve(
            args,
            version,
            e =>
            {
                served.Engine = e;
                return factory?.Invoke(e) ?? served.Script;
            },
            served._stop.Token,
            served._stdout);
        var first = await Task.WhenAny(served._stdout.Port, served._serving).WaitAsync(TimeSpan.FromSeconds(30));
        await first;
        served._channel = GrpcChannel.ForAddress($"127.0.0.1:{await served._stdout.Port}");
        return served;
    }

    public Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancellationToken = default)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        _channel!.CallAsync(method, request, cancellationToken).WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);

    public async Task<GrpcException> FailAsync<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        try
        {
            await CallAsync(method, request);
        }
        catch (GrpcException e)
        {
            return e;
        }

        throw new AssertionException($"{method.Name} did not fail.");
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _serving.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _engine.DisposeAsync();
        _stdout.Dispose();
        _stop.Dispose();
    }
}
