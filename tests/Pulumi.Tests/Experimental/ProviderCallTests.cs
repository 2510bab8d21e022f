using System.Collections.Immutable;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;
using static Pulumi.Tests.Experimental.WireFields;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Tests.Experimental;

/// <summary>What each call hands to the provider and answers.</summary>
public sealed class ProviderCallTests
{
    [Test]
    public async Task Check_HandsOverTheRequestAndAnswersInputsAndFailures()
    {
        await using var served = await ServedProvider.StartAsync();
        CheckRequest? seen = null;
        served.Script.OnCheck = (request, _) =>
        {
            seen = request;
            return Task.FromResult(new CheckResponse { Inputs = request.NewInputs, Failures = [new CheckFailure("ip", "is no address")] });
        };

        var answer = await served.CallAsync(ResourceProviderMethods.Check, new Wire.CheckRequest
        {
            Urn = ServedProvider.Urn,
            Olds = Of(("ip", Text("1"))),
            News = Of(("ip", Secret("2")), ("after", WireUnknown.Instance)),
            RandomSeed = Google.Protobuf.ByteString.CopyFrom(1, 2),
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen!.Type, Is.EqualTo("cloud:net:Address"));
            Assert.That(seen.Name, Is.EqualTo("front::end"));
            Assert.That(seen.Urn, Is.EqualTo(new Urn(ServedProvider.Urn)));
            Assert.That(seen.OldInputs["ip"], Is.EqualTo(new PropertyValue("1")));
            Assert.That(seen.NewInputs["after"].IsComputed);
            Assert.That(seen.RandomSeed, Is.EqualTo(new byte[] { 1, 2 }));
            Assert.That(
                WireReader.FromStruct(answer.Inputs), Is.EqualTo(Object(("ip", Secret("2")), ("after", WireUnknown.Instance))));
            Assert.That(answer.Failures, Is.EqualTo(new[] { new Wire.CheckFailure { Property = "ip", Reason = "is no address" } }));
        }
    }

    [Test]
    public async Task Diff_WithDetails_TellsTheEngineToLookAtThem([Values] bool empty)
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnDiff = (_, _) => Task.FromResult(new DiffResponse
        {
            Changes = !empty,
            DetailedDiff = empty
                ? new Dictionary<string, PropertyDiff>()
                : new Dictionary<string, PropertyDiff> { ["a[0]"] = new() { Kind = PropertyDiffKind.UpdateReplace, InputDiff = true } },
            Replaces = ["a"],
            Stables = ["b"],
            Diffs = ["a"],
            DeleteBeforeReplace = true,
        });

        var answer = await served.CallAsync(ResourceProviderMethods.Diff, new Wire.DiffRequest { Urn = ServedProvider.Urn, Id = "1" });

        var expected = new Wire.DiffResponse
        {
            Changes = empty ? Wire.DiffResponse.Types.DiffChanges.DiffNone : Wire.DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            Replaces = { "a" },
            Stables = { "b" },
            Diffs = { "a" },
            DeleteBeforeReplace = true,
        };
        if (!empty)
        {
            expected.DetailedDiff["a[0]"] = new Wire.PropertyDiff { Kind = Wire.PropertyDiff.Types.Kind.UpdateReplace, InputDiff = true };
        }

