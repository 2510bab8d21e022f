using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using Newtonsoft.Json;

namespace Pulumi.Command.Tests;

/// <summary>Runs the program of the package's tests against an engine that answers everything and writes down what it is asked.</summary>
internal sealed class RecordedProgram
{
    private readonly ConcurrentDictionary<string, RegisterResourceRequest> resources = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<ResourceInvokeRequest> calls = [];
    private readonly ConcurrentBag<ReadResourceRequest> reads = [];

    public IReadOnlyDictionary<string, RegisterResourceRequest> Resources => resources;

    public IReadOnlyCollection<ResourceInvokeRequest> Calls => calls;

    public IReadOnlyCollection<ReadResourceRequest> Reads => reads;

    public static async Task<RecordedProgram> RunAsync(string scenario)
    {
        var recorded = new RecordedProgram();
        var routes = new GrpcServiceTable()
            .Add(ResourceMonitorMethods.SupportsFeature, (request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id is "secrets" or "resourceReferences" or "outputValues" }))
            .Add(ResourceMonitorMethods.RegisterResource, (request, _) => Task.FromResult(recorded.Register(request)))
            .Add(ResourceMonitorMethods.RegisterResourceOutputs, (_, _) => Task.FromResult(new Empty()))
            .Add(ResourceMonitorMethods.ReadResource, (request, _) => Task.FromResult(recorded.Read(request)))
            .Add(ResourceMonitorMethods.Invoke, (request, _) => Task.FromResult(recorded.Invoke(request)))
            .Add(ResourceMonitorMethods.SignalAndWaitForShutdown, (_, _) => Task.FromResult(new Empty()))
            .Add(EngineMethods.Log, (_, _) => Task.FromResult(new Empty()));
        await using var server = await GrpcServer.StartAsync(routes);
        await StartAsync(server.Address, scenario);
        return recorded;
    }

    private static async Task StartAsync(string engine, string scenario)
    {
        var program = Assembly.Load("Pulumi.Command.Program").Location;
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(program)! };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = engine,
            ["PULUMI_ENGINE"] = engine,
            ["PULUMI_PROJECT"] = "demo",
            ["PULUMI_STACK"] = "dev",
            ["PULUMI_DRY_RUN"] = "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "4",
            ["PULUMI_CONFIG"] = JsonConvert.SerializeObject(new Dictionary<string, string> { ["demo:scenario"] = scenario }),
        })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        Assert.That(process.ExitCode, Is.Zero, string.Join('\n', await said));
    }

    private RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        resources[request.Name] = request;
        var answer = new RegisterResourceResponse { Urn = $"urn:pulumi:dev::demo::{request.Type}::{request.Name}", Id = request.Custom ? request.Name + "-id" : "", Object = request.Object?.Clone() ?? new Struct() };
        if (request.Type.EndsWith(":Command", StringComparison.Ordinal))
        {
            answer.Object.Fields["stdout"] = Value.ForString("printed by " + request.Name);
            answer.Object.Fields["stderr"] = Value.ForString("");
        }

        return answer;
    }

    private ReadResourceResponse Read(ReadResourceRequest request)
    {
        reads.Add(request);
        return new ReadResourceResponse { Urn = $"urn:pulumi:dev::demo::{request.Type}::{request.Name}", Properties = new Struct() };
    }

    private ResourceInvokeResponse Invoke(ResourceInvokeRequest request)
    {
        calls.Add(request);
        var answer = request.Args.Clone();
        answer.Fields["stdout"] = Value.ForString("ran");
        answer.Fields["stderr"] = Value.ForString("");
        return new ResourceInvokeResponse { Return = answer };
    }
}
