using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;

namespace HaIac.Protocol.Tests.Properties;

public sealed class WireMarshalTests
{
    [Test]
    public void ReadAfterWrite_AnyValues_AreTheSame()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var value = WireSamples.Object(new Random(seed));

            var bytes = WireWriter.ToStruct(value, WireMarshalOptions.Everything).ToByteArray();
            var read = WireReader.FromStruct(ProtobufReading.Parse(Struct.Parser, bytes));

            Assert.That(read, Is.EqualTo(value), $"seed {seed}");
        }
    }

    [Test]
    public void Equals_ValuesMadeTwice_AreEqualWithEqualHash()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var one = WireSamples.Object(new Random(seed));
            var two = WireSamples.Object(new Random(seed));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(one, Is.EqualTo(two), $"seed {seed}");
                Assert.That(one.GetHashCode(), Is.EqualTo(two.GetHashCode()), $"seed {seed}");
            }
        }
    }

    [Test]
    public void Write_PeerThatTakesNothingSpecial_GetsNoMark()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var written = WireWriter.ToStruct(WireSamples.Object(new Random(seed)), new WireMarshalOptions()).ToString();

            using (Assert.EnterMultipleScope())
            {
                Assert.That(written, Does.Not.Contain(WireSignatures.Secret), $"seed {seed}");
                Assert.That(written, Does.Not.Contain(WireSignatures.OutputValue), $"seed {seed}");
                Assert.That(written, Does.Not.Contain(WireSignatures.ResourceReference), $"seed {seed}");
            }
        }
    }

    [TestCaseSource(typeof(WireSignatures), nameof(WireSignatures.Unknowns))]
    public void Read_UnknownOfEveryKind_AtAnyDepth(string sentinel)
    {
        var read = WireReader.FromStruct(new Struct { Fields = { ["a"] = Value.ForList(Value.ForString(sentinel)) } });

        Assert.That(read["a"], Is.EqualTo(new WireList([WireUnknown.Instance])));
    }

    private static IEnumerable<TestCaseData> Downgrades()
    {
        yield return Case("secret", new WireSecret(new WireText("a")), Value.ForString("a"));
        yield return Case("resource", new WireReference("urn", new WireText("id"), null), Value.ForString("id"));
        yield return Case("resource without id yet", new WireReference("urn", WireUnknown.Instance, null), Value.ForString(WireSignatures.Unknown));
        yield return Case("component", new WireReference("urn", null, null), Value.ForString("urn"));
        yield return Case("output", new WireOutput(new WireText("a"), true, ["urn"]), Value.ForString("a"));
        yield return Case("unknown output", new WireOutput(null, true, ["urn"]), Value.ForString(WireSignatures.Unknown));

        static TestCaseData Case(string name, WireValue value, Value expected) => new(value, expected) { TestName = $"Write_Plain_{name}" };
    }

    [TestCaseSource(nameof(Downgrades))]
    public void Write_PeerThatTakesNothingSpecial(WireValue value, Value expected) =>
        Assert.That(WireWriter.ToValue(value, new WireMarshalOptions()), Is.EqualTo(expected));

    [Test]
    public void Write_OutputToAPeerWithSecrets_IsASecret()
    {
        var written = WireWriter.ToValue(
            new WireOutput(new WireText("a"), true, ["urn"]), new WireMarshalOptions { KeepSecrets = true });

        Assert.That(WireReader.FromValue(written!), Is.EqualTo(new WireSecret(new WireText("a"))));
    }

    [Test]
    public void Write_ReferenceWithoutIdYet_SendsAnEmptyId()
    {
        var written = WireWriter.ToValue(new WireReference("urn", WireUnknown.Instance, null), WireMarshalOptions.Everything);

        Assert.That(written!.StructValue.Fields["id"], Is.EqualTo(Value.ForString(string.Empty)));
    }

    [Test]
    public void Write_WithoutUnknowns_LeavesFieldsOutAndKeepsListsLong()
    {
        var fields = WireObject.Create(
        [
            new("a", WireUnknown.Instance),
            new("b", new WireList([WireUnknown.Instance, new WireBool(true)])),
            new("c", new WireSecret(WireUnknown.Instance)),
        ]);

        var written = WireWriter.ToStruct(fields, WireMarshalOptions.Everything with { KeepUnknowns = false });

        Assert.That(
            written, Is.EqualTo(new Struct { Fields = { ["b"] = Value.ForList(Value.ForNull(), Value.ForBool(true)) } }));
    }

    [Test]
    public void Write_DroppingNulls_DropsThemInObjectsOfEveryDepthButNotInLists()
    {
        var fields = WireObject.Create(
        [
            new("a", WireNull.Instance),
            new("b", new WireList([WireNull.Instance, new WireMap(WireObject.Create([new("c", WireNull.Instance)]))])),
        ]);

        var written = WireWriter.ToStruct(fields, WireMarshalOptions.Everything with { DropNulls = true });

        Assert.That(
            written, Is.EqualTo(new Struct { Fields = { ["b"] = Value.ForList(Value.ForNull(), Value.ForStruct(new Struct())) } }));
    }

    private static IEnumerable<TestCaseData> Malformed()
    {
        yield return Case("unknown signature", Marked("nonsense"), "\"a.b[0]\" is marked as a special value of a kind that is not known: \"nonsense\".");
        yield return Case("secret without value", Marked(WireSignatures.Secret), "\"a.b[0]\" is marked as a secret but has no \"value\".");
        yield return Case(
            "reference without URN", Marked(WireSignatures.ResourceReference), "\"a.b[0]\" is marked as a resource reference but has no \"urn\".");
        yield return Case(
            "reference with a number as URN",
            new Struct(Marked(WireSignatures.ResourceReference)) { Fields = { ["urn"] = Value.ForNumber(1) } },
            "\"a.b[0]\" is marked as a resource reference but its \"urn\" is no text.");

        static Struct Marked(string signature) => new() { Fields = { [WireSignatures.Key] = Value.ForString(signature) } };

        static TestCaseData Case(string name, Struct value, string message) => new(value, message) { TestName = $"Read_Malformed_{name}" };
    }

    [TestCaseSource(nameof(Malformed))]
    public void Read_Malformed_NamesThePath(Struct value, string message)
    {
        var fields = new Struct
        {
            Fields = { ["a"] = Value.ForStruct(new Struct { Fields = { ["b"] = Value.ForList(Value.ForStruct(value)) } }) },
        };

        Assert.That(() => WireReader.FromStruct(fields), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));
    }

    [Test]
    public void ToString_OfSecrets_DoesNotShowThem()
    {
        var values = new WireValue[]
        {
            new WireSecret(new WireText("hunter2")),
            new WireOutput(new WireText("hunter2"), true, []),
            new WireList([new WireSecret(new WireText("hunter2"))]),
            new WireMap(WireObject.Create([new("a", new WireSecret(new WireText("hunter2")))])),
        };

        Assert.That(values.Select(v => v.ToString()), Is.All.Not.Contains("hunter2"));
    }
}
