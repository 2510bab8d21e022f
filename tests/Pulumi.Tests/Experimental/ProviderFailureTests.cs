using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;
using static Pulumi.Tests.Experimental.WireFields;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Tests.Experimental;

public sealed class ProviderFailureTests
{
    private static IEnumerable<TestCaseData> Thrown()
    {
        yield return Case("unexpected", new InvalidOperationException("first\n   at second\tthird"), GrpcStatusCode.Internal,
            "Create failed: first at second third (InvalidOperationException)");
        yield return Case("no text", new InvalidOperationException(string.Empty), GrpcStatusCode.Internal,
            "Create failed: InvalidOperationException");
        yield return Case("aggregate", new AggregateException(new InvalidDataException("inner")), GrpcStatusCode.Internal,
            "Create failed: inner (InvalidDataException)");
        yield return Case("not implemented", new NotImplementedException("no"), GrpcStatusCode.Unimplemented, "no");
        yield return Case("cancelled", new TaskCanceledException(), GrpcStatusCode.Cancelled, "Create was cancelled.");
        yield return Case("given up", new TaskCanceledException("x", new TimeoutException("10 s passed")), GrpcStatusCode.Cancelled,
            "Create gave up: 10 s passed (TimeoutException)");
        yield return Case("for the user", new ProviderException(ProviderFailureKind.Precondition, "what\n  why"),
            GrpcStatusCode.FailedPrecondition, "what\n  why");
        yield return Case("invalid input", new ProviderException(ProviderFailureKind.InvalidInput, "x"), GrpcStatusCode.InvalidArgument, "x");
        yield return Case("not found", new ProviderException(ProviderFailureKind.NotFound, "x"), GrpcStatusCode.NotFound, "x");
        yield return Case("unavailable", new ProviderException(ProviderFailureKind.Unavailable, "x"), GrpcStatusCode.Unavailable, "x");
        yield return Case("timed out", new ProviderException(ProviderFailureKind.TimedOut, "x"), GrpcStatusCode.DeadlineExceeded, "x");
        yield return Case("unknown", new ProviderException(ProviderFailureKind.Unknown, "x"), GrpcStatusCode.Unknown, "x");
        yield return Case("status", new GrpcException(GrpcStatusCode.DataLoss, "x"), GrpcStatusCode.DataLoss, "x");

        static TestCaseData Case(string name, Exception e, GrpcStatusCode code, string message) =>
            new(e, code, message) { TestName = $"Create_Throws_{name}" };
    }

    [TestCaseSource(nameof(Thrown))]
    public async Task Create_Throws_AnswersStatusAndText(Exception thrown, GrpcStatusCode code, string message)
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnCreate = (_, _) => throw thrown;

