using HaIac.Protocol.Grpc;
using Pulumi.Experimental.Provider;
using static Pulumi.Tests.Experimental.WireFields;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Tests.Experimental;

/// <summary>Parts of the protocol that the official provider base drops (pulumi-protocol.md section 10): here they reach the provider.</summary>
public sealed class ProviderAdditionsTests
{
    [Test]
    public async Task Check_Autonaming_IsHandedOver()
    {
        await using var served = await ServedProvider.StartAsync();
        var seen = new List<AutonamingOptions?>();
        served.Script.OnCheck = (request, _) =>
        {
            seen.Add(request.Autonaming);
            return Task.FromResult(new CheckResponse());
        };

        await served.CallAsync(ResourceProviderMethods.Check, new Wire.CheckRequest { Urn = ServedProvider.Urn });
        await served.CallAsync(ResourceProviderMethods.Check, new Wire.CheckRequest
        {
            Urn = ServedProvider.Urn,
            Autonaming = new Wire.AutonamingOptions { ProposedName = "front-7", Mode = Wire.AutonamingOptions.Types.Mode.Enforce },
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen[0], Is.Null);
            Assert.That(seen[1]!.ProposedName, Is.EqualTo("front-7"));
            Assert.That(seen[1]!.Mode, Is.EqualTo(AutonamingMode.Enforce));
        }
    }

    [Test]
    public async Task Handshake_Default_TakesAllButByteStringsAndConfigureAgrees()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnConfigure = (_, _) => Task.FromResult(new ConfigureResponse());

