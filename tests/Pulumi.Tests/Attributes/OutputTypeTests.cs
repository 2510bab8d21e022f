using System.Collections.Immutable;
using System.Text.Json;
using HaIac.Protocol.Properties;
using Pulumi.Tests.Serialization;
using Pulumi.Utilities;

namespace Pulumi.Tests.Attributes;

/// <summary>Declared types of outputs, and what becomes of values that fit them or not.</summary>
internal sealed class OutputTypeTests
{
    private enum Plain
    {
        Zero,
        Seven = 7,
    }

    private enum Wide : long
    {
        One = 1,
    }

    [Test]
    public void Convert_RenamedParameterAndSelfReference_AreFilled()
    {
        var wire = Wire.Map(("the-name", "top"), ("next", Wire.Map(("the-name", "below"))));

        var node = (Node)Wire.Convert<Node>(wire, out var warnings).Value!;

        Assert.That(warnings, Is.Empty);
        Assert.That(node.Name, Is.EqualTo("top"));
        Assert.That(node.Next!.Name, Is.EqualTo("below"));
        Assert.That(node.Next.Next, Is.Null);
    }

    [Test]
    public void Convert_WrongFieldInAList_LeavesItsNeighbours()
    {
        var wire = Wire.List(Wire.Map(("the-name", "a")), Wire.Map(("the-name", new WireNumber(1))), new WireText("x"));

        var nodes = (ImmutableArray<Node>)Wire.Convert<ImmutableArray<Node>>(wire, out var warnings).Value!;

        Assert.That(nodes.Select(n => n?.Name), Is.EqualTo(new[] { "a", null, null }));
        Assert.That(warnings, Has.Count.EqualTo(2));
        Assert.That(warnings[0], Does.Contain("Expected System.String but got System.Double").And.EndsWith("deserializing Widget.p[1].the-name"));
        Assert.That(warnings[1], Does.EndWith("deserializing Widget.p[2]"));
    }

    [TestCase(3e9)]
    [TestCase(-1e300)]
    [TestCase(double.NaN)]
    public void Convert_NumberBeyondInt_WarnsAndIsZero(double number)
    {
        Assert.That(Wire.Convert<int>(new WireNumber(number), out var warnings).Value, Is.Zero);
        Assert.That(warnings.Single(), Does.Contain("Expected System.Int32 but got a System.Double beyond its range"));
    }

    [Test]
    public void Convert_DecimalsToInt_AreCutOffWithAWarning()
    {
        Assert.That(Wire.Convert<int>(new WireNumber(-2.9), out var warnings).Value, Is.EqualTo(-2));
        Assert.That(warnings.Single(), Does.Contain("cut off"));
    }