        var failure = await served.FailAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(code));
            Assert.That(failure.Detail, Is.EqualTo(message));
        }
    }

    [Test]
    public async Task AnyCall_Throws_TheProviderLivesOn()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnCreate = async (_, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("boom");
        };
        for (var i = 0; i < 20; i++)
        {
            await served.FailAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn });
        }

        var info = await served.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty());

        Assert.That(info.Version, Is.EqualTo("1.2.3"));
    }

    [Test]
    public async Task EveryCall_NotOverridden_IsUnimplemented()
    {
        await using var served = await ServedProvider.StartAsync();
        var urn = ServedProvider.Urn;

        var failures = new[]
        {
            await served.FailAsync(ResourceProviderMethods.CheckConfig, new Wire.CheckRequest { Urn = urn }),
            await served.FailAsync(ResourceProviderMethods.DiffConfig, new Wire.DiffRequest { Urn = urn }),
            await served.FailAsync(ResourceProviderMethods.Check, new Wire.CheckRequest { Urn = urn }),
            await served.FailAsync(ResourceProviderMethods.Diff, new Wire.DiffRequest { Urn = urn }),
            await served.FailAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = urn }),
            await served.FailAsync(ResourceProviderMethods.Read, new Wire.ReadRequest { Urn = urn }),
            await served.FailAsync(ResourceProviderMethods.Update, new Wire.UpdateRequest { Urn = urn }),
            await served.FailAsync(ResourceProviderMethods.Delete, new Wire.DeleteRequest { Urn = urn }),
            await served.FailAsync(ResourceProviderMethods.Invoke, new Wire.InvokeRequest()),
            await served.FailAsync(ResourceProviderMethods.Call, new Wire.CallRequest()),
            await served.FailAsync(ResourceProviderMethods.Construct, new Wire.ConstructRequest { MonitorEndpoint = served.EngineAddress }),
            await served.FailAsync(ResourceProviderMethods.GetSchema, new Wire.GetSchemaRequest()),
            await served.FailAsync(ResourceProviderMethods.GetMapping, new Wire.GetMappingRequest()),
            await served.FailAsync(
                ResourceProviderMethods.Parameterize,
                new Wire.ParameterizeRequest { Args = new Wire.ParameterizeRequest.Types.ParametersArgs() }),
        };

        Assert.That(failures.Select(f => f.StatusCode), Is.All.EqualTo(GrpcStatusCode.Unimplemented));
    }

    [Test]
    public async Task Create_ExistsButUnhealthy_CarriesTheObjectAndTheReasons()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnCreate = (_, _) => throw new ResourceInitializationException(
            "vip",
            new Dictionary<string, PropertyValue> { ["ip"] = new("10.0.0.1"), ["key"] = new PropertyValue("swordfish").WithSecret(true) },
            ["start failed on ctl1", "start failed on ctl2"])
        {
            Inputs = new Dictionary<string, PropertyValue> { ["ip"] = new("10.0.0.1") },
        };

        var failure = await served.FailAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unknown));
            Assert.That(failure.TryGetDetail<Wire.ErrorResourceInitFailed>(out var detail), Is.True);
            Assert.That(detail!.Id, Is.EqualTo("vip"));
            Assert.That(detail.Reasons, Is.EqualTo(new[] { "start failed on ctl1", "start failed on ctl2" }));
            Assert.That(
                WireReader.FromStruct(detail.Properties), Is.EqualTo(Object(("ip", Text("10.0.0.1")), ("key", Secret("swordfish")))));
            Assert.That(WireReader.FromStruct(detail.Inputs), Is.EqualTo(Object(("ip", Text("10.0.0.1")))));
        }
    }

    [Test]
    public async Task Invoke_InvalidInputs_ListsEachProperty()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnInvoke = (_, _) => throw new InputPropertiesException("2 inputs are wrong", [new PropertyError("a[0].b", "is no duration"), new PropertyError("c", "is missing")]);

        var failure = await served.FailAsync(ResourceProviderMethods.Invoke, new Wire.InvokeRequest());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.InvalidArgument));
            Assert.That(failure.TryGetDetail<Wire.InputPropertiesError>(out var detail), Is.True);
            Assert.That(
                detail!.Errors.Select(e => $"{e.PropertyPath}: {e.Reason}"),
                Is.EqualTo(new[] { "a[0].b: is no duration", "c: is missing" }));
        }
    }

    [Test]
    public async Task Configure_MissingKeys_NamesThem()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnConfigure = (_, _) => throw new MissingConfigurationException(
            new Dictionary<string, string> { ["cloud:zone"] = "where to create", ["cloud:key"] = "who pays" });

        var failure = await served.FailAsync(ResourceProviderMethods.Configure, new Wire.ConfigureRequest());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Detail, Is.EqualTo("Missing configuration: cloud:key, cloud:zone"));
            Assert.That(failure.TryGetDetail<Wire.ConfigureErrorMissingKeys>(out var detail), Is.True);
            Assert.That(detail!.MissingKeys.Select(k => k.Name), Is.EqualTo(new[] { "cloud:key", "cloud:zone" }));
        }
    }

    [Test]
    public async Task Failure_QuotesSecretsOfRequestOrConfiguration_TheyAreMasked()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnCreate = (_, _) => throw new InvalidOperationException("swordfish and swordfish2 and opensesame were refused");
        await served.CallAsync(ResourceProviderMethods.Configure, new Wire.ConfigureRequest
        {
            Args = Of(("key", Secret("opensesame"))), AcceptSecrets = true,
        });

        var failure = await served.FailAsync(ResourceProviderMethods.Create, new Wire.CreateRequest
        {
            Urn = ServedProvider.Urn,
            Properties = Of(
                ("a", new WireList([Secret("swordfish")])),
                ("b", new WireMap(Object(("c", new WireOutput(Text("swordfish2"), true, [])))))),
        });

        Assert.That(
            failure.Detail,
            Is.EqualTo("Create failed: [secret] and [secret] and [secret] were refused (InvalidOperationException)"));
    }

    private static IEnumerable<TestCaseData> Malformed()
    {
        yield return Case("signature", new Struct { Fields = { ["4dabf18193072939515e22adb298388d"] = Value.ForString("what") } },
            "in news: \"a\" is marked as a special value of a kind that is not known");
        yield return Case("secret", new Struct { Fields = { [WireSignatures.Key] = Value.ForString(WireSignatures.Secret) } },
            "in news: \"a\" is marked as a secret but has no \"value\".");
        yield return Case("reference", new Struct { Fields = { [WireSignatures.Key] = Value.ForString(WireSignatures.ResourceReference) } },
            "in news: \"a\" is marked as a resource reference but has no \"urn\".");
        yield return Case(
            "archive",
            new Struct
            {
                Fields =
                {
                    [WireSignatures.Key] = Value.ForString(WireSignatures.Archive),
                    ["assets"] = Value.ForStruct(new Struct { Fields = { ["x"] = Value.ForNumber(1) } }),
                },
            },
            "in news: Member \"x\" of an archive is neither a file nor an archive.");

        static TestCaseData Case(string name, Struct value, string message) =>
            new(value, message) { TestName = $"Check_Malformed_{name}" };
    }

    [TestCaseSource(nameof(Malformed))]
    public async Task Check_MalformedProperties_IsInvalidArgument(Struct value, string message)
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnCheck = (_, _) => Task.FromResult(new CheckResponse());

        var failure = await served.FailAsync(ResourceProviderMethods.Check, new Wire.CheckRequest
        {
            Urn = ServedProvider.Urn, News = new Struct { Fields = { ["a"] = Value.ForStruct(value) } },
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.InvalidArgument));
            Assert.That(failure.Detail, Does.StartWith("The request of Check cannot be understood: " + message));
        }
    }

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("urn:pulumi:dev::shop::::x")]
    public async Task Check_NoUrn_IsInvalidArgument(string urn)
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnCheck = (_, _) => Task.FromResult(new CheckResponse());

        var failure = await served.FailAsync(ResourceProviderMethods.Check, new Wire.CheckRequest { Urn = urn });

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.InvalidArgument));
    }

    [Test]
    public async Task Factory_Throws_EveryCallTellsWhy()
    {
        await using var served = await ServedProvider.StartAsync(
            factory: _ => throw new InvalidOperationException("the licence is missing"));

        var failure = await served.FailAsync(ResourceProviderMethods.Handshake, new Wire.ProviderHandshakeRequest());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.FailedPrecondition));
            Assert.That(
                failure.Detail,
                Is.EqualTo("The provider could not start: the licence is missing (InvalidOperationException)"));
        }
    }
}
