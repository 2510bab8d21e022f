using System.Text.Json.Nodes;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace Pulumi.Tests.Experimental.Components;

public sealed class ComponentAnalyzerTests
{
    private static readonly Metadata Shops = new("shop", "acme", "1.0.0");

    [TestCase("inputs.title", """{"description":"Name over the door of a Shop.","type":"string"}""")]
    [TestCase("inputs.open", """{"type":"boolean","plain":true}""")]
    [TestCase("inputs.load", """{"$ref":"#/types/shop:index:ShopLoad"}""")]
    [TestCase("inputs.zone", """{"$ref":"#/types/shop:index:Zone"}""")]
    [TestCase("inputs.shelves", """{"type":"array","items":{"$ref":"#/types/shop:index:Shelf"}}""")]
    [TestCase("inputs.tags", """{"type":"object","additionalProperties":{"type":"string"}}""")]
    [TestCase("inputs.sizes", """{"type":"array","items":{"type":"number","plain":true}}""")]
    [TestCase("inputs.logo", """{"$ref":"pulumi.json#/Asset"}""")]
    [TestCase("inputs.anything", """{"$ref":"pulumi.json#/Any"}""")]
    [TestCase("inputs.either", """{"oneOf":[{"type":"string"},{"type":"integer"}]}""")]
    [TestCase("inputs.neighbour", """{"$ref":"#/resources/shop:index:Shop"}""")]
    [TestCase("inputs.address", """{"$ref":"/net/v1.2.3/schema.json#/resources/net%3Aindex%2Faddress%3AAddress"}""")]
    [TestCase("outputs.sign", """{"type":"string"}""")]
    [TestCase("outputs.summary", """{"$ref":"#/types/shop:index:Summary"}""")]
    public async Task GetSchema_Property_IsDescribed(string path, string expected)
    {
        var shop = (await SchemaAsync())["resources"]!["shop:index:Shop"]!;
        var (part, name) = path.Split('.') is [var p, var n] ? (p, n) : default;

        var property = shop[part == "inputs" ? "inputProperties" : "properties"]![name];

        Assert.That(JsonNode.DeepEquals(property, JsonNode.Parse(expected)), Is.True, property?.ToJsonString());
    }

