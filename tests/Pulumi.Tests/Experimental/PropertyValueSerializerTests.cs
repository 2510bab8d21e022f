using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Experimental;
using Pulumi.Utilities;

#pragma warning disable CS0618 // The serializer is marked as the official one is.
namespace Pulumi.Tests.Experimental;

public sealed class PropertyValueSerializerTests
{
    private readonly PropertyValueSerializer _serializer = new();

    public enum Colour
    {
        Red = 1,
        Blue = 7,
    }

    private static IEnumerable<TestCaseData> Values()
    {
        yield return Case(true, new PropertyValue(true));
        yield return Case(5, new PropertyValue(5));
        yield return Case((byte)5, new PropertyValue(5));
        yield return Case(-5L, new PropertyValue(-5));
        yield return Case(5UL, new PropertyValue(5));
        yield return Case(2.5f, new PropertyValue(2.5));
        yield return Case(2.5m, new PropertyValue(2.5));
        yield return Case("text", new PropertyValue("text"));
        yield return Case(Colour.Blue, new PropertyValue(7));
        yield return Case(new Size("large"), new PropertyValue("large"));
        yield return Case(new Point(1, 2), Map(("X", 1), ("Y", 2)));
        yield return Case(new Named("ann", null), Map(("Name", "ann"), ("Age", PropertyValue.Null)));
        yield return Case(new Dictionary<string, int> { ["a"] = 1 }, Map(("a", 1)));
        yield return Case(ImmutableDictionary<string, Colour>.Empty.Add("a", Colour.Red), Map(("a", 1)));
        yield return Case(new List<int?> { 1, null }, List(1, PropertyValue.Null));
        yield return Case(new[] { "a", "b" }, List("a", "b"));
        yield return Case(ImmutableArray.Create(1), List(1));
        yield return Case<Union<string, int>>(3, new PropertyValue(3));
        yield return Case<Union<string, int>>("x", new PropertyValue("x"));

        static TestCaseData Case<T>(T value, PropertyValue expected) =>
            new(value, typeof(T), expected) { TestName = $"RoundTrip_{typeof(T).Name}_{expected}" };
    }

