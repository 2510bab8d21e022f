using HaIac.Protocol.Properties;
using Pulumi.Utilities;

namespace Pulumi.Tests.Serialization;

internal sealed class PropertySerializerTests
{
    [Test]
    public async Task Serialize_NullInMapAndList_IsDroppedAndKept()
    {
        var value = new Dictionary<string, object?> { ["gone"] = null, ["list"] = new object?[] { null, 1 } };

        var wire = await SerializeAsync(value);

        Assert.That(wire, Is.EqualTo(Map(("list", new WireList([WireNull.Instance, new WireNumber(1)])))));
    }

    [Test]
    public async Task Serialize_OneUnknownElement_DoesNotHideTheOthers()
    {
        var list = new InputList<string> { "a", OutputUtilities.CreateUnknown("b"), "c" };

        var wire = await SerializeAsync(list);

        Assert.That(wire, Is.EqualTo(new WireList([new WireText("a"), WireUnknown.Instance, new WireText("c")])));
    }

    [Test]
    public async Task Serialize_ArrayNobodyHasSet_IsEmpty()
    {
        var value = new Dictionary<string, object?> { ["a"] = default(System.Collections.Immutable.ImmutableArray<int>), ["b"] = Output.Create(1).Apply(async _ => await Task.Yield()) };

        Assert.That(await SerializeAsync(value), Is.EqualTo(Map(("a", new WireList([])))));
    }

    [Test]
    public void AssetArchive_MemberIsNull_NamesIt()
    {
        Assert.That(
            () => new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a"] = null! }),
            Throws.ArgumentException.With.Message.Contains("'a'"));
    }

    [Test]
    public async Task Serialize_SecretInsideSecret_IsMarkedOnce()
    {
        var wire = await SerializeAsync(Output.CreateSecret<object>(Output.CreateSecret("x")));

        Assert.That(wire, Is.EqualTo(new WireSecret(new WireText("x"))));
    }

    [Test]
    public async Task Serialize_SecretUnknown_IsUnknown()
    {
        Assert.That(await SerializeAsync(Output.CreateSecret(OutputUtilities.CreateUnknown("x"))), Is.EqualTo(WireUnknown.Instance));
    }

    [Test]
    public async Task Serialize_ThreeHundredLevels_Works()
    {
        object value = "deep";
        for (var i = 0; i < 300; i++)
        {
            value = i % 2 == 0 ? new List<object> { value } : Output.Create(new Dictionary<string, object> { ["k"] = value });
        }

        Assert.That(await SerializeAsync(value), Is.InstanceOf<WireMap>());
    }

    [Test]
    public void Serialize_ListThatContainsItself_Fails()
    {
        var list = new List<object>();
        list.Add(list);

        Assert.That(async () => await SerializeAsync(list), Throws.InvalidOperationException.With.Message.Contains("contain itself"));
    }

    [Test]
    public async Task Serialize_LargeListAndText_Works()
    {
        var list = new InputList<string>();
        for (var i = 0; i < 100_000; i++)
        {
            list.Add("x");
        }

        var wire = (WireList)await SerializeAsync(list);

        Assert.That(wire.Items, Has.Count.EqualTo(100_000));
        Assert.That(await SerializeAsync(new string('x', 10_000_000)), Is.EqualTo(new WireText(new string('x', 10_000_000))));
    }

    [TestCase(1L)]
    [TestCase(1f)]
    public void Serialize_UnsupportedType_NamesPropertyAndType(object value)
    {
        Assert.That(
            async () => await SerializeAsync(value),
            Throws.InvalidOperationException.With.Message.Contains("\"p\"").And.Message.Contains(value.GetType().ToString()));
    }

    [Test]
    public void Serialize_Task_SaysHowToWrapIt()
    {
        Assert.That(async () => await SerializeAsync(Task.FromResult(1)), Throws.InvalidOperationException.With.Message.Contains("Output.Create"));
    }

    [Test]
    public async Task SerializeInputs_JsonWithSecret_HidesTheWholeText()
    {
        var inputs = await PropertySerializer.SerializeInputsAsync(
            [new InputMember("p", new Dictionary<string, object> { ["k"] = Output.CreateSecret("s") }, AsJson: true, null, "Args")], keepOutputs: false);

        Assert.That(inputs.Fields["p"], Is.EqualTo(new WireSecret(new WireText("{ \"k\": \"s\" }"))));
    }

    [TestCaseSource(nameof(JsonTexts))]
    public async Task SerializeInputs_Json_IsWrittenAsTheOfficialSdkWritesIt(object value, string expected)
    {
        var inputs = await PropertySerializer.SerializeInputsAsync([new InputMember("p", value, AsJson: true, null, "Args")], keepOutputs: false);

        Assert.That(inputs.Fields["p"], Is.EqualTo(new WireText(expected)));
    }

    private static IEnumerable<TestCaseData> JsonTexts()
    {
        yield return new TestCaseData(true, "true");
        yield return new TestCaseData(3, "3");
        yield return new TestCaseData(2.5, "2.5");
        yield return new TestCaseData(new List<int>(), "[ ]");
        yield return new TestCaseData(new[] { "a", "b" }, "[ \"a\", \"b\" ]");
        yield return new TestCaseData(new Dictionary<string, int> { ["z"] = 1, ["a"] = 2 }, "{ \"a\": 2, \"z\": 1 }");
        yield return new TestCaseData("quoted \"text\" <&> é", "\"quoted \\\"text\\\" \\u003c&\\u003e é\"");
    }

    [Test]
    public async Task SerializeInputs_JsonWithUnknown_IsUnknown()
    {
        var inputs = await PropertySerializer.SerializeInputsAsync(
            [new InputMember("p", new List<object> { 1, OutputUtilities.CreateUnknown(2) }, AsJson: true, null, "Args")], keepOutputs: false);

        Assert.That(inputs.Fields["p"], Is.EqualTo(WireUnknown.Instance));
    }

    private static async Task<WireValue> SerializeAsync(object? value)
        => await new PropertySerializer(keepOutputs: false).SerializePropertyAsync("p", value);

    private static WireMap Map(params (string Key, WireValue Value)[] fields)
        => new(WireObject.Create(fields.Select(f => KeyValuePair.Create(f.Key, f.Value))));
}
