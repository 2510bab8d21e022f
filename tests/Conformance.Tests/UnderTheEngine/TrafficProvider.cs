using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Conformance.Tests.UnderTheEngine;

/// <summary>A provider that answers as the scenario says, for every package of it: plugin executables that point to one server in this process.</summary>
internal sealed class TrafficProvider(ScenarioAnswers answers, JsonObject registrations) : IAsyncDisposable
{
    private static readonly WireMarshalOptions Plain = new() { KeepSecrets = true, KeepReferences = true };
    private GrpcServer? _server;

    /// <summary>Serves, and lays executables of the packages into a folder.</summary>
    public async Task StartAsync(string folder, IEnumerable<string> packages)
    {
        _server = await GrpcServer.StartAsync(Routes());
        foreach (var package in packages)
        {
            var script = Path.Combine(folder, "pulumi-resource-" + package);
            await File.WriteAllTextAsync(script, $"#!/bin/sh\necho {_server.Port}\nwhile read -r line; do :; done\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private GrpcServiceTable Routes() => new GrpcServiceTable()
        .Add(ResourceProviderMethods.Handshake, (_, _) => Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true, AcceptOutputs = true }))
        .Add(ResourceProviderMethods.GetPluginInfo, (_, _) => Task.FromResult(new PluginInfo { Version = "1.0.0" }))
        .Add(ResourceProviderMethods.Cancel, (_, _) => Task.FromResult(new Empty()))
        .Add(ResourceProviderMethods.Parameterize, (request, _) => Task.FromResult(new ParameterizeResponse { Name = request.Value.Name, Version = request.Value.Version }))
        .Add(ResourceProviderMethods.CheckConfig, (request, _) => Task.FromResult(new CheckResponse { Inputs = request.News }))
        .Add(ResourceProviderMethods.Configure, (_, _) => Task.FromResult(new ConfigureResponse { AcceptSecrets = true, AcceptResources = true, AcceptOutputs = true, SupportsPreview = true }))
        .Add(ResourceProviderMethods.Check, (request, _) => Task.FromResult(new CheckResponse { Inputs = request.News }))
        .Add(ResourceProviderMethods.Create, CreateAsync)
        .Add(ResourceProviderMethods.Diff, (request, _) => Task.FromResult(new DiffResponse
        {
            Changes = request.OldInputs.Equals(request.News) ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
        }))
        .Add(ResourceProviderMethods.Update, UpdateAsync)
        .Add(ResourceProviderMethods.Read, ReadAsync)
        .Add(ResourceProviderMethods.Invoke, InvokeAsync)
        .Add(ResourceProviderMethods.Call, CallAsync)
        .Add(ResourceProviderMethods.Construct, ConstructAsync);

    private async Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken ct)
    {
        var answer = await answers.RegisterAsync(request.Urn, new RegisterResourceRequest { Type = request.Type, Name = request.Name, Custom = true, Object = request.Properties });
        return new CreateResponse { Id = answer.Id, Properties = answer.Object };
    }

    private async Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken ct)
    {
        var answer = await answers.RegisterAsync(request.Urn, new RegisterResourceRequest { Type = request.Type, Name = request.Name, Custom = true, Object = request.News });
        return new UpdateResponse { Properties = answer.Object };
    }

    private async Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken ct)
    {
        var answer = await answers.ReadAsync(new ReadResourceRequest { Type = request.Type, Name = request.Name, Properties = request.Properties });
        return new ReadResponse { Id = request.Id, Properties = answer.Properties, Inputs = request.Inputs ?? new Struct() };
    }

    private async Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken ct)
    {
        var answer = await answers.InvokeAsync(new ResourceInvokeRequest { Tok = request.Tok, Args = request.Args });
        return new InvokeResponse { Return = answer.Return, Failures = { answer.Failures } };
    }

    private Task<CallResponse> CallAsync(CallRequest request, CancellationToken ct) => answers.CallAsync(new ResourceCallRequest { Tok = request.Tok, Args = request.Args });

    // The component is registered by the provider, as one is; its outputs are those that the scenario's engine answered with.
    private async Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken ct)
    {
        using var monitor = GrpcChannel.ForAddress(request.MonitorEndpoint);
        var registration = new RegisterResourceRequest
        {
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Object = WireWriter.ToStruct(WireReader.FromStruct(request.Inputs), Plain),
            Dependencies = { request.Dependencies },
            Providers = { request.Providers },
        };
        registration.PropertyDependencies.Add(request.InputDependencies);
        var component = await monitor.CallAsync(ResourceMonitorMethods.RegisterResource, registration, ct);
        var answer = (JsonObject?)registrations[component.Urn] ?? [];
        var outputs = Struct.Parser.ParseJson((answer["object"] ?? new JsonObject()).ToJsonString());
        await monitor.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest { Urn = component.Urn, Outputs = outputs }, ct);
        var response = new ConstructResponse { Urn = component.Urn, State = outputs };
        foreach (var (name, urns) in answer["propertyDependencies"] as JsonObject ?? [])
        {
            response.StateDependencies[name] = new PropertyDependencies { Urns = { ((JsonArray)urns!["urns"]!).Select(urn => (string)urn!) } };
        }

        return response;
    }
}