    [Test]
    public async Task GetSchema_Package_HasNamesTypesAndRequiredMembers()
    {
        var schema = await SchemaAsync();
        var shop = schema["resources"]!["shop:index:Shop"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)schema["name"], Is.EqualTo("shop"));
            Assert.That((string?)schema["namespace"], Is.EqualTo("acme"));
            Assert.That((string?)schema["displayName"], Is.EqualTo("shop"));
            Assert.That((string?)schema["version"], Is.EqualTo("1.0.0"));
            Assert.That((bool?)schema["language"]!["nodejs"]!["respectSchemaVersion"], Is.True);
            Assert.That((bool?)shop["isComponent"], Is.True);
            Assert.That((string?)shop["description"], Is.EqualTo("A shop with shelves."));
            Assert.That(shop["requiredInputs"]!.ToJsonString(), Is.EqualTo("""["title"]"""));
            Assert.That(shop["required"]!.ToJsonString(), Is.EqualTo("""["sign","summary","tillId"]"""));
            Assert.That(schema["dependencies"]!.ToJsonString(), Is.EqualTo("""[{"name":"net","version":"1.2.3"}]"""));
            Assert.That(
                schema["types"]!["shop:index:ShopLoad"]!["enum"]!.ToJsonString(),
                Is.EqualTo("""[{"name":"Low","value":1},{"name":"High","value":10}]"""));
            Assert.That(
                schema["types"]!["shop:index:Zone"]!["enum"]!.ToJsonString(),
                Is.EqualTo("""[{"name":"North","value":"north"},{"name":"South","value":"south"}]"""));
            Assert.That(schema["types"]!["shop:index:Shelf"]!["required"]!.ToJsonString(), Is.EqualTo("""["label"]"""));
            Assert.That(
                schema["types"]!["shop:index:Shelf"]!["properties"]!["inner"]!.ToJsonString(),
                Is.EqualTo("""{"type":"array","items":{"$ref":"#/types/shop:index:Shelf"}}"""));
            Assert.That(schema["types"]!["shop:index:Summary"]!["required"]!.ToJsonString(), Is.EqualTo("""["text"]"""));
        }
    }

    [Test]
    public void GenerateSchema_MuchIsWrong_NamesClassAndMemberOfAll() =>
        Assert.That(
            () => ComponentAnalyzer.GenerateSchema(Shops, typeof(Wrong), typeof(WithoutConstructor), typeof(string)),
            Throws.ArgumentException.With.Message.Contains("WrongArgs.Forgotten has neither [Input] nor [Output]")
                .And.Message.Contains("WrongArgs.When is a DateTime, which has no form as a property")
                .And.Message.Contains("WrongArgs.Till refers to Till, which has no [ResourceType] with a version")
                .And.Message.Contains("WrongArgs.Late is an Output<T>: inputs are Input<T>")
                .And.Message.Contains("Wrong.Given is Input<String>: outputs are Output<T>")
                .And.Message.Contains("WithoutConstructor needs a public constructor with three parameters")
                .And.Message.Contains("System.String is no component"));

    [TestCase("")]
    [TestCase("1shop")]
    [TestCase("my shop")]
    public void GenerateSchema_BadName_IsRefused(string name) =>
        Assert.That(() => ComponentAnalyzer.GenerateSchema(new Metadata(name), typeof(Shop)), Throws.ArgumentException.With.Message.Contains("name of a package"));

    [Test]
    public void GenerateSchema_NothingThere_IsRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => ComponentAnalyzer.GenerateSchema(Shops, typeof(PropertyValue).Assembly), Throws.ArgumentException);
            Assert.That(() => ComponentAnalyzer.GenerateSchema(Shops with { Namespace = "Acme" }, typeof(Shop)), Throws.ArgumentException);
        }
    }

    [Test]
    public void FindComponentType_ByName_FindsGivenOnesFirst()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ComponentAnalyzer.FindComponentType("Shop", typeof(Shop).Assembly), Is.EqualTo(typeof(Shop)));
            Assert.That(ComponentAnalyzer.FindComponentType("Shop", typeof(PropertyValue).Assembly, [typeof(Shop)]), Is.EqualTo(typeof(Shop)));
            Assert.That(ComponentAnalyzer.FindComponentType("Nothing", typeof(Shop).Assembly), Is.Null);
        }
    }

    [TestCase("Shop", null, "shop")]
    [TestCase("Acme.WebShops", "acme", "web-shops")]
    [TestCase("Acme.Cloud.AWSNetwork2", "acme", "aws-network2")]
    [TestCase("provider_component_host", null, "provider-component-host")]
    public void PackageNames_OfAssembly_AreDashed(string assembly, string? publisher, string package) =>
        Assert.That(PackageNames.Of(assembly), Is.EqualTo((publisher, package)));

    private static async Task<JsonNode> SchemaAsync()
    {
        var provider = new ComponentProvider(typeof(Shop).Assembly, Shops, [typeof(Shop)]);
        return JsonNode.Parse((await provider.GetSchema(new GetSchemaRequest(0, null, null), CancellationToken.None)).Schema!)!;
    }

    private sealed class WrongArgs : ResourceArgs
    {
        public Input<string>? Forgotten { get; set; }

        [Input("when")]
        public Input<DateTime>? When { get; set; }

        [Input("till")]
        public Input<Till>? Till { get; set; }

        [Input("late")]
        public Output<string>? Late { get; set; }
    }

    private sealed class Wrong(string name, WrongArgs args, ComponentResourceOptions options) : ComponentResource("a:b:C", name, args, options)
    {
        [Output("given")]
        public Input<string>? Given { get; set; }
    }

    private sealed class WithoutConstructor(string name) : ComponentResource("a:b:C", name);
}
