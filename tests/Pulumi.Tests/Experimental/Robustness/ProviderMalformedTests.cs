using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>Every method that carries properties, with properties that mean nothing, are huge, or are cut off.</summary>
public sealed class ProviderMalformedTests : MisbehavingFixture
{
    private const string ByteString = "803fd3297a5875dc03ca845dda5d2a98";

    private static readonly (string Name, Value Value, string Text)[] Bad =
    [
        ("unknown signature", Marked("deadbeef"), "\"a\" is marked as a special value of a kind that is not known"),
        ("signature is no text", Value.ForStruct(new Struct { Fields = { [WireSignatures.Key] = Value.ForNumber(1) } }),
            "\"a\" is marked as a special value of a kind that is not known"),
        ("byte string", Marked(ByteString, ("value", Value.ForString("AA=="))), "\"a\" is marked as a special value of a kind that is not known"),
        ("secret without value", Marked(WireSignatures.Secret), "\"a\" is marked as a secret but has no \"value\""),
        ("secret in secret without value", Marked(WireSignatures.Secret, ("value", Marked(WireSignatures.Secret))),
            "\"a\" is marked as a secret but has no \"value\""),
        ("reference without URN", Marked(WireSignatures.ResourceReference), "\"a\" is marked as a resource reference but has no \"urn\""),
        ("reference with a number as URN", Marked(WireSignatures.ResourceReference, ("urn", Value.ForNumber(1))),
            "\"a\" is marked as a resource reference but its \"urn\" is no text"),
        ("archive with a number as member",
            Marked(WireSignatures.Archive, ("assets", Value.ForStruct(new Struct { Fields = { ["m"] = Value.ForNumber(1) } }))),
            "Member \"m\" of an archive is neither a file nor an archive"),
        ("deep inside", Value.ForList(Value.ForStruct(new Struct { Fields = { ["b"] = Marked("what") } })),
            "\"a[0].b\" is marked as a special value of a kind that is not known"),
    ];

    private static readonly (string Name, Value Value)[] Odd =
    [
        ("value without kind", new Value()),
        ("NaN", Value.ForNumber(double.NaN)),
        ("infinity", Value.ForNumber(double.NegativeInfinity)),
        ("10 MB text", Value.ForString(new string('x', 10_000_000))),
        ("100 000 elements", Value.ForList([.. Enumerable.Range(0, 100_000).Select(i => Value.ForNumber(i))])),
        ("asset without content", Marked(WireSignatures.Asset)),
        ("asset with numbers", Marked(WireSignatures.Asset, ("text", Value.ForNumber(1)))),
        ("output with odd parts", Marked(
            WireSignatures.OutputValue,
            ("secret", Value.ForString("yes")),
            ("dependencies", Value.ForList(Value.ForNumber(1), Value.ForString("no urn"))))),
        ("reference with a number as id", Marked(
            WireSignatures.ResourceReference, ("urn", Value.ForString("no urn")), ("id", Value.ForNumber(1)))),
    ];

    private static IEnumerable<TestCaseData> BadProperties() =>
        from method in ProviderMethods.WithProperties
        from bad in Bad
        select new TestCaseData(method, bad.Value, bad.Text) { TestName = $"{method}_Refuses_{bad.Name}" };

    private static IEnumerable<TestCaseData> OddProperties() =>
        from method in ProviderMethods.WithProperties
        from odd in Odd
        select new TestCaseData(method, odd.Value) { TestName = $"{method}_Takes_{odd.Name}" };

    private static IEnumerable<TestCaseData> Depths() =>
        from method in ProviderMethods.WithProperties
        from depth in new[] { (300, GrpcStatusCode.Ok), (900, GrpcStatusCode.Ok), (1_500, GrpcStatusCode.Internal), (100_000, GrpcStatusCode.Internal) }
        select new TestCaseData(method, depth.Item1, depth.Item2) { TestName = $"{method}_{depth.Item1} levels" };

