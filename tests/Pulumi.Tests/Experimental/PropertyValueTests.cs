using System.Collections.Immutable;
using Pulumi.Experimental;

namespace Pulumi.Tests.Experimental;

public sealed class PropertyValueTests
{
    private static IEnumerable<TestCaseData> Kinds()
    {
        yield return Case(PropertyValue.Null, PropertyValueType.Null);
        yield return Case(new PropertyValue(true), PropertyValueType.Bool);
        yield return Case(new PropertyValue(2.5), PropertyValueType.Number);
        yield return Case(new PropertyValue("a"), PropertyValueType.String);
        yield return Case(new PropertyValue(ImmutableArray.Create(PropertyValue.Null)), PropertyValueType.Array);
        yield return Case(Map(("a", PropertyValue.Null)), PropertyValueType.Map);
        yield return Case(new PropertyValue(new StringAsset("a")), PropertyValueType.Asset);
        yield return Case(new PropertyValue(new FileArchive("a")), PropertyValueType.Archive);
        yield return Case(new PropertyValue(new ResourceReference(new Urn("u"), null, "")), PropertyValueType.Resource);
        yield return Case(PropertyValue.Computed, PropertyValueType.Computed);

        static TestCaseData Case(PropertyValue value, PropertyValueType type) => new(value, type) { TestName = $"Kind_{type}" };
    }

    [TestCaseSource(nameof(Kinds))]
    public void Match_EveryKind_CallsTheFunctionOfThatKind(PropertyValue value, PropertyValueType type)
    {
        var called = value.Match(
            () => PropertyValueType.Null,
            _ => PropertyValueType.Bool,
            _ => PropertyValueType.Number,
            _ => PropertyValueType.String,
            _ => PropertyValueType.Array,
            _ => PropertyValueType.Map,
            _ => PropertyValueType.Asset,
            _ => PropertyValueType.Archive,
            _ => PropertyValueType.Resource,
            () => PropertyValueType.Computed);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(called, Is.EqualTo(type));
            Assert.That(value.Type, Is.EqualTo(type));
            Assert.That(value.TryGetBool(out _), Is.EqualTo(type == PropertyValueType.Bool));
            Assert.That(value.TryGetNumber(out _), Is.EqualTo(type == PropertyValueType.Number));
            Assert.That(value.TryGetString(out _), Is.EqualTo(type == PropertyValueType.String));
            Assert.That(value.TryGetArray(out _), Is.EqualTo(type == PropertyValueType.Array));
            Assert.That(value.TryGetMap(out _), Is.EqualTo(type == PropertyValueType.Map));
            Assert.That(value.TryGetAsset(out _), Is.EqualTo(type == PropertyValueType.Asset));
            Assert.That(value.TryGetArchive(out _), Is.EqualTo(type == PropertyValueType.Archive));
            Assert.That(value.TryGetResource(out _), Is.EqualTo(type == PropertyValueType.Resource));
            Assert.That(value.IsNull, Is.EqualTo(type == PropertyValueType.Null));
            Assert.That(value.IsComputed, Is.EqualTo(type == PropertyValueType.Computed));
        }
    }

    [Test]
    public void Equals_SameContentMadeTwice_IsEqualWithEqualHash()
    {
        var one = Deep();
        var two = Deep();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one, Is.EqualTo(two));
            Assert.That(one.GetHashCode(), Is.EqualTo(two.GetHashCode()));
        }

        static PropertyValue Deep() => Map(
            ("list", new PropertyValue(ImmutableArray.Create(new PropertyValue(1), new PropertyValue("b").WithSecret(true)))),
            ("ref", new PropertyValue(new ResourceReference(new Urn("u"), new PropertyValue("id"), "1.0.0"))),
            ("file", new PropertyValue(new StringAsset("text"))),
            ("after", PropertyValue.Computed.WithDependencies([new Urn("a"), new Urn("b")])));
    }

    [Test]
    public void Equals_AnyDifference_IsNotEqual()
    {
        var value = new PropertyValue("a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(value, Is.Not.EqualTo(new PropertyValue("b")));
            Assert.That(value, Is.Not.EqualTo(value.WithSecret(true)));
            Assert.That(value, Is.Not.EqualTo(value.WithDependencies([new Urn("a")])));
            Assert.That(new PropertyValue("1"), Is.Not.EqualTo(new PropertyValue(1)));
            Assert.That(PropertyValue.Null, Is.Not.EqualTo(PropertyValue.Computed));
            Assert.That(Map(("a", value)), Is.Not.EqualTo(Map(("b", value))));
            Assert.That(new PropertyValue(new FileAsset("a")), Is.Not.EqualTo(new PropertyValue(new StringAsset("a"))));
        }
    }

    [Test]
    public void Equals_FilesWithTheSameHash_AreEqualWhereverTheyComeFrom()
    {
        var file = new PropertyValue(new FileAsset("motd") { Hash = "ab" });
        var text = new PropertyValue(new StringAsset("hello") { Hash = "ab" });

        Assert.That(file, Is.EqualTo(text));
    }

    [Test]
    public void ToString_SecretAtAnyDepth_DoesNotShowIt()
    {
        var value = Map(("user", new PropertyValue("ann")), ("password", new PropertyValue("hunter2").WithSecret(true)));

        Assert.That(value.ToString(), Is.EqualTo("{password: [secret], user: ann}"));
    }

    [Test]
    public void WithSecret_KeepsTheOriginal()
    {
        var value = new PropertyValue("a");

        var secret = value.WithSecret(true).WithDependencies([new Urn("u")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(value.IsSecret, Is.False);
            Assert.That(value.Dependencies, Is.Empty);
            Assert.That(secret.IsSecret, Is.True);
            Assert.That(secret.Dependencies, Is.EqualTo(new[] { new Urn("u") }));
        }
    }

    [Test]
    public void Constructor_NoContent_Throws()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new PropertyValue((string)null!), Throws.ArgumentNullException);
            Assert.That(() => new PropertyValue(default(ImmutableArray<PropertyValue>)), Throws.ArgumentNullException);
        }
    }

    private static PropertyValue Map(params (string Key, PropertyValue Value)[] fields) =>
        new(fields.ToImmutableDictionary(f => f.Key, f => f.Value));
}