    [Test]
    public void Convert_EnumsAndNullables_FitOrStayEmpty()
    {
        Assert.That(Wire.Convert<Plain>(new WireNumber(7), out _).Value, Is.EqualTo(Plain.Seven));
        Assert.That(Wire.Convert<Plain?>(WireNull.Instance, out _).Value, Is.Null);
        Assert.That(Wire.Convert<Plain?>(new WireNumber(7), out _).Value, Is.EqualTo(Plain.Seven));
        Assert.That(Wire.Convert<Color?>(new WireText("red"), out _).Value, Is.EqualTo(Color.Red));
        Assert.That(Wire.Convert<Level>(new WireNumber(1.5), out _).Value, Is.EqualTo(Level.OneAndAHalf));
        Assert.That(Wire.Convert<Level>(new WireText("x"), out var warnings).Value, Is.EqualTo(default(Level)));
        Assert.That(warnings, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Serialize_Enums_TravelAsNumberOrText()
    {
        Assert.That(await Wire.SerializeAsync(Plain.Seven), Is.EqualTo(new WireNumber(7)));
        Assert.That(await Wire.SerializeAsync(Color.Red), Is.EqualTo(new WireText("red")));
        Assert.That(await Wire.SerializeAsync(Output.CreateSecret<Level?>(Level.OneAndAHalf)), Is.EqualTo(new WireSecret(new WireNumber(1.5))));
        Assert.That(async () => await Wire.SerializeAsync(Wide.One), Throws.InvalidOperationException.With.Message.Contains("Wide"));
        Assert.That(async () => await Wire.SerializeAsync(default(Mute)), Throws.InvalidOperationException.With.Message.Contains("explicit conversion"));
    }

    [TestCase(typeof(long))]
    [TestCase(typeof(float))]
    [TestCase(typeof(decimal))]
    [TestCase(typeof(Wide))]
    [TestCase(typeof(Mute))]
    [TestCase(typeof(ImmutableArray<long>))]
    [TestCase(typeof(ImmutableDictionary<int, string>))]
    [TestCase(typeof(Union<string, float>))]
    [TestCase(typeof(List<string>))]
    [TestCase(typeof(OutputTypeTests))]
    [TestCase(typeof(WithoutConstructor))]
    [TestCase(typeof(WithWrongField))]
    public void Convert_TypeNoOutputCanBe_FailsEvenIfUnknown(Type type)
    {
        Assert.That(
            () => PropertyConverter.Convert(WireUnknown.Instance, type, "Widget.p", Assert.Fail),
            Throws.InvalidOperationException.With.Message.Not.Empty);
    }

    [Test]
    public void Convert_FieldOfWrongType_NamesClassAndParameter()
    {
        Assert.That(
            () => Wire.Convert<WithWrongField>(WireNull.Instance, out _),
            Throws.InvalidOperationException.With.Message.Contains("WithWrongField(size) is declared as System.Single"));
    }

    [Test]
    public void Convert_Union_TakesTheTypeThatLosesNothing()
    {
        Assert.That(Wire.Convert<Union<int, double>>(new WireNumber(1.5), out var none).Value, Is.EqualTo(Union<int, double>.FromT1(1.5)));
        Assert.That(none, Is.Empty);
        Assert.That(
            ((Union<ImmutableArray<int>, ImmutableArray<string>>)Wire.Convert<Union<ImmutableArray<int>, ImmutableArray<string>>>(
                Wire.List(new WireText("a")), out none).Value!).AsT1,
            Is.EqualTo(new[] { "a" }));
        Assert.That(none, Is.Empty);
        Assert.That(Wire.Convert<Union<int, string>>(new WireBool(true), out var warnings).Value, Is.EqualTo(default(Union<int, string>)));
        Assert.That(warnings.Single(), Does.Contain("System.Int32 or System.String"));
    }

    [Test]
    public async Task Convert_NestedOutputs_KeepTheirOwnFacts()
    {
        var wire = Wire.Map(("known", "a"), ("hidden", new WireSecret(new WireText("b"))), ("open", WireUnknown.Instance));

        var converted = Wire.Convert<Outputs>(wire, out var warnings);
        var outputs = (Outputs)converted.Value!;

        Assert.That(warnings, Is.Empty);
        Assert.That((converted.IsKnown, converted.IsSecret), Is.EqualTo((true, false)));
        Assert.That(await OutputUtilities.GetValueAsync(await OutputUtilities.GetValueAsync(outputs.Known)), Is.EqualTo("a"));
        Assert.That(await Output.IsSecretAsync(outputs.Hidden), Is.True);
        Assert.That(await OutputUtilities.GetIsKnownAsync(outputs.Open), Is.False);
    }

    [Test]
    public void Convert_FilesToTheirTypes_OrAMismatch()
    {
        var file = new WireAsset(WireAssetKind.Text, "x", null);

        Assert.That(Wire.Convert<Asset>(file, out var none).Value, Is.InstanceOf<StringAsset>());
        Assert.That(Wire.Convert<AssetOrArchive>(new WireArchive(WireAssetKind.Path, "p", null, null), out none).Value, Is.InstanceOf<FileArchive>());
        Assert.That(none, Is.Empty);
        Assert.That(Wire.Convert<Archive>(file, out var warnings).Value, Is.Null);
        Assert.That(warnings.Single(), Does.Contain("Pulumi.Archive but got an asset"));
    }

    [Test]
    public void Convert_JsonElement_KeepsMarksAndRefusesFiles()
    {
        var value = Wire.Convert<JsonElement>(Wire.Map(("k", new WireSecret(Wire.List(new WireNumber(1), WireNull.Instance)))), out var none);

        Assert.That(((JsonElement)value.Value!).GetRawText(), Is.EqualTo("{\"k\":[1,null]}"));
        Assert.That(value.IsSecret, Is.True);
        Assert.That(none, Is.Empty);
        Assert.That(Wire.Convert<JsonElement>(Wire.List(WireUnknown.Instance), out none).IsKnown, Is.False);
        Assert.That(Wire.Convert<JsonElement>(new WireAsset(WireAssetKind.Text, "x", null), out var warnings).Value, Is.EqualTo(default(JsonElement)));
        Assert.That(warnings.Single(), Does.Contain("Assets and archives cannot be part of JSON"));
    }

    [Test]
    public void Convert_PrivateKeys_AreLeftOutOfDictionaries()
    {
        var value = Wire.Convert<ImmutableDictionary<string, string>>(Wire.Map(("__defaults", Wire.List()), ("k", "v")), out var warnings);

        Assert.That(value.Value, Is.EqualTo(new Dictionary<string, string> { ["k"] = "v" }));
        Assert.That(warnings, Is.Empty);
    }

    [EnumType]
    private readonly record struct Color
    {
        private readonly string _value;

        private Color(string value) => _value = value;

        public static Color Red { get; } = new("red");

        public static explicit operator string(Color color) => color._value;
    }

    [EnumType]
    private readonly record struct Level
    {
        private readonly double _value;

        private Level(double value) => _value = value;

        public static Level OneAndAHalf { get; } = new(1.5);

        public static explicit operator double(Level level) => level._value;
    }

    [EnumType]
    private readonly record struct Mute;

    [OutputType]
    private sealed class Node
    {
        [OutputConstructor]
        private Node([OutputConstructorParameter("the-name")] string name, Node? next) => (Name, Next) = (name, next);

        public string Name { get; }

        public Node? Next { get; }
    }

    [OutputType]
    private sealed class Outputs
    {
        [OutputConstructor]
        private Outputs(Output<Output<string>> known, Output<string> hidden, Output<string> open) => (Known, Hidden, Open) = (known, hidden, open);

        public Output<Output<string>> Known { get; }

        public Output<string> Hidden { get; }

        public Output<string> Open { get; }
    }

    [OutputType]
    private sealed class WithoutConstructor
    {
        public WithoutConstructor()
        {
        }

        public WithoutConstructor(string name) => Name = name;

        public string? Name { get; }
    }

    [OutputType]
    private sealed class WithWrongField
    {
        [OutputConstructor]
        private WithWrongField(float size) => Size = size;

        public float Size { get; }
    }
}
