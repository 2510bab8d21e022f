using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Events;
using HaIac.Engine.Registering;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Registering;

/// <summary>What the engine itself does with inputs: ignore changes, compare, read durations.</summary>
[TestFixture]
internal sealed class InputTests
{
    [TestCase("""{"a":1,"b":1}""", """{"a":2,"b":2}""", "a", """{"a":1,"b":2}""")]
    [TestCase("""{}""", """{"a":2}""", "a", """{}""")]
    [TestCase("""{"a":1}""", """{}""", "a", """{"a":1}""")]
    [TestCase("""{"t":{"x":1,"y":1}}""", """{"t":{"x":2,"y":2}}""", "t.x", """{"t":{"x":1,"y":2}}""")]
    [TestCase("""{"t":{}}""", """{"t":{"x":2}}""", "t.x", """{"t":{}}""")]
    [TestCase("""{"l":[1,2]}""", """{"l":[3,4]}""", "l[1]", """{"l":[3,2]}""")]
    [TestCase("""{"l":[{"k":1},{"k":2}]}""", """{"l":[{"k":5},{"k":6}]}""", "l[*].k", """{"l":[{"k":1},{"k":2}]}""")]
    public void Apply_IgnoredPath_PutsTheOldValueBack(string olds, string news, string path, string expected)
    {
        var (inputs, notFollowed) = IgnoredChanges.Apply(Fields(olds), Fields(news), [path]);

        Assert.That(inputs, Is.EqualTo(Fields(expected)));
        Assert.That(notFollowed, Is.Empty);
    }

    [TestCase("""{"l":[1]}""", """{"l":[1,2]}""", "l[*]")]
    [TestCase("""{"l":[1]}""", """{"l":[1]}""", "l[5]")]
    [TestCase("""{"a":1}""", """{"a":2}""", "a.b")]
    public void Apply_PathThatCannotBeFollowed_IsNamedAndChangesNothing(string olds, string news, string path)
    {
        var (inputs, notFollowed) = IgnoredChanges.Apply(Fields(olds), Fields(news), [path]);

        Assert.That(inputs, Is.EqualTo(Fields(news)));
        Assert.That(notFollowed, Is.EqualTo(new[] { path }));
    }

    [TestCase("""{"a":1}""", """{"a":1}""", "")]
    [TestCase("""{"a":1,"n":null}""", """{"a":1}""", "")]
    [TestCase("""{"a":1}""", """{"a":2}""", "a=Update")]
    [TestCase("""{"t":{"x":1}}""", """{"t":{"y":1}}""", "t.x=Delete t.y=Add")]
    [TestCase("""{"l":[1,2,3]}""", """{"l":[1,5]}""", "l[1]=Update l[2]=Delete")]
    [TestCase("""{"t":{"k.l":1}}""", """{"t":{"k.l":2}}""", "t[\"k.l\"]=Update")]
    public void Compare_TwoObjects_NamesEveryChangedPath(string olds, string news, string expected)
    {
        var diff = InputComparison.Compare(Fields(olds), Fields(news));

        var changes = string.Join(' ', diff.Detailed?.Select(pair => $"{pair.Key}={pair.Value.Kind}") ?? []);
        Assert.That(changes, Is.EqualTo(expected));
        Assert.That(diff.Changes == DiffResponse.Types.DiffChanges.DiffNone, Is.EqualTo(expected.Length == 0));
    }

    [Test]
    public void Compare_SecretAgainstPlain_IsAChangeButSecretsCompareByContent()
    {
        var plain = WireObject.Empty.With("a", new WireText("x"));
        var secret = WireObject.Empty.With("a", new WireSecret(new WireText("x")));

        Assert.That(InputComparison.Same(secret, secret), Is.True);
        Assert.That(InputComparison.Compare(plain, secret).Detailed!["a"].Kind, Is.EqualTo(PropertyDiffKind.Update));
    }

    [Test]
    public void Compare_AssetsWithTheSameHash_AreEqualWhateverTheirKind()
    {
        var text = WireObject.Empty.With("a", new WireAsset(WireAssetKind.Text, "x", "h"));
        var file = WireObject.Empty.With("a", new WireAsset(WireAssetKind.Path, "x.txt", "h"));

        Assert.That(InputComparison.Same(text, file), Is.True);
    }

    [TestCase("5m", 300)]
    [TestCase("1h30m", 5400)]
    [TestCase("90s", 90)]
    [TestCase("1.5s", 1.5)]
    [TestCase("300000000000ns", 300)]
    [TestCase("-2m", -120)]
    [TestCase("0", 0)]
    [TestCase("250ms", 0.25)]
    public void ParseSeconds_Duration_GivesSeconds(string text, double expected) =>
        Assert.That(GoDuration.ParseSeconds(text), Is.EqualTo(expected).Within(1e-9));

    [TestCase("")]
    [TestCase("soon")]
    [TestCase("5")]
    [TestCase("5x")]
    [TestCase("m")]
    public void ParseSeconds_NoDuration_GivesNull(string text) => Assert.That(GoDuration.ParseSeconds(text), Is.Null);

    private static WireObject Fields(string json) => WireReader.FromStruct(Struct.Parser.ParseJson(json));
}
