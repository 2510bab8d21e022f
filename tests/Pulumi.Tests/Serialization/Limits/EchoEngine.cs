using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Pulumi.Tests.Serialization.Limits;

/// <summary>An engine behind a real gRPC server that gives back as outputs what came as inputs, or what a test says.</summary>
internal sealed class EchoEngine : IAsyncDisposable
{
    private readonly ConcurrentQueue<WireObject> _inputs = new();
    private readonly ConcurrentQueue<string> _messages = new();
    private GrpcServer? _server;

    /// <summary>Inputs of the resources that were registered, in order.</summary>
    public IReadOnlyList<WireObject> Inputs => [.. _inputs];

    /// <summary>Texts that the program logged.</summary>
    public IReadOnlyList<string> Messages => [.. _messages];

    /// <summary>Starts it.</summary>
    /// <param name="answer">
    /// Outputs of every resource as bytes of a RegisterResourceResponse; null to give back the inputs. Bytes because the library
    /// would recurse over messages that are deeper than any peer sends.
    /// </param>
    public static async Task<EchoEngine> StartAsync(byte[]? answer = null)
    {
        var engine = new EchoEngine();
        var routes = new GrpcServiceTable()
            .Add(ResourceMonitorMethods.SupportsFeature, (_, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = true }))
            .Add(ResourceMonitorMethods.Invoke, (_, _) => Task.FromResult(new ResourceInvokeResponse { Return = new Struct() }))
            .Add(ResourceMonitorMethods.RegisterResourceOutputs, (_, _) => Task.FromResult(new Empty()))
            .Add(EngineMethods.Log, (request, _) =>
            {
                engine._messages.Enqueue(request.Message);
                return Task.FromResult(new Empty());
            });
        var method = ResourceMonitorMethods.RegisterResource;
        engine._server = await GrpcServer.StartAsync(answer is null
            ? routes.Add(method, (request, _) => Task.FromResult(engine.Echo(request)))
            : routes.Add(
                new GrpcMethod<RegisterResourceRequest, Empty>(method.Service, method.Name, method.RequestParser, Empty.Parser),
                (_, _) => Task.FromResult(Empty.Parser.ParseFrom(answer))));
        return engine;
    }

    /// <summary>Runs a program against this engine.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> program)
        => Deployment.RunInlineAsync(
            new DeploymentSettings { Project = "p", Stack = "s", MonitorAddress = _server!.Address, EngineAddress = _server.Address },
            program,
            CancellationToken.None);

    /// <summary>Registers one resource with a value and waits for the value that comes back.</summary>
    public Task<T> RoundTripAsync<T>(object? value)
        => RunAsync(() => Pulumi.Utilities.OutputUtilities.GetValueAsync(new Carrier<T>(value).Value));

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    private RegisterResourceResponse Echo(RegisterResourceRequest request)
    {
        _inputs.Enqueue(WireReader.FromStruct(request.Object));
        return new RegisterResourceResponse { Urn = $"urn:pulumi:s::p::{request.Type}::{request.Name}", Id = "id", Object = request.Object };
    }
}
