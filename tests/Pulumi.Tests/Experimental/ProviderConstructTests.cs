using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;
using Pulumi.Utilities;
using static Pulumi.Tests.Experimental.WireFields;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Tests.Experimental;

/// <summary>Components in a plugin: the provider registers resources with the engine that called it.</summary>
public sealed class ProviderConstructTests
{
    private const string Parent = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    private readonly ConcurrentQueue<Wire.RegisterResourceRequest> _registered = new();

    [Test]
    public async Task Construct_ComponentWithChild_RegistersBothWithTheMonitorOfTheCall()
    {
        await using var served = await ServedProvider.StartAsync();
        await using var monitor = await StartMonitorAsync();
        served.Script.OnConstruct = async (request, _) =>
        {
            var pair = new Pair(request.Name, request.Options);
            var urn = await OutputUtilities.GetValueAsync(pair.Urn);
            return new ConstructResponse(
                new Urn(urn!),
                request.Inputs.SetItem("stack", new PropertyValue(Deployment.Instance.StackName)),
                new Dictionary<string, ISet<Urn>> { ["size"] = request.Inputs["size"].Dependencies.ToHashSet() });
        };

        var answer = await served.CallAsync(ResourceProviderMethods.Construct, new Wire.ConstructRequest
        {
            Project = "shop",
            Stack = "dev",
            MonitorEndpoint = monitor.Address,
            Type = "cloud:index:Pair",
            Name = "both",
            Parent = Parent,
            Inputs = Of(("size", Text("3"))),
            InputDependencies = { ["size"] = new Wire.PropertyDependencies { Urns = { "urn:b", "urn:a" } } },
            Protect = false,
            AcceptsOutputValues = true,
        });

        var component = _registered.Single(r => r.Type == "cloud:index:Pair");
        var child = _registered.Single(r => r.Type == "cloud:index:Single");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Urn, Is.EqualTo("urn:pulumi:dev::shop::cloud:index:Pair::both"));
            Assert.That(
                WireReader.FromStruct(answer.State),
                Is.EqualTo(Object(("size", new WireOutput(Text("3"), false, ["urn:a", "urn:b"])), ("stack", Text("dev")))));
            Assert.That(answer.StateDependencies["size"].Urns, Is.EqualTo(new[] { "urn:a", "urn:b" }));
            Assert.That(component.Parent, Is.EqualTo(Parent));
            Assert.That(component.HasProtect && !component.Protect, Is.True, "protect: false was given, so it is passed on");
            Assert.That(component.HasRetainOnDelete, Is.False, "retainOnDelete was left open");
            Assert.That(child.Parent, Is.EqualTo(answer.Urn));
        }
    }

    [Test]
    public async Task Construct_RegistrationFails_TheCallFailsAndTheProviderLivesOn()
    {
        await using var served = await ServedProvider.StartAsync();
        await using var monitor = await StartMonitorAsync(fail: true);
        served.Script.OnConstruct = async (request, _) =>
        {
            var pair = new Pair(request.Name, request.Options);
            return new ConstructResponse(
                new Urn((await OutputUtilities.GetValueAsync(pair.Urn))!), ImmutableDictionary<string, PropertyValue>.Empty, new Dictionary<string, ISet<Urn>>());
        };

        var failure = await served.FailAsync(ResourceProviderMethods.Construct, new Wire.ConstructRequest
        {
            Project = "shop", Stack = "dev", MonitorEndpoint = monitor.Address, Type = "cloud:index:Pair", Name = "both", Parent = Parent,
        });
        var info = await served.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Detail, Does.Contain("refused by the test"));
            Assert.That(info.Version, Is.EqualTo("1.2.3"));
        }
    }

    [Test]
    public async Task Construct_WithoutMonitor_IsInvalidArgument()
    {
        await using var served = await ServedProvider.StartAsync();

        var failure = await served.FailAsync(ResourceProviderMethods.Construct, new Wire.ConstructRequest { Name = "both" });

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.InvalidArgument));
    }

    private Task<GrpcServer> StartMonitorAsync(bool fail = false) => GrpcServer.StartAsync(new GrpcServiceTable()
        .Add(ResourceMonitorMethods.SupportsFeature, (_, _) => Task.FromResult(new Wire.SupportsFeatureResponse { HasSupport = true }))
        .Add(ResourceMonitorMethods.RegisterResourceOutputs, (_, _) => Task.FromResult(new Empty()))
        .Add(ResourceMonitorMethods.RegisterResource, (request, _) =>
        {
            _registered.Enqueue(request);
            return fail
                ? throw new GrpcException(GrpcStatusCode.InvalidArgument, "refused by the test")
                : Task.FromResult(new Wire.RegisterResourceResponse
                {
                    Urn = $"urn:pulumi:dev::shop::{request.Type}::{request.Name}",
                    Id = request.Custom ? "id" : string.Empty,
                    Object = request.Object,
                });
        }));

    private sealed class Pair : ComponentResource
    {
        public Pair(string name, ComponentResourceOptions options)
            : base("cloud:index:Pair", name, options)
        {
            _ = new Single(name + "-a", new CustomResourceOptions { Parent = this });
            RegisterOutputs();
        }
    }

    private sealed class Single(string name, CustomResourceOptions options)
        : CustomResource("cloud:index:Single", name, ResourceArgs.Empty, options);
}