        var handshake = await served.CallAsync(ResourceProviderMethods.Handshake, new Wire.ProviderHandshakeRequest { AcceptsByteString = true });
        var configure = await served.CallAsync(ResourceProviderMethods.Configure, new Wire.ConfigureRequest());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                handshake, Is.EqualTo(new Wire.ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true, AcceptOutputs = true }));
            Assert.That(
                configure,
                Is.EqualTo(new Wire.ConfigureResponse { AcceptSecrets = true, SupportsPreview = true, AcceptResources = true, AcceptOutputs = true }));
        }
    }

    [Test]
    public async Task Configure_IdentityOfTheProvider_IsHandedOver()
    {
        const string Urn = "urn:pulumi:dev::shop::pulumi:providers:cloud::east";
        await using var served = await ServedProvider.StartAsync();
        ConfigureRequest? seen = null;
        served.Script.OnConfigure = (request, _) =>
        {
            seen = request;
            return Task.FromResult(new ConfigureResponse());
        };

        await served.CallAsync(ResourceProviderMethods.Configure, new Wire.ConfigureRequest
        {
            Id = "7", Urn = Urn, Name = "east", Type = "pulumi:providers:cloud", SendsOldInputs = true, SendsOldInputsToDelete = true,
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((seen!.Id, seen.Urn, seen.Name, seen.Type), Is.EqualTo(("7", (Urn?)new Urn(Urn), "east", "pulumi:providers:cloud")));
            Assert.That(seen.SendsOldInputs && seen.SendsOldInputsToDelete, Is.True);
        }
    }

    [Test]
    public async Task Construct_OptionsThatMayBeLeftOpen_KeepThatTheyWere([Values(null, false, true)] bool? value)
    {
        await using var served = await ServedProvider.StartAsync();
        ConstructRequest? seen = null;
        served.Script.OnConstruct = (request, _) =>
        {
            seen = request;
            throw new ProviderException(ProviderFailureKind.NotFound, "seen");
        };
        var construct = new Wire.ConstructRequest { MonitorEndpoint = served.EngineAddress, AdditionalSecretOutputs = { "key" } };
        if (value is { } given)
        {
            (construct.Protect, construct.RetainOnDelete, construct.DeleteBeforeReplace) = (given, given, given);
        }

        await served.FailAsync(ResourceProviderMethods.Construct, construct);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((seen!.Options.Protect, seen.Options.RetainOnDelete, seen.DeleteBeforeReplace), Is.EqualTo((value, value, value)));
            Assert.That(seen.AdditionalSecretOutputs, Is.EqualTo(new[] { "key" }));
        }
    }

    [Test]
    public async Task RefreshBeforeUpdate_AnyAnswer_IsSent()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnCreate = (_, _) => Task.FromResult(new CreateResponse { Id = "1", RefreshBeforeUpdate = true });
        served.Script.OnRead = (_, _) => Task.FromResult(new ReadResponse { Id = "1", RefreshBeforeUpdate = true });
        served.Script.OnUpdate = (_, _) => Task.FromResult(new UpdateResponse { RefreshBeforeUpdate = true });

        var create = await served.CallAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn });
        var read = await served.CallAsync(ResourceProviderMethods.Read, new Wire.ReadRequest { Urn = ServedProvider.Urn });
        var update = await served.CallAsync(ResourceProviderMethods.Update, new Wire.UpdateRequest { Urn = ServedProvider.Urn });

        Assert.That((create.RefreshBeforeUpdate, read.RefreshBeforeUpdate, update.RefreshBeforeUpdate), Is.EqualTo((true, true, true)));
    }

    [Test]
    public async Task Create_UnhealthyWithMoreThanAStatusCanCarry_KeepsTheId()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnCreate = (_, _) => throw new ResourceInitializationException(
            "vip", new Dictionary<string, Pulumi.Experimental.PropertyValue> { ["log"] = new(new string('x', 20_000_000)) }, ["sick"]);

        var failure = await served.FailAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.TryGetDetail<Wire.ErrorResourceInitFailed>(out var detail), Is.True);
            Assert.That(detail!.Id, Is.EqualTo("vip"));
            Assert.That(detail.Properties.Fields, Is.Empty);
            Assert.That(detail.RefreshBeforeUpdate, Is.True);
            Assert.That(detail.Reasons, Has.Count.EqualTo(2).And.Contains("sick"));
        }
    }

    [Test]
    public async Task List_Pages_AreStreamedWithTheirContinuation()
    {
        await using var served = await ServedProvider.StartAsync(factory: _ => new Listing());
        var channel = GrpcChannel.ForAddress($"127.0.0.1:{served.Port}");

        var first = await ListAsync(new Wire.ListRequest { Token = "cloud:net:Address", Limit = 5, PageSize = 2, Query = Of(("zone", Text("north"))) });
        var last = await ListAsync(new Wire.ListRequest { Token = "cloud:net:Address", ContinuationToken = "2" });
        var later = await ListAsync(new Wire.ListRequest { Token = "later" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Select(m => m.ToString()), Is.EqualTo(new[]
            {
                """{ "result": { "id": "1", "name": "cloud:net:Address north 5 2" } }""",
                """{ "continuation": { "continuationToken": "2" } }""",
            }));
            Assert.That(last.Single().Result.Id, Is.EqualTo("2"));
            Assert.That(later.Single().Computed, Is.Not.Null);
        }

        async Task<List<Wire.ListResponse>> ListAsync(Wire.ListRequest request)
        {
            var messages = new List<Wire.ListResponse>();
            await foreach (var message in channel.StreamAsync(ResourceProviderMethods.List, request))
            {
                messages.Add(message);
            }

            return messages;
        }
    }

    [Test]
    public async Task GetMappings_AndGetMapping_AreAnswered()
    {
        await using var served = await ServedProvider.StartAsync(factory: _ => new Listing());

        var all = await served.CallAsync(ResourceProviderMethods.GetMappings, new Wire.GetMappingsRequest { Key = "terraform" });
        var one = await served.CallAsync(ResourceProviderMethods.GetMapping, new Wire.GetMappingRequest { Key = "terraform", Provider = "net" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Providers, Is.EqualTo(new[] { "terraform-net" }));
            Assert.That((one.Provider, one.Data.ToStringUtf8()), Is.EqualTo(("net", "terraform")));
        }
    }

    private sealed class Listing : Provider
    {
        public override Task<ListResponse> List(ListRequest request, CancellationToken ct) => Task.FromResult(
            request.Token == "later" ? new ListResponse { Computed = true, Results = [new("x", "x")] }
            : request.ContinuationToken is null ? new ListResponse
            {
                Results = [new("1", $"{request.Token} {request.Query["zone"]} {request.Limit} {request.PageSize}")], ContinuationToken = "2",
            }
            : new ListResponse { Results = [new(request.ContinuationToken, "two")] });

        public override Task<GetMappingsResponse> GetMappings(GetMappingsRequest request, CancellationToken ct) =>
            Task.FromResult(new GetMappingsResponse { Providers = [$"{request.Key}-net"] });

        public override Task<GetMappingResponse> GetMapping(GetMappingRequest request, CancellationToken ct) =>
            Task.FromResult(new GetMappingResponse { Provider = request.Provider, Data = [.. System.Text.Encoding.UTF8.GetBytes(request.Key)] });
    }
}