        Assert.That(answer, Is.EqualTo(expected));
    }

    [Test]
    public async Task Diff_WithoutAnOpinion_LeavesItToTheEngine()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnDiff = (_, _) => Task.FromResult(new DiffResponse());

        var answer = await served.CallAsync(ResourceProviderMethods.Diff, new Wire.DiffRequest { Urn = ServedProvider.Urn });

        Assert.That(answer, Is.EqualTo(new Wire.DiffResponse()));
    }

    [TestCase(0, 0)]
    [TestCase(90.5, 90.5)]
    [TestCase(-1, 0)]
    [TestCase(double.NaN, 0)]
    [TestCase(double.PositiveInfinity, null)]
    public async Task Create_TimeLimits_AreReadWhateverTheyAre(double seconds, double? expected)
    {
        await using var served = await ServedProvider.StartAsync();
        CreateRequest? seen = null;
        served.Script.OnCreate = (request, _) =>
        {
            seen = request;
            return Task.FromResult(new CreateResponse { Id = "1" });
        };

        await served.CallAsync(
            ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn, Timeout = seconds, Preview = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen!.Timeout, Is.EqualTo(expected is { } s ? TimeSpan.FromSeconds(s) : TimeSpan.MaxValue));
            Assert.That(seen.Preview, Is.True);
        }
    }

    [Test]
    public async Task Read_HandsOverTheRequestAndAnswersAll()
    {
        await using var served = await ServedProvider.StartAsync();
        ReadRequest? seen = null;
        served.Script.OnRead = (request, _) =>
        {
            seen = request;
            return Task.FromResult(new ReadResponse { Id = request.Id, Outputs = request.Outputs, Inputs = request.Inputs });
        };

        var request = new Wire.ReadRequest
        {
            Urn = ServedProvider.Urn, Id = "7", Properties = Of(("a", Text("1"))), Inputs = Of(("b", Text("2"))), Timeout = 3,
        };
        var answer = await served.CallAsync(ResourceProviderMethods.Read, request);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen!.Timeout, Is.EqualTo(TimeSpan.FromSeconds(3)));
            Assert.That(answer, Is.EqualTo(new Wire.ReadResponse { Id = "7", Properties = request.Properties, Inputs = request.Inputs }));
        }
    }

    [Test]
    public async Task UpdateAndDelete_HandOverTheRequest()
    {
        await using var served = await ServedProvider.StartAsync();
        UpdateRequest? update = null;
        DeleteRequest? delete = null;
        served.Script.OnUpdate = (request, _) =>
        {
            update = request;
            return Task.FromResult(new UpdateResponse { Outputs = request.NewInputs });
        };
        served.Script.OnDelete = (request, _) =>
        {
            delete = request;
            return Task.CompletedTask;
        };

        var changed = await served.CallAsync(ResourceProviderMethods.Update, new Wire.UpdateRequest
        {
            Urn = ServedProvider.Urn,
            Id = "7",
            Olds = Of(("a", Text("old"))),
            News = Of(("a", Text("new"))),
            OldInputs = Of(("a", Text("input"))),
            IgnoreChanges = { "b" },
            Preview = true,
            Timeout = 4,
        });
        await served.CallAsync(ResourceProviderMethods.Delete, new Wire.DeleteRequest
        {
            Urn = ServedProvider.Urn, Id = "7", Properties = Of(("a", Text("old"))), OldInputs = Of(("a", Text("input"))), Timeout = 5,
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(WireReader.FromStruct(changed.Properties), Is.EqualTo(Object(("a", Text("new")))));
            Assert.That(update!.OldOutputs["a"], Is.EqualTo(new PropertyValue("old")));
            Assert.That(update.OldInputs["a"], Is.EqualTo(new PropertyValue("input")));
            Assert.That(update.IgnoreChanges, Is.EqualTo(new[] { "b" }));
            Assert.That(update.Preview, Is.True);
            Assert.That(update.Timeout, Is.EqualTo(TimeSpan.FromSeconds(4)));
            Assert.That(delete!.Id, Is.EqualTo("7"));
            Assert.That(delete.OldOutputs["a"], Is.EqualTo(new PropertyValue("old")));
            Assert.That(delete.OldInputs["a"], Is.EqualTo(new PropertyValue("input")));
            Assert.That(delete.Timeout, Is.EqualTo(TimeSpan.FromSeconds(5)));
        }
    }

    [Test]
    public async Task InvokeAndCall_HandOverArgumentsAndAnswer()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnInvoke = (request, _) => Task.FromResult(new InvokeResponse
        {
            Return = request.Args.SetItem("tok", new PropertyValue(request.Tok)).SetItem("preview", new PropertyValue(request.Preview)),
        });
        served.Script.OnCall = (request, _) => Task.FromResult(new CallResponse(
            new Dictionary<string, PropertyValue> { ["self"] = new(request.Self!.Value.URN), ["count"] = new(request.Args.Count) },
            null,
            new Dictionary<string, ISet<Urn>> { ["self"] = ImmutableHashSet.Create(new Urn("urn:b"), new Urn("urn:a")) }));

        var invoked = await served.CallAsync(
            ResourceProviderMethods.Invoke, new Wire.InvokeRequest { Tok = "f", Args = Of(("a", Text("1"))), Preview = true });
        var called = await served.CallAsync(ResourceProviderMethods.Call, new Wire.CallRequest
        {
            Tok = "m", Args = Of(("__self__", new WireReference("urn:self", null, null)), ("a", Text("1"))),
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                WireReader.FromStruct(invoked.Return),
                Is.EqualTo(Object(("a", Text("1")), ("preview", new WireBool(true)), ("tok", Text("f")))));
            Assert.That(
                WireReader.FromStruct(called.Return), Is.EqualTo(Object(("count", new WireNumber(1)), ("self", Text("urn:self")))));
            Assert.That(called.ReturnDependencies["self"].Urns, Is.EqualTo(new[] { "urn:a", "urn:b" }));
        }
    }

    [Test]
    public async Task Parameterize_BothForms_AreHandedOver()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnParameterize = (request, _) => Task.FromResult(request.Parameters switch
        {
            ParametersArgs args => new ParameterizeResponse(string.Join('+', args.Args), "1.0.0"),
            ParametersValue value => new ParameterizeResponse(value.Name, $"{value.Version}-{value.Value.Length}"),
            _ => throw new NotSupportedException(),
        });

        var args = await served.CallAsync(
            ResourceProviderMethods.Parameterize,
            new Wire.ParameterizeRequest { Args = new Wire.ParameterizeRequest.Types.ParametersArgs { Args = { "a", "b" } } });
        var value = await served.CallAsync(
            ResourceProviderMethods.Parameterize,
            new Wire.ParameterizeRequest
            {
                Value = new Wire.ParameterizeRequest.Types.ParametersValue
                {
                    Name = "n", Version = "2.0.0", Value = Google.Protobuf.ByteString.CopyFrom(1, 2, 3),
                },
            });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args, Is.EqualTo(new Wire.ParameterizeResponse { Name = "a+b", Version = "1.0.0" }));
            Assert.That(value, Is.EqualTo(new Wire.ParameterizeResponse { Name = "n", Version = "2.0.0-3" }));
        }
    }

    [Test]
    public async Task GetSchema_TellsWhichPackageIsAskedFor()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnGetSchema = (request, _) =>
            Task.FromResult(new GetSchemaResponse { Schema = $"{request.Version} {request.SubpackageName ?? "none"}" });

        var plain = await served.CallAsync(ResourceProviderMethods.GetSchema, new Wire.GetSchemaRequest());
        var sub = await served.CallAsync(ResourceProviderMethods.GetSchema, new Wire.GetSchemaRequest { SubpackageName = "s" });

        Assert.That(new[] { plain.Schema, sub.Schema }, Is.EqualTo(new[] { "0 none", "0 s" }));
    }
}
