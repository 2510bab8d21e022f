using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;
using Pulumi.Experimental.Provider;
using static Pulumi.Tests.Experimental.WireFields;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Tests.Experimental.Components;

/// <summary>Components that are constructed by a plugin, registered with the engine of the call.</summary>
public sealed class ComponentProviderTests
{
    private readonly ConcurrentQueue<Wire.RegisterResourceRequest> _registered = new();

    [SetUp]
    public void Forget() => _registered.Clear();

    [Test]
    public async Task Construct_Component_RegistersItAndAnswersItsOutputs([Values] bool takesOutputs)
    {
        await using var monitor = await StartMonitorAsync();
        await using var served = await StartAsync();
        var request = Request(monitor, "shop:index:Shop", ("title", Text("Corner")), ("load", new WireNumber(10)), ("zone", Text("north")),
            ("shelves", new WireList([new WireMap(Object(("label", Secret("top"))))])), ("tags", new WireMap(Object(("a", WireUnknown.Instance)))));
        request.AcceptsOutputValues = takesOutputs;

        var answer = await served.CallAsync(ResourceProviderMethods.Construct, request);

        var component = _registered.Single(r => r.Type == "shop:index:Shop");
        var till = _registered.Single(r => r.Type == "shop:index:Till");
        const string tillUrn = "urn:pulumi:dev::shop::shop:index:Till::corner-till";
        var state = WireReader.FromStruct(answer.State);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Urn, Is.EqualTo("urn:pulumi:dev::shop::shop:index:Shop::corner"));
            Assert.That(till.Parent, Is.EqualTo(answer.Urn));
            Assert.That(WireReader.FromStruct(till.Object), Is.EqualTo(Object(("title", Text("Corner")))));
            Assert.That(
                WireReader.FromStruct(component.Object),
                Is.EqualTo(Object(
                    ("title", Text("Corner")),
                    ("open", new WireBool(false)),
                    ("load", new WireNumber(10)),
                    ("zone", Text("north")),
                    ("shelves", new WireList([new WireMap(Object(("label", Secret("top"))))])),
                    ("tags", new WireMap(Object(("a", WireUnknown.Instance)))))));
            Assert.That(state["sign"], Is.EqualTo(Text("Corner!")));
            Assert.That(state["password"], Is.EqualTo(Secret("swordfish")));
            Assert.That(
                state["tillId"], Is.EqualTo(takesOutputs ? new WireOutput(Text("id"), false, [tillUrn]) : Text("id")));
            Assert.That(((WireMap)state["summary"]).Fields["text"], Is.EqualTo(Text("Corner")));
            Assert.That(answer.StateDependencies["tillId"].Urns, Is.EqualTo(new[] { tillUrn }));
            Assert.That(answer.StateDependencies["sign"].Urns, Is.Empty);
        }
    }

    [Test]
    public async Task Construct_InputsDoNotFit_AllAreListedAndNothingIsRegistered()
    {
        await using var monitor = await StartMonitorAsync();
        await using var served = await StartAsync();

        var failure = await served.FailAsync(
            ResourceProviderMethods.Construct, Request(monitor, "shop:index:Shop", ("load", Text("much")), ("open", new WireNumber(1))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.InvalidArgument));
            Assert.That(failure.TryGetDetail<Wire.InputPropertiesError>(out var detail), Is.True);
            Assert.That(
                detail!.Errors.Select(e => $"{e.PropertyPath} {e.Reason}"),
                Is.EquivalentTo(new[]
                {
                    "load is of kind String, but ShopLoad takes Number",
                    "open is of kind Number, but Boolean takes Bool",
                    "title is missing, but ShopArgs requires it",
                }));
            Assert.That(_registered, Is.Empty);
        }
    }

    [Test]
    public async Task Construct_UnknownType_NamesTheKnownOnes([Values("shop:index:Mill", "mill:index:Shop", "Shop", "")] string type)
    {
        await using var monitor = await StartMonitorAsync();
        await using var served = await StartAsync();

        var failure = await served.FailAsync(ResourceProviderMethods.Construct, Request(monitor, type));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.NotFound));
            Assert.That(failure.Detail, Is.EqualTo($"Package shop has no component of type \"{type}\". It has: shop:index:Shop."));
        }
    }

    [Test]
    public async Task Construct_RegistrationIsRefused_FailsAndTheNextOneWorks()
    {
        await using var refusing = await StartMonitorAsync(refuse: true);
        await using var monitor = await StartMonitorAsync();
        await using var served = await StartAsync();

        var failure = await served.FailAsync(ResourceProviderMethods.Construct, Request(refusing, "shop:index:Shop", ("title", Text("a"))));
        var answer = await served.CallAsync(ResourceProviderMethods.Construct, Request(monitor, "shop:index:Shop", ("title", Text("a"))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Detail, Does.Contain("refused by the test"));
            Assert.That(answer.Urn, Is.Not.Empty);
        }
    }

    private static Task<ServedProvider> StartAsync() =>
        ServedProvider.StartAsync(factory: _ => new ComponentProvider(typeof(Shop).Assembly, new Metadata("shop"), [typeof(Shop)]));

    private static Wire.ConstructRequest Request(GrpcServer monitor, string type, params (string Key, WireValue Value)[] inputs) => new()
    {
        Project = "shop", Stack = "dev", MonitorEndpoint = monitor.Address, Type = type, Name = "corner", Inputs = Of(inputs),
    };

    private Task<GrpcServer> StartMonitorAsync(bool refuse = false) => GrpcServer.StartAsync(new GrpcServiceTable()
        .Add(ResourceMonitorMethods.SupportsFeature, (_, _) => Task.FromResult(new Wire.SupportsFeatureResponse { HasSupport = true }))
        .Add(ResourceMonitorMethods.RegisterResourceOutputs, (_, _) => Task.FromResult(new Empty()))
        .Add(ResourceMonitorMethods.RegisterResource, (request, _) =>
        {
            if (refuse)
            {
                throw new GrpcException(GrpcStatusCode.InvalidArgument, "refused by the test");
            }

            _registered.Enqueue(request);
            return Task.FromResult(new Wire.RegisterResourceResponse
            {
                Urn = $"urn:pulumi:dev::shop::{request.Type}::{request.Name}",
                Id = request.Custom ? "id" : string.Empty,
                Object = request.Object,
            });
        }));
}
