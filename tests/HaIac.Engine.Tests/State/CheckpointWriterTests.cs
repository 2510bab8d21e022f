using System.Text;
using System.Text.Json;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.State;

public sealed class CheckpointWriterTests
{
    [Test]
    public void Write_NoFeature_IsVersion3()
    {
        var text = Write(new CheckpointWriter(PlainSecrets.Instance), Thing("a"));

        Assert.That(text, Does.StartWith("""{"version":3,"checkpoint":{"stack":"organization/demo/dev","latest":{"""));
    }

    [Test]
    public void Write_TaintAndHooks_IsVersion4WithSortedFeatures()
    {
        var hooks = System.Collections.Immutable.ImmutableSortedDictionary<string, System.Collections.Immutable.ImmutableArray<string>>.Empty.Add("AfterCreate", ["h"]);

        var text = Write(new CheckpointWriter(PlainSecrets.Instance), Thing("a") with { Taint = true }, Thing("b") with { ResourceHooks = hooks });

        Assert.That(text, Does.StartWith("""{"version":4,"features":["hooks","taint"],"checkpoint":{"""));
    }

    [Test]
    public void Write_SameInstances_AreSerialisedOnce()
    {
        var writer = new CheckpointWriter(PlainSecrets.Instance);
        var resources = Enumerable.Range(0, 100).Select(i => Thing($"r{i}")).ToArray();

        for (var steps = 1; steps <= resources.Length; steps++)
            Write(writer, resources[..steps]);

        Assert.That(writer.Serialised, Is.EqualTo(100));
    }

    [Test]
    public void Write_ChangedResource_IsSerialisedAgain()
    {
        var writer = new CheckpointWriter(PlainSecrets.Instance);
        var thing = Thing("a");
        Write(writer, thing);

        var text = Write(writer, thing with { Protect = true });

        Assert.That(text, Does.Contain("\"protect\":true"));
    }

    [Test]
    public void Write_SecretThatDidNotChange_KeepsItsCiphertext()
    {
        using var codec = PassphraseSecrets.Create("p");
        var first = new RememberedSecrets(codec);
        var secret = Thing("a") with { Inputs = WireObject.Empty.With("token", new WireSecret(new WireText("hush"))) };
        var before = Write(new CheckpointWriter(first), secret);
        var second = new RememberedSecrets(codec);
        var read = CheckpointReader.Read(Encoding.UTF8.GetBytes(before), "", _ => second);

        var after = Write(new CheckpointWriter(second), [.. read.Latest.Resources]);

        Assert.That(after, Is.EqualTo(before).And.Not.Contain("hush"));
    }

    [Test]
    public void Write_EqualSecretsOfTwoResources_DoNotShowThatTheyAreEqual()
    {
        using var codec = PassphraseSecrets.Create("p");
        var inputs = WireObject.Empty.With("token", new WireSecret(new WireText("hush")));
        var text = Write(new CheckpointWriter(new RememberedSecrets(codec)), Thing("a") with { Inputs = inputs }, Thing("b") with { Inputs = inputs });

        using var document = JsonDocument.Parse(text);
        var ciphertexts = document.RootElement.GetProperty("checkpoint").GetProperty("latest").GetProperty("resources").EnumerateArray()
            .Select(resource => resource.GetProperty("inputs").GetProperty("token").GetProperty("ciphertext").GetString());

        Assert.That(ciphertexts, Is.Unique);
    }

    [Test]
    public void Write_SecretInASecret_OnlyTheOuterIsEncrypted()
    {
        var nested = new WireSecret(new WireMap(WireObject.Empty.With("inner", new WireSecret(new WireNumber(7)))));
        using var codec = PassphraseSecrets.Create("p");

        var json = ValueJson.ToText(nested, codec);

        Assert.That(ValueJson.Parse(json, codec), Is.EqualTo(nested));
        Assert.That(json, Does.Not.Contain("inner"));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(-0.5)]
    [TestCase(1e300)]
    public void Write_AnyNumber_ReadsBack(double number) =>
        Assert.That(ValueJson.Parse(ValueJson.ToText(new WireNumber(number), PlainSecrets.Instance), PlainSecrets.Instance), Is.EqualTo(new WireNumber(number)));

    [Test]
    public void Write_300Levels_ReadsBack()
    {
        WireValue value = new WireText("bottom");
        for (var level = 0; level < 300; level++)
            value = level % 2 == 0 ? new WireList([value]) : new WireMap(WireObject.Empty.With("k", value));
        var resource = Thing("deep") with { Inputs = WireObject.Empty.With("deep", value) };

        var text = Write(new CheckpointWriter(PlainSecrets.Instance), resource);

        var read = CheckpointReader.Read(Encoding.UTF8.GetBytes(text), "", _ => PlainSecrets.Instance);
        Assert.That(read.Latest.Resources[0].Inputs, Is.EqualTo(resource.Inputs));
    }

    internal static StateResource Thing(string name) =>
        new($"urn:pulumi:dev::demo::kit:index:Thing::{name}", "kit:index:Thing", true) { Id = name + "-1" };

    private static string Write(CheckpointWriter writer, params StateResource[] resources) =>
        Encoding.UTF8.GetString(writer.Write(new("organization/demo/dev", Deployment.Empty with { Resources = [.. resources] })));
}