    [TestCaseSource(nameof(BadProperties))]
    public async Task Call_BadProperty_IsInvalidArgument(ProviderMethod method, Value value, string text)
    {
        var answer = await Client.CallAsync(method.Name, method.Request(new Struct { Fields = { ["a"] = value } }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.InvalidArgument));
            Assert.That(answer.Message, Does.StartWith($"The request of {method} cannot be understood: in ").And.Contains(text));
        }
    }

    [TestCaseSource(nameof(OddProperties))]
    public async Task Call_OddProperty_IsAnswered(ProviderMethod method, Value value)
    {
        var answer = await Client.CallAsync(method.Name, method.Request(new Struct { Fields = { ["a"] = value } }));

        Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.Ok), answer.Message);
    }

    [TestCaseSource(nameof(Depths))]
    public async Task Call_DeepProperty_IsAnsweredOrRefused(ProviderMethod method, int levels, GrpcStatusCode status)
    {
        var request = method.Request(new Struct());
        var field = request.Descriptor.Fields.InFieldNumberOrder()
            .Last(f => f.FieldType == Google.Protobuf.Reflection.FieldType.Message && f.MessageType == Struct.Descriptor && f.Accessor.HasValue(request));
        byte[] message = [.. request.ToByteArray(), .. DeepMessage.Of(field.FieldNumber, levels)];

        var answer = await Client.SendAsync($"/pulumirpc.ResourceProvider/{method}", RawClient.Frame(message));

        Assert.That(answer.Status, Is.EqualTo(status), answer.Message);
    }

    [TestCaseSource(typeof(ProviderMethods), nameof(ProviderMethods.WithUrn))]
    public async Task Call_BadUrn_IsInvalidArgument(ProviderMethod method)
    {
        foreach (var urn in new[] { "", "nonsense", "urn:pulumi:dev::shop::::x", "urn:pulumi:dev", new string('u', 1_000_000) })
        {
            var request = method.Request(new Struct());
            request.Descriptor.FindFieldByName("urn").Accessor.SetValue(request, urn);

            var answer = await Client.CallAsync(method.Name, request);

            Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.InvalidArgument), answer.Message);
            Assert.That(answer.Message, Does.StartWith($"The request of {method} cannot be understood: \""));
            Assert.That(answer.Message, Has.Length.LessThan(40_000));
        }
    }

    [TestCaseSource(typeof(ProviderMethods), nameof(ProviderMethods.All))]
    public async Task Call_NoFieldAtAll_IsAnswered(ProviderMethod method)
    {
        var answer = await Client.SendAsync($"/pulumirpc.ResourceProvider/{method}", RawClient.Frame([]));

        // Without a URN, parameters or a monitor there is nothing to do; everything else has a meaning when it is absent.
        var needed = ProviderMethods.WithUrn.Contains(method) || method.Name is "Parameterize" or "Construct";
        Assert.That(answer.Status, Is.EqualTo(needed ? GrpcStatusCode.InvalidArgument : GrpcStatusCode.Ok), answer.Message);
    }

    [TestCaseSource(typeof(ProviderMethods), nameof(ProviderMethods.All))]
    public async Task Call_BytesThatAreNoMessage_IsInternal(ProviderMethod method)
    {
        var whole = method.Request(new Struct { Fields = { ["a"] = Value.ForString("text") } }).ToByteArray();
        byte[][] broken = [[0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x0a], [0x0b, 0x01], .. whole.Length > 1 ? new[] { whole[..^1] } : []];
        foreach (var bytes in broken)
        {
            var answer = await Client.SendAsync($"/pulumirpc.ResourceProvider/{method}", RawClient.Frame(bytes));

            Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.Internal), $"{Convert.ToHexString(bytes)}: {answer.Message}");
            Assert.That(answer.Message, Does.StartWith($"The request of /pulumirpc.ResourceProvider/{method} cannot be read: "));
        }
    }

    private static Value Marked(string signature, params (string Key, Value Value)[] fields)
    {
        var result = new Struct { Fields = { [WireSignatures.Key] = Value.ForString(signature) } };
        foreach (var (key, value) in fields)
        {
            result.Fields[key] = value;
        }

        return Value.ForStruct(result);
    }
}
