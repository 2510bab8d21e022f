using System.Collections.Immutable;
using System.Text.Json;
using HaIac.Protocol.Properties;

namespace Pulumi.Tests.Serialization;

internal sealed class PropertyConverterTests
{
    private enum Level
    {
        Low = 1,
        High = 7,
    }

    [TestCase(typeof(int), 3)]
    [TestCase(typeof(int?), 3)]
    [TestCase(typeof(double), 3d)]
    [TestCase(typeof(object), 3d)]
    [TestCase(typeof(Level), 3)]
    public void Convert_Number_FitsTheType(Type type, object expected)
    {
        var value = Convert(new WireNumber(3), type, out var warnings);

        Assert.That(warnings, Is.Empty);
        Assert.That(value.Value, type == typeof(Level) ? Is.EqualTo((Level)3) : Is.EqualTo(expected));
    }

    [Test]
    public void Convert_Mismatch_WarnsAndYieldsDefault()
    {
        var value = Convert(new WireText("x"), typeof(int), out var warnings);

        Assert.That(value.Value, Is.EqualTo(0));
        Assert.That(warnings.Single(), Does.StartWith("Expected System.Double but got System.String").And.EndWith("deserializing Widget.size"));
    }

    [Test]
    public void Convert_NestedCollections_FitsElements()
    {
        var wire = new WireMap(WireObject.Empty.With("a", new WireList([new WireNumber(1), new WireNumber(2)])));

        var value = Convert(wire, typeof(ImmutableDictionary<string, ImmutableArray<int>>), out var warnings);

        Assert.That(warnings, Is.Empty);
        Assert.That(((ImmutableDictionary<string, ImmutableArray<int>>)value.Value!)["a"], Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void Convert_SecretInside_MakesTheWholeSecret()
    {
        var value = Convert(new WireList([new WireText("a"), new WireSecret(new WireSecret(new WireText("b")))]), typeof(ImmutableArray<string>), out _);

        Assert.That(value.IsSecret, Is.True);
        Assert.That(value.Value, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Convert_UnknownInside_MakesTheWholeUnknown()
    {
        Assert.That(Convert(new WireList([WireUnknown.Instance]), typeof(ImmutableArray<string>), out _).IsKnown, Is.False);
    }

    [Test]
    public void Convert_Union_TakesTheTypeThatFits()
    {
        var value = Convert(new WireNumber(1), typeof(Union<string, int>), out _);

        Assert.That(value.Value, Is.EqualTo(Union<string, int>.FromT1(1)));
    }

    [Test]
    public void Convert_JsonElement_KeepsStructure()
    {
        var value = Convert(new WireMap(WireObject.Empty.With("k", WireNull.Instance)), typeof(JsonElement), out _);

        Assert.That(((JsonElement)value.Value!).GetRawText(), Is.EqualTo("{\"k\":null}"));
    }

    [Test]
    public void Convert_TypeNoOutputCanBe_NamesItAndWhatCan()
    {
        Assert.That(() => Convert(new WireNumber(1), typeof(long), out _), Throws.InvalidOperationException.With.Message.Contains("System.Int64").And.Message.Contains("double"));
    }

    private static DecodedValue Convert(WireValue wire, Type type, out List<string> warnings)
    {
        var seen = new List<string>();
        warnings = seen;
        return PropertyConverter.Convert(wire, type, "Widget.size", seen.Add);
    }
}
