using System.Collections.Immutable;
using HaIac.Protocol.Properties;
using Pulumi.Tests.Serialization;

namespace Pulumi.Tests.Attributes;

/// <summary>Unions of classes that a field tells apart, both ways.</summary>
internal sealed class DiscriminatedUnionTests
{
    // Of the same shape, so that only the field can tell them apart.
    [DiscriminatedUnionDiscriminator("kind")]
    [DiscriminatedUnionCase("basic", typeof(Basic))]
    [DiscriminatedUnionCase("bearer", typeof(Bearer))]
    private interface IAuth;

    [DiscriminatedUnionDiscriminator("__type")]
    [DiscriminatedUnionCase("leaf", typeof(Leaf))]
    [DiscriminatedUnionCase("pair", typeof(Pair))]
    private interface ITree;

    [DiscriminatedUnionDiscriminator("kind")]
    [DiscriminatedUnionCase("wrong", typeof(Leaf))]
    private interface IBroken;

    private interface IAuthArgs;

    [Test]
    public void Convert_Tag_ChoosesTheClass()
    {
        var value = Wire.Convert<IAuth>(Wire.Map(("kind", "bearer"), ("value", "token")), out var warnings);

        Assert.That(warnings, Is.Empty);
        Assert.That(value.Value, Is.InstanceOf<Bearer>().With.Property("Value").EqualTo("token"));
    }

    [Test]
    public void Convert_UnknownTag_WarnsWithThoseThatExist()
    {
        var value = Wire.Convert<IAuth>(Wire.Map(("kind", "oauth"), ("value", "token")), out var warnings);

        Assert.That(value.Value, Is.Null);
        Assert.That(warnings.Single(), Does.Contain("\"kind\" is one of basic, bearer").And.Contain("\"oauth\"").And.EndsWith("Widget.p"));
    }

    [Test]
    public void Convert_NoTag_Warns()
    {
        Assert.That(Wire.Convert<IAuth>(Wire.Map(("value", "x")), out var warnings).Value, Is.Null);
        Assert.That(warnings.Single(), Does.Contain("one without it"));
    }

    [Test]
    public void Convert_SecretTag_IsNotPrinted()
    {
        var value = Wire.Convert<IAuth>(Wire.Map(("kind", new WireSecret(new WireText("hidden"))), ("value", "x")), out var warnings);

        Assert.That(value.IsSecret, Is.True);
        Assert.That(warnings.Single(), Does.Not.Contain("hidden"));
    }

    [Test]
    public void Convert_UnknownValueOfTag_IsUnknown()
    {
        var value = Wire.Convert<IAuth>(Wire.Map(("kind", WireUnknown.Instance), ("value", "x")), out var warnings);

        Assert.That(value.IsKnown, Is.False);
        Assert.That(warnings, Is.Empty);
    }

    [Test]
    public void Convert_CasesInsideEachOther_AreChosenAtEveryLevel()
    {
        var leaf = Wire.Map(("__type", "leaf"), ("name", "a"));
        var tree = Wire.Map(("__type", "pair"), ("parts", new WireList([leaf, Wire.Map(("__type", "pair"), ("parts", new WireList([leaf])))])));

        var pair = (Pair)Wire.Convert<ITree>(tree, out var warnings).Value!;

        Assert.That(warnings, Is.Empty);
        Assert.That(((Leaf)pair.Parts[0]).Name, Is.EqualTo("a"));
        Assert.That(((Leaf)((Pair)pair.Parts[1]).Parts.Single()).Name, Is.EqualTo("a"));
    }

    [Test]
    public void Convert_CaseThatIsNoMember_IsAnError()
    {
        Assert.That(() => Wire.Convert<IBroken>(WireNull.Instance, out _), Throws.InvalidOperationException.With.Message.Contains("must implement it"));
    }

    [Test]
    public async Task Serialize_ArgsOfEveryCase_SendTheirTag()
    {
        var args = new DoorArgs { Auth = new BasicArgs { Value = "u" }, More = { new BearerArgs { Value = "t" }, new BasicArgs() } };

        var wire = (WireMap)await new PropertySerializer(false).SerializePropertyAsync("p", args);

        Assert.That(wire.Fields["auth"], Is.EqualTo(Wire.Map(("kind", "basic"), ("value", "u"))));
        Assert.That(wire.Fields["more"], Is.EqualTo(new WireList([Wire.Map(("kind", "bearer"), ("value", "t")), Wire.Map(("kind", "basic"))])));
    }

    [OutputType]
    private sealed class Basic : IAuth
    {
        [OutputConstructor]
        private Basic(string value) => Value = value;

        public string Value { get; }
    }

    [OutputType]
    private sealed class Bearer : IAuth
    {
        [OutputConstructor]
        private Bearer(string value) => Value = value;

        public string Value { get; }
    }

    [OutputType]
    private sealed class Leaf : ITree
    {
        [OutputConstructor]
        private Leaf(string name) => Name = name;

        public string Name { get; }
    }

    [OutputType]
    private sealed class Pair : ITree
    {
        [OutputConstructor]
        private Pair(ImmutableArray<ITree> parts) => Parts = parts;

        public ImmutableArray<ITree> Parts { get; }
    }

    private sealed class BasicArgs : ResourceArgs, IAuthArgs
    {
        [Input("kind", required: true)]
        public Input<string> Kind { get; set; } = "basic";

        [Input("value")]
        public Input<string>? Value { get; set; }
    }

    private sealed class BearerArgs : ResourceArgs, IAuthArgs
    {
        [Input("kind", required: true)]
        public Input<string> Kind { get; set; } = "bearer";

        [Input("value")]
        public Input<string>? Value { get; set; }
    }

    private sealed class DoorArgs : ResourceArgs
    {
        // No conversion of the language leads from an interface to a class, so such inputs are declared as object.
        [Input("auth")]
        public Input<object>? Auth { get; set; }

        [Input("more")]
        private InputList<object>? _more;

        public InputList<object> More
        {
            get => _more ??= new InputList<object>();
            set => _more = value;
        }
    }
}
