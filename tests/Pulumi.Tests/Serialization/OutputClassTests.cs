using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi.Tests.Serialization;

/// <summary>Classes marked [OutputType] are read from values, and written where a stack or another resource is given one.</summary>
internal sealed class OutputClassTests
{
    [Test]
    public void Convert_RecordWithoutMark_TakesItsConstructor()
    {
        var value = WireObject.Create([KeyValuePair.Create<string, WireValue>("First", new WireText("a")), KeyValuePair.Create<string, WireValue>("Second", new WireNumber(2))]);

        var data = PropertyConverter.Convert(new WireMap(value), typeof(Pair), "p", Assert.Fail);

        Assert.That(data.Value, Is.EqualTo(new Pair("a", 2)));
    }

    [Test]
    public void Convert_SeveralConstructorsWithoutMark_SaysWhatToDo()
        => Assert.That(
            () => PropertyConverter.Convert(new WireMap(WireObject.Empty), typeof(Unclear), "p", Assert.Fail),
            Throws.InvalidOperationException.With.Message.Contains("[OutputConstructor]"));

    [Test]
    public async Task Serialize_OutputClass_WritesTheNamesItWasReadBy()
    {
        var rule = new Rule(22, ["a"], null, "x");

        var wire = await new PropertySerializer(keepOutputs: false).SerializePropertyAsync("p", rule);
        var back = PropertyConverter.Convert(wire, typeof(Rule), "p", Assert.Fail);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((WireMap)wire).Fields.Keys, Is.EquivalentTo(new[] { "port", "cidr_list", "1text" }));
            Assert.That(back.Value, Is.InstanceOf<Rule>().With.Property(nameof(Rule.Text)).EqualTo("x"));
            Assert.That(((Rule)back.Value!).Cidrs, Is.EqualTo(new[] { "a" }));
        }
    }

    [OutputType]
    internal sealed record Pair(string First, int Second);

    [OutputType]
    internal sealed class Unclear
    {
        public Unclear(string a) => A = a;

        public Unclear(int a) => A = a.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public string A { get; }
    }

    [OutputType]
    internal sealed class Rule
    {
        public readonly ImmutableArray<string> Cidrs;
        public readonly int Port;
        public readonly Rule? Inner;
        private readonly string _text;

        [OutputConstructor]
        internal Rule(int port, [OutputConstructorParameter("cidr_list")] ImmutableArray<string> cidrs, Rule? inner, [OutputConstructorParameter("1text")] string _text)
        {
            Port = port;
            Cidrs = cidrs;
            Inner = inner;
            this._text = _text;
        }

        public string Text => _text;
    }
}
