using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Provider.Applying;
using HaIac.Operating.Awaiting;
using HaIac.Provider.Serving;
using HaIac.Transport.Addressing;
using Newtonsoft.Json.Linq;

namespace HaIac.Provider.Tests.Serving;

/// <summary>One process of the plugin, as it were: served on a real socket and called as an engine calls it, with inputs and answers as JSON.</summary>
internal sealed class Plugin : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PortLine _stdout = new();
    private readonly List<LogRequest> _logs = [];
    private GrpcServer? _engine;
    private HaIacProvider? _provider;
    private Task _serving = Task.CompletedTask;
    private GrpcChannel? _channel;

    /// <summary>Messages that stay, in the order of their arrival.</summary>
    public IReadOnlyList<LogRequest> Logs
    {
        get
        {
            lock (_logs)
            {
                return [.. _logs];
            }
        }
    }

    /// <summary>Patience that suits tests: nothing waits long, and nothing gives up on a slow host.</summary>
    /// <param name="grace">How long to wait for somebody to declare an id. Short only where the test knows that nobody is going to.</param>
    public static AwaitSettings Patience(TimeSpan? grace = null) => new()
    {
        SettleTimeout = TimeSpan.FromMinutes(5),
        FirstPause = TimeSpan.FromMilliseconds(20),
        BusyPause = TimeSpan.FromMilliseconds(100),
        LongestPause = TimeSpan.FromMilliseconds(200),
        BlockedPatience = TimeSpan.FromMilliseconds(300),
        ReferenceGrace = grace ?? TimeSpan.FromMinutes(2),
    };

    public static async Task<Plugin> StartAsync(
        Func<ClusterAddress, AwaitSettings, ClusterSession> open, string? cluster, string directory, AwaitSettings? patience = null, string? operatorState = null)
    {
        var plugin = new Plugin();
        plugin._engine = await GrpcServer.StartAsync(new GrpcServiceTable().Add(EngineMethods.Log, (request, _) =>
        {
            lock (plugin._logs)
            {
                plugin._logs.Add(request);
            }

            return Task.FromResult(new Empty());
        }));
        plugin._serving = Pulumi.Experimental.Provider.Provider.Serve(
            [plugin._engine.Address], "1.0.0", engine => plugin._provider = new HaIacProvider(engine, open, Path.GetFullPath(directory), patience ?? Patience()), plugin._stop.Token, plugin._stdout);
        await await Task.WhenAny(plugin._stdout.Port, plugin._serving).WaitAsync(TimeSpan.FromMinutes(2));
        plugin._channel = GrpcChannel.ForAddress($"127.0.0.1:{await plugin._stdout.Port}");
        await plugin.CallAsync(ResourceProviderMethods.Handshake, new ProviderHandshakeRequest { EngineAddress = plugin._engine.Address });
        var args = new Struct();
        if (cluster is not null)
        {
            args.Fields["cluster"] = Value.ForString(cluster);
        }

        if (operatorState is not null)
        {
            args.Fields["operatorState"] = Value.ForString(operatorState);
        }

        await plugin.CallAsync(ResourceProviderMethods.Configure, new ConfigureRequest { Args = args, AcceptSecrets = true, AcceptResources = true });
        return plugin;
    }

    public static string Urn(string type, string name) => $"urn:pulumi:dev::shop::{type}::{name}";

    /// <summary>Checks inputs; gives the checked ones and the findings.</summary>
    public async Task<(JObject Inputs, IReadOnlyList<CheckFailure> Failures)> CheckAsync(string type, string name, string inputs)
    {
        var answer = await CallAsync(ResourceProviderMethods.Check, new CheckRequest
        {
            Urn = Urn(type, name), News = Parse(inputs), Olds = new(), Name = name, Type = type, RandomSeed = ByteString.CopyFrom(new byte[32]),
        });
        return (Json(answer.Inputs), answer.Failures);
    }

    /// <summary>Checks inputs and creates the object, as a registration does.</summary>
    public async Task<(string Id, JObject Outputs)> CreateAsync(string type, string name, string inputs, bool preview = false)
    {
        var (checkedInputs, failures) = await CheckAsync(type, name, inputs);
        Assert.That(failures, Is.Empty);
        var answer = await CallAsync(ResourceProviderMethods.Create, new CreateRequest
        {
            Urn = Urn(type, name), Properties = Parse(checkedInputs.ToString()), Preview = preview, Name = name, Type = type,
        });
        return (answer.Id, Json(answer.Properties));
    }

    public async Task<DiffResponse> DiffAsync(string type, string name, string id, JObject old, string inputs) => await CallAsync(ResourceProviderMethods.Diff, new DiffRequest
    {
        Id = id, Urn = Urn(type, name), Olds = Parse(old.ToString()), OldInputs = Parse(WithoutOutputs(old)), News = Parse(inputs), Name = name, Type = type,
    });

    public async Task<JObject> UpdateAsync(string type, string name, string id, JObject old, string inputs, bool preview = false)
    {
        var (checkedInputs, failures) = await CheckAsync(type, name, inputs);
        Assert.That(failures, Is.Empty);
        var answer = await CallAsync(ResourceProviderMethods.Update, new UpdateRequest
        {
            Id = id, Urn = Urn(type, name), Olds = Parse(old.ToString()), OldInputs = Parse(WithoutOutputs(old)), News = Parse(checkedInputs.ToString()),
            Preview = preview, Name = name, Type = type,
        });
        return Json(answer.Properties);
    }

    public async Task<(string Id, JObject? Inputs, JObject? Outputs)> ReadAsync(string type, string name, string id, JObject? old)
    {
        var request = new ReadRequest { Id = id, Urn = Urn(type, name), Name = name, Type = type, Properties = new(), Inputs = new() };
        if (old is not null)
        {
            request.Properties = Parse(old.ToString());
            request.Inputs = Parse(WithoutOutputs(old));
        }

        var answer = await CallAsync(ResourceProviderMethods.Read, request);
        return (answer.Id, answer.Inputs is null ? null : Json(answer.Inputs), answer.Properties is null ? null : Json(answer.Properties));
    }

    public Task DeleteAsync(string type, string name, string id, JObject old) => CallAsync(ResourceProviderMethods.Delete, new DeleteRequest
    {
        Id = id, Urn = Urn(type, name), Properties = Parse(old.ToString()), OldInputs = Parse(WithoutOutputs(old)), Name = name, Type = type,
    });

    public Task<TResponse> CallAsync<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        _channel!.CallAsync(method, request).WaitAsync(TimeSpan.FromMinutes(10));

    public static async Task<GrpcException> FailureOf(Task call)
    {
        try
        {
            await call;
        }
        catch (GrpcException exception)
        {
            return exception;
        }

        throw new AssertionException("The call did not fail.");
    }

    public static Struct Parse(string json) => JsonParser.Default.Parse<Struct>(json);

    public static JObject Json(Struct properties) => JObject.Parse(JsonFormatter.Default.Format(properties));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving.WaitAsync(TimeSpan.FromMinutes(2));
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }

        await _engine!.DisposeAsync();
        await _stdout.DisposeAsync();
        _stop.Dispose();
    }

    private static string WithoutOutputs(JObject outputs)
    {
        var inputs = (JObject)outputs.DeepClone();
        foreach (var name in new[] { Outputs.CibIds, Outputs.RunningOn, Outputs.PreviousValues, "native", "allowedOn" })
        {
            inputs.Remove(name);
        }

        return inputs.ToString();
    }
}
