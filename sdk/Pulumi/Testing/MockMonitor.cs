using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Pulumi.Testing;

/// <summary>Answers a program under test out of its mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitorClient
{
    private readonly ConcurrentQueue<Resource> _resources = new();
    private readonly ConcurrentDictionary<string, (string Id, WireObject State)> _registered = new();

    /// <summary>All resources that were registered or read, the stack included.</summary>
    public ImmutableArray<Resource> Resources => [.. _resources];

    /// <summary>None ever: mocks are code of the test, and a test that waits for its own code shall be told.</summary>
    public int OpenCalls => 0;

    public Task<bool> SupportsFeatureAsync(string id, CancellationToken cancellationToken)
        => Task.FromResult(id != Feature.OutputValues);

    public async Task<RegisterResourceResponse> RegisterResourceAsync(
        Resource resource, RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        _resources.Enqueue(resource);
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        if (request.Type == Pulumi.Stack.Token)
        {
            return new RegisterResourceResponse { Urn = urn, Object = new Struct() };
        }

        var (id, state) = await AskAsync(request.Type, request.Name, request.Object, request.Provider, request.ImportId).ConfigureAwait(false);
        _registered[urn] = (id, state);
        return new RegisterResourceResponse { Urn = urn, Id = id, Object = WireWriter.ToStruct(state, WireMarshalOptions.Everything) };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(
        Resource resource, ReadResourceRequest request, CancellationToken cancellationToken)
    {
        _resources.Enqueue(resource);
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        var (_, state) = await AskAsync(request.Type, request.Name, request.Properties, request.Provider, request.Id).ConfigureAwait(false);
        _registered[urn] = (request.Id, state);
        return new ReadResourceResponse { Urn = urn, Properties = WireWriter.ToStruct(state, WireMarshalOptions.Everything) };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellationToken)
    {
        var outputs = WireReader.FromStruct(request.Outputs).ToImmutableDictionary(
            o => o.Key,
            o =>
            {
                var value = PropertyDecoder.Decode(o.Value);
                return new Output<object?>(new OutputData<object?>([], value.Value, value.IsKnown, value.IsSecret));
            });
        return mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(request.Urn, outputs));
    }

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            return new ResourceInvokeResponse { Return = LookUp(request.Args.Fields["urn"].StringValue) };
        }

        return new ResourceInvokeResponse { Return = await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };
    }

    public async Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
        => new() { Return = await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };

    public Task<string> RegisterPackageAsync(HaIac.Protocol.Messages.RegisterPackageRequest request, CancellationToken cancellationToken)
        => Task.FromResult($"mock-{request.Name}-{request.Version}-{request.Parameterization?.Name}");

    public Task RegisterStackInvokeTransformAsync(Callback callback, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SignalAndWaitForShutdownAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static ImmutableDictionary<string, object> Plain(Struct? fields)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, wire) in WireReader.FromStruct(fields))
        {
            if (PropertyDecoder.Decode(wire) is { IsKnown: true, Value: { } value })
            {
                result[key] = value;
            }
        }

        return result.ToImmutable();
    }

    private static async Task<WireObject> SerializeAsync(object? state, string what)
        => await new PropertySerializer(keepOutputs: false).SerializePropertyAsync(what, state).ConfigureAwait(false) switch
        {
            WireMap map => map.Fields,
            WireNull => WireObject.Empty,
            _ => throw new InvalidOperationException($"The mock of {what} must return a dictionary or an args object, not a {state!.GetType()}."),
        };

    private async Task<(string Id, WireObject State)> AskAsync(string type, string name, Struct? inputs, string provider, string id)
    {
        var args = new MockResourceArgs { Type = type, Name = name, Inputs = Plain(inputs), Provider = provider, Id = id };
        var (newId, state) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        return (newId ?? "", await SerializeAsync(state, $"{type} '{name}'").ConfigureAwait(false));
    }

    private async Task<Struct> CallAsync(string token, Struct? args, string provider)
    {
        var result = await mocks.CallAsync(new MockCallArgs { Token = token, Args = Plain(args), Provider = provider }).ConfigureAwait(false);
        return WireWriter.ToStruct(await SerializeAsync(result, token).ConfigureAwait(false), WireMarshalOptions.Everything);
    }

    private Struct LookUp(string urn)
    {
        if (!_registered.TryGetValue(urn, out var known))
        {
            throw new InvalidOperationException($"The program under test has not registered '{urn}'.");
        }

        var fields = WireObject.Empty
            .With("urn", new WireText(urn))
            .With("id", new WireText(known.Id))
            .With("state", new WireMap(known.State));
        return WireWriter.ToStruct(fields, WireMarshalOptions.Everything);
    }

    private string UrnOf(string parent, string type, string name)
    {
        // Upstream's mocks only keep the outermost type of the parent, and users' tests compare with such URNs.
        var types = parent.Length > 0 ? $"{Urn.TypesOf(parent).Split('$')[0]}${type}" : type;
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{types}::{name}";
    }
}
