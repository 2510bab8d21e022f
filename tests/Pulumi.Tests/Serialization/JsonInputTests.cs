using System.Globalization;
using System.Text.Json;
using HaIac.Protocol.Properties;
using Pulumi.Utilities;

namespace Pulumi.Tests.Serialization;

/// <summary>Inputs that are sent as JSON text: nothing that is known about their parts may be lost.</summary>
internal sealed class JsonInputTests
{
    private static readonly DependencyResource Inner = new("urn:pulumi:s::p::t:i:T::inner");

    [Test]
    public async Task Serialize_OutputsInsideArgs_KeepDependencies()
    {
        var inputs = await SerializeAsync(new PageArgs
        {
            Body = new PartArgs { Name = OutputUtilities.WithDependency(Output.Create("n"), Inner), Sizes = { 1, OutputUtilities.WithDependency(Output.Create(2), Inner) } },
        });

        Assert.That(inputs.Fields["body"], Is.EqualTo(new WireText("{ \"name\": \"n\", \"sizes\": [ 1, 2 ] }")));
        Assert.That(inputs.Dependencies["body"], Is.EquivalentTo(new[] { Inner }));
    }

    [Test]
    public async Task Serialize_JsonInsideJson_IsTextInsideText()
    {
        var inputs = await SerializeAsync(new PageArgs { Body = new PartArgs { Raw = new Dictionary<string, object> { ["k"] = Output.CreateSecret(true) } } });

        Assert.That(inputs.Fields["body"], Is.EqualTo(new WireSecret(new WireText("{ \"raw\": \"{ \\\"k\\\": true }\" }"))));
    }

    [Test]
    public async Task Serialize_ReferenceWithUnknownId_IsUnknown()
    {
        var inputs = await SerializeAsync(new PageArgs { Body = new PartArgs { Raw = new DependencyResource("urn:pulumi:s::p::t:i:T::n", null, idKnown: false) } });

        Assert.That(inputs.Fields["body"], Is.EqualTo(WireUnknown.Instance));
    }

    [Test]
    public async Task Serialize_Nothing_IsNotSentButAnOutputOfNullIs()
    {
        Assert.That((await SerializeAsync(new PageArgs())).Fields, Has.Count.Zero);
        Assert.That((await SerializeAsync(new PageArgs { Body = Output.Create((PartArgs)null!) })).Fields["body"], Is.EqualTo(new WireText("null")));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Serialize_NumberThatJsonHasNot_NamesProperty(double number)
    {
        Assert.That(
            async () => await SerializeAsync(new PageArgs { Body = new PartArgs { Raw = number } }),
            Throws.InvalidOperationException.With.Message.Contains("\"body\"").And.Message.Contains("JSON has no number"));
    }

    [Test]
    public void Serialize_Asset_NamesProperty()
    {
        Assert.That(
            async () => await SerializeAsync(new PageArgs { Body = new PartArgs { Raw = new StringAsset("x") } }),
            Throws.InvalidOperationException.With.Message.Contains("\"body\"").And.Message.Contains("Assets and archives"));
    }

    [Test]
    public async Task InputJson_OfAllForms_SendsStructuredValues()
    {
        using var document = JsonDocument.Parse("{\"a\":[1,null]}");
        InputJson[] inputs = ["{\"a\":[1,null]}", document, document.RootElement, Output.Create("{\"a\":[1,null]}"), Output.Create(document), Output.Create(document.RootElement)];

        foreach (var input in inputs)
        {
            Assert.That(
                await Wire.SerializeAsync(input),
                Is.EqualTo(Wire.Map(("a", Wire.List(new WireNumber(1), WireNull.Instance)))));
        }

        Assert.That(await Wire.SerializeAsync(new InputJson()), Is.EqualTo(WireNull.Instance));
        Assert.That(() => (InputJson)"nope", Throws.InstanceOf<JsonException>());
        Assert.That(() => (InputJson)(string)null!, Throws.ArgumentNullException);
    }

    [Test]
    public async Task Serialize_AnyCulture_WritesThePointOfJson()
    {
        // Made by hand, because the machine may know no cultures.
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        var inputs = await SerializeAsync(new PageArgs { Body = new PartArgs { Raw = 1.5 } });

        var text = await OutputUtilities.GetValueAsync(Output.Format($"{1.5} {Output.Create(2.5)}"));

        CultureInfo.CurrentCulture = before;
        Assert.That(inputs.Fields["body"], Is.EqualTo(new WireText("{ \"raw\": \"1.5\" }")));
        Assert.That(text, Is.EqualTo("1.5 2.5"));
    }

    private static Task<SerializedInputs> SerializeAsync(PageArgs args) => PropertySerializer.SerializeInputsAsync(args.Snapshot(), keepOutputs: false);

    private sealed class PageArgs : ResourceArgs
    {
        [Input("body", json: true)]
        public Input<PartArgs>? Body { get; set; }
    }

    private sealed class PartArgs : ResourceArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }

        [Input("raw", json: true)]
        public object? Raw { get; set; }

        [Input("sizes")]
        private InputList<int>? _sizes;

        public InputList<int> Sizes
        {
            get => _sizes ??= new InputList<int>();
            set => _sizes = value;
        }
    }
}
