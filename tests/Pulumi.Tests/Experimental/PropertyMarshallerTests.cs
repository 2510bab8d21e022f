using HaIac.Protocol.Properties;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;
using static Pulumi.Tests.Experimental.WireFields;

namespace Pulumi.Tests.Experimental;

public sealed class PropertyMarshallerTests
{
    private static IEnumerable<TestCaseData> Values()
    {
        yield return Case("null", WireNull.Instance);
        yield return Case("bool", new WireBool(true));
        yield return Case("number", new WireNumber(-0.5));
        yield return Case("text", Text("a"));
        yield return Case("unknown", WireUnknown.Instance);
        yield return Case("secret", Secret("a"));
        yield return Case("secret of unknown", new WireSecret(WireUnknown.Instance));
        yield return Case("list with null", new WireList([WireNull.Instance, Secret("b")]));
        yield return Case("map", new WireMap(Object(("b", Text("1")), ("a", new WireMap(WireObject.Empty)))));
        yield return Case("component reference", new WireReference("urn", null, string.Empty));
        yield return Case("resource reference", new WireReference("urn", Text("id"), "1.2.3"));
        yield return Case("reference with unknown id", new WireReference("urn", WireUnknown.Instance, string.Empty));
        yield return Case("output", new WireOutput(Text("a"), true, ["urn:a", "urn:b"]));
        yield return Case("unknown output", new WireOutput(null, false, ["urn:a"]));
        yield return Case("text asset", new WireAsset(WireAssetKind.Text, "hello", "ab"));
        yield return Case("file asset", new WireAsset(WireAssetKind.Path, "./motd", null));
        yield return Case("remote asset", new WireAsset(WireAssetKind.Uri, "file:///motd", null));
        yield return Case("asset by hash", new WireAsset(WireAssetKind.None, string.Empty, "ab"));
        yield return Case("file archive", new WireArchive(WireAssetKind.Path, "./www", null, "cd"));
        yield return Case("remote archive", new WireArchive(WireAssetKind.Uri, "file:///a.zip", null, null));
        yield return Case("archive by hash", new WireArchive(WireAssetKind.None, string.Empty, null, "cd"));
        yield return Case(
            "archive of assets",
            new WireArchive(
                WireAssetKind.Assets,
                string.Empty,
                Object(("a", new WireAsset(WireAssetKind.Text, "x", null)), ("b", new WireArchive(WireAssetKind.Path, "p", null, null))),
                null));

        static TestCaseData Case(string name, WireValue value) => new(value) { TestName = $"RoundTrip_{name}" };
    }

    [TestCaseSource(nameof(Values))]
    public void RoundTrip(WireValue value) =>
        Assert.That(PropertyMarshaller.ToWire(PropertyMarshaller.FromWire(value)), Is.EqualTo(value));

    [Test]
    public void FromWire_SecretsAndOutputsNested_AreOneValueWithAllMarks()
    {
        var value = PropertyMarshaller.FromWire(new WireSecret(new WireOutput(new WireSecret(Text("a")), false, ["urn:a"])));

        Assert.That(value, Is.EqualTo(new PropertyValue("a").WithSecret(true).WithDependencies([new Urn("urn:a")])));
    }

    [Test]
    public void ToStruct_Archive_CarriesTheSignatureOfArchives()
    {
        var fields = PropertyMarshaller.ToStruct(
            new Dictionary<string, PropertyValue> { ["www"] = new(new FileArchive("./www")) }, WireMarshalOptions.Everything);

        Assert.That(fields.Fields["www"].StructValue.Fields[WireSignatures.Key].StringValue, Is.EqualTo(WireSignatures.Archive));
    }

    [Test]
    public void ToStruct_EngineWithoutSecrets_GetsPlainValues()
    {
        var fields = PropertyMarshaller.ToStruct(
            new Dictionary<string, PropertyValue> { ["a"] = new PropertyValue("x").WithSecret(true) }, new WireMarshalOptions());

        Assert.That(fields.Fields["a"].StringValue, Is.EqualTo("x"));
    }

    [Test]
    public void FromWire_300Levels_Works()
    {
        WireValue value = Text("deep");
        for (var i = 0; i < 300; i++)
        {
            value = new WireMap(Object(("a", value)));
        }

        Assert.That(PropertyMarshaller.ToWire(PropertyMarshaller.FromWire(value)), Is.EqualTo(value));
    }
}