    [TestCaseSource(nameof(Values))]
    public async Task RoundTrip_AnyValue_IsTheSame(object value, Type type, PropertyValue expected)
    {
        var property = await _serializer.Serialize(value);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(property, Is.EqualTo(expected));
            Assert.That(_serializer.Deserialize(property, type), Is.EqualTo(value));
        }
    }

    [Test]
    public async Task Serialize_FilesJsonAndProperties_AreKept()
    {
        var asset = new StringAsset("a");
        var archive = new FileArchive("b");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _serializer.Serialize(asset), Is.EqualTo(new PropertyValue(asset)));
            Assert.That(await _serializer.Serialize(archive), Is.EqualTo(new PropertyValue(archive)));
            Assert.That(await _serializer.Serialize(JsonDocument.Parse("""{"a":[1,null,true]}""")), Is.EqualTo(Map(("a", List(1, PropertyValue.Null, true)))));
            Assert.That(await _serializer.Serialize(PropertyValue.Computed), Is.EqualTo(PropertyValue.Computed));
            Assert.That(await _serializer.Serialize<string?>(null), Is.EqualTo(PropertyValue.Null));
            Assert.That(await _serializer.Serialize(default(ImmutableArray<int>)), Is.EqualTo(List()));
            Assert.That(await _serializer.Deserialize<Asset>(new PropertyValue(asset)), Is.SameAs(asset));
            Assert.That(await _serializer.Deserialize<AssetOrArchive>(new PropertyValue(archive)), Is.SameAs(archive));
            Assert.That((await _serializer.Deserialize<JsonElement>(Map(("a", 1)))).GetProperty("a").GetDouble(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Serialize_Outputs_KeepSecretsUnknownsAndTheirPlace()
    {
        var property = await _serializer.Serialize(new Dictionary<string, object?>
        {
            ["secret"] = Output.CreateSecret("x"),
            ["list"] = (InputList<string>)new InputList<string> { "a", OutputUtilities.CreateUnknown("b") },
            ["map"] = new InputMap<int> { ["k"] = Output.CreateSecret(1) },
        });

        Assert.That(property, Is.EqualTo(Map(
            ("secret", new PropertyValue("x").WithSecret(true)),
            ("list", List("a", PropertyValue.Computed)),
            ("map", Map(("k", new PropertyValue(1).WithSecret(true)))))));
    }

    [Test]
    public async Task RoundTrip_Args_KeepNamesAndFactsOfEachInput()
    {
        var property = Map(
            ("first-name", new PropertyValue("ann").WithSecret(true)),
            ("tags", List("a", PropertyValue.Computed)),
            ("labels", Map(("k", "v"))),
            ("inner", Map(("size", "large"))),
            ("either", 3),
            ("port", 80));

        var args = await _serializer.Deserialize<PersonArgs>(property);
        var again = await _serializer.Serialize(args);

        Assert.That(again, Is.EqualTo(property));
    }

    [Test]
    public async Task Deserialize_FactsInsidePlainTypes_ReachTheInputAroundThem()
    {
        var urn = new Urn("urn:pulumi:dev::shop::a:b:C::d");
        var input = await _serializer.Deserialize<Input<List<string>>>(
            List(new PropertyValue("a").WithSecret(true), new PropertyValue("b").WithDependencies([urn])));
        var unknown = await _serializer.Deserialize<Output<Dictionary<string, int>>>(Map(("a", PropertyValue.Computed)));
        Output<List<string>> output = input;
        var property = await _serializer.Serialize(output);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(await OutputUtilities.GetIsKnownAsync(unknown), Is.False);
            Assert.That(property, Is.EqualTo(List("a", "b").WithSecret(true).WithDependencies([urn])));
        }
    }

    [Test]
    public async Task Deserialize_RecordFromEitherSpelling_Works()
    {
        Assert.That(await _serializer.Deserialize<Named>(Map(("name", "ann"), ("age", 7))), Is.EqualTo(new Named("ann", 7)));
    }

    [Test]
    public async Task Deserialize_MissingMember_KeepsWhatTheClassSays()
    {
        var options = await _serializer.Deserialize<Options>(Map(("Count", 2)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.Count, Is.EqualTo(2));
            Assert.That(options.Tags, Is.EqualTo(new[] { "default" }));
            Assert.That(options.Note, Is.Null);
        }
    }

    [Test]
    public void Deserialize_MuchIsWrong_NamesAllWithTheirPaths()
    {
        var property = Map(
            ("first-name", 1), ("tags", List(1, "a", PropertyValue.Null)), ("inner", Map()), ("port", 2.5), ("labels", "x"));

        Assert.That(
            async () => await _serializer.Deserialize<PersonArgs>(property),
            Throws.InvalidOperationException.With.Message.Contains("first-name is of kind Number, but String takes String")
                .And.Message.Contains("tags[0] is of kind Number, but String takes String")
                .And.Message.Contains("port is 2.5, which a Int32 cannot hold")
                .And.Message.Contains("labels is of kind String, but ImmutableDictionary<String, String> takes Map")
                .And.Message.Contains("inner.size is missing, but InnerArgs requires it"));
    }

    [TestCase(1e300, typeof(int))]
    [TestCase(-1, typeof(uint))]
    [TestCase(256, typeof(byte))]
    [TestCase(0.5, typeof(long))]
    [TestCase(double.NaN, typeof(decimal))]
    public void Deserialize_NumberThatDoesNotFit_IsRefused(double number, Type type) =>
        Assert.That(() => _serializer.Deserialize(new PropertyValue(number), type), Throws.InvalidOperationException.With.Message.Contains("cannot hold"));

    [Test]
    public void Serialize_WhatPropertiesCannotHold_IsRefused()
    {
        var loop = new Dictionary<string, object?>();
        loop["me"] = loop;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await _serializer.Serialize((1L << 53) + 1), Throws.InvalidOperationException.With.Message.Contains("2^53"));
            Assert.That(async () => await _serializer.Serialize(new DateTime(2026, 1, 1)), Throws.TypeOf<NotSupportedException>());
            Assert.That(async () => await _serializer.Serialize(loop), Throws.InvalidOperationException.With.Message.Contains("contain itself"));
            Assert.That(() => _serializer.Deserialize(PropertyValue.Computed, typeof(string)), Throws.InvalidOperationException);
            Assert.That(() => _serializer.Deserialize(new PropertyValue("x"), typeof(IDisposable)), Throws.InvalidOperationException);
        }
    }

    [Test]
    public async Task RoundTrip_OutputType_UsesItsConstructor()
    {
        var answer = await _serializer.Deserialize<Answer>(Map(("ip-address", "10.0.0.1")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.IpAddress, Is.EqualTo("10.0.0.1"));
            Assert.That(await _serializer.Serialize(answer), Is.EqualTo(Map(("ip-address", "10.0.0.1"))));
        }
    }

    private static PropertyValue Map(params (string Key, object Value)[] fields) =>
        new(fields.ToImmutableDictionary(f => f.Key, f => Property(f.Value)));

    private static PropertyValue List(params object[] items) => new([.. items.Select(Property)]);

    private static PropertyValue Property(object value) => value switch
    {
        PropertyValue property => property,
        string text => new PropertyValue(text),
        bool flag => new PropertyValue(flag),
        _ => new PropertyValue(Convert.ToDouble(value)),
    };

    [EnumType]
    public readonly record struct Size(string Value)
    {
        public static explicit operator string(Size size) => size.Value;
    }

    public readonly record struct Point(int X, double Y);

    public sealed record Named(string Name, int? Age);

    public sealed class Options
    {
        public int Count { get; set; }

        public List<string> Tags { get; set; } = ["default"];

        public string? Note { get; set; }
    }

    public sealed class PersonArgs : ResourceArgs
    {
        [Input("tags")]
        private InputList<string>? _tags;

        [Input("first-name", required: true)]
        public Input<string> FirstName { get; set; } = null!;

        public InputList<string> Tags
        {
            get => _tags ??= new InputList<string>();
            set => _tags = value;
        }

        [Input("labels")]
        public InputMap<string>? Labels { get; set; }

        [Input("inner")]
        public Input<InnerArgs>? Inner { get; set; }

        [Input("either")]
        public InputUnion<string, int>? Either { get; set; }

        [Input("port")]
        public int Port { get; set; }
    }

    public sealed class InnerArgs : ResourceArgs
    {
        [Input("size", required: true)]
        public Input<Size> Size { get; set; } = null!;
    }

    [OutputType]
    public sealed class Answer
    {
        public readonly string IpAddress;

        [OutputConstructor]
        private Answer([OutputConstructorParameter("ip-address")] string ipAddress) => IpAddress = ipAddress;
    }
}
