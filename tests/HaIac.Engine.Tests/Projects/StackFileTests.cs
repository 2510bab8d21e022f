using HaIac.Engine.Projects;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.Projects;

public sealed class StackFileTests
{
    [TestCase("", "config:\n  p:a: x\n")]
    [TestCase("encryptionsalt: s\n", "encryptionsalt: s\nconfig:\n  p:a: x\n")]
    [TestCase("config: {}\n", "config:\n  p:a: x\n")]
    [TestCase("config:\n", "config:\n  p:a: x\n")]
    [TestCase("config:\n  p:a: old\n  p:b: 1\n", "config:\n  p:a: x\n  p:b: 1\n")]
    [TestCase("config:\n    p:b: 1\n# end", "config:\n    p:b: 1\n    p:a: x\n# end\n")]
    [TestCase("config:\n  p:a:\n    deep:\n      - 1\n  p:b: 1\nother: y\n", "config:\n  p:a: x\n  p:b: 1\nother: y\n")]
    [TestCase("config:\n  p:b: |\n    line\n    line\n\nother: y\n", "config:\n  p:b: |\n    line\n    line\n  p:a: x\n\nother: y\n")]
    [TestCase("config: {p:b: 1, \"p:a\": old}\n", null)]
    public void With_Value_TouchesOnlyItsLines(string before, string? after)
    {
        var changed = Load(before).With("p:a", new ConfigText("x"));

        Assert.That(changed.Config["p:a"], Is.EqualTo(new ConfigText("x")));
        if (after is not null)
            Assert.That(changed.Text, Is.EqualTo(after));
    }

    [Test]
    public void Without_LastValue_LeavesAnEmptyMap()
    {
        var changed = Load("config:\n  p:a: x\n").Without("p:a");

        Assert.That(changed.Config, Is.Empty);
    }

    [TestCase("plain")]
    [TestCase("42")]
    [TestCase("true")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase(" blank ")]
    [TestCase("a: b")]
    [TestCase("# no comment")]
    [TestCase("two\nlines")]
    [TestCase("\"quoted\" and \\back")]
    [TestCase("virtual:.haiac/dev?nodes=ctl1,ctl2")]
    [TestCase("*star &amp !bang %x @y `z")]
    [TestCase("grüße ✓")]
    [TestCase("- item")]
    [TestCase("1e3")]
    [TestCase("0x1f")]
    [TestCase("2026-11-22")]
    [TestCase("yes")]
    public void With_AnyText_ReadsBackAsThatText(string value) =>
        Assert.That(Load("").With("p:a", new ConfigText(value)).Config["p:a"], Is.EqualTo(new ConfigText(value)).Or.EqualTo(new ConfigLiteral(value)));

    [Test]
    public void With_Structure_ReadsBack()
    {
        ConfigNode value = new ConfigMap([
            new("list", new ConfigList([new ConfigText("a"), new ConfigLiteral("1"), new ConfigMap([new("k", new ConfigSecret("v1:x:y")), new("m", new ConfigText("z"))])])),
            new("empty", new ConfigList([])),
            new("flag", new ConfigLiteral("true"))]);

        var read = Load("").With("p:a", value).Config["p:a"];

        Assert.That(ConfigNodes.ToJson(read, MaskedSecrets.Instance), Is.EqualTo("""{"empty":[],"flag":true,"list":["a",1,{"k":"[secret]","m":"z"}]}"""));
        Assert.That(read.IsSecret);
    }

    [TestCase("config:\n  p:a: [x\n")]
    [TestCase("config: text\n")]
    [TestCase("- a\n")]
    public void Load_DamagedFile_NamesItAndTheReason(string content) =>
        Assert.That(() => Load(content), Throws.TypeOf<StateException>().With.Message.Contains("Pulumi.dev.yaml"));

    private static StackFile Load(string content)
    {
        using var folder = new TemporaryFolder();
        return StackFile.Load(folder.Write("Pulumi.dev.yaml", content));
    }
}
