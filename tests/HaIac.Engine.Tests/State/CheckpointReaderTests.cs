using System.Text;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.State;

public sealed class CheckpointReaderTests
{
    private const string Where = "stacks/demo/dev.json";

    [TestCase("", "HAI1113")]
    [TestCase("garbage", "HAI1113")]
    [TestCase("""{"version":3,"checkpoint":{"stack":"org""", "HAI1113")]
    [TestCase("[]", "HAI1113")]
    [TestCase("""{"version":3}""", "HAI1113")]
    [TestCase("""{"version":3,"checkpoint":{"latest":{"resources":[{"type":"a:b:C"}]}}}""", "HAI1113")]
    [TestCase("""{"version":3,"checkpoint":{"latest":{"resources":[{"urn":"u","type":"t","protect":"yes"}]}}}""", "HAI1113")]
    [TestCase("""{"version":99,"checkpoint":{}}""", "HAI1110")]
    [TestCase("""{"version":2,"checkpoint":{}}""", "HAI1110")]
    [TestCase("""{"version":4,"features":["taint","teleport"],"checkpoint":{}}""", "HAI1111")]
    public void Read_FileThatIsNotOurs_IsRefusedWithPlaceAndReason(string content, string code) =>
        Assert.That(
            () => Read(content),
            Throws.TypeOf<StateException>().With.Property("Code").EqualTo(code).And.Message.Contains(Where).And.Message.Contains("mend"));

    [Test]
    public void Read_DamagedJson_NamesLineAndByte() =>
        Assert.That(() => Read("{\n  \"version\": 3,\n  oops"), Throws.TypeOf<StateException>().With.Message.Contains("line 3, byte 3"));

    [Test]
    public void Read_UnknownFields_AreWrittenBack()
    {
        const string content = """
            {"version":3,"checkpoint":{"stack":"organization/demo/dev","later":{"a":[1]},"latest":{"resources":[{"urn":"urn:pulumi:dev::demo::a:b:C::x","custom":true,"type":"a:b:C","novel":{"k":1e2}}],"more":"yes","metadata":{"m":1}}}}
            """;

        var text = Encoding.UTF8.GetString(new CheckpointWriter(PlainSecrets.Instance).Write(Read(content)));

        Assert.That(text, Does.Contain("\"novel\":{\"k\":1e2}").And.Contain("\"more\":\"yes\"").And.Contain("\"later\":{\"a\":[1]}").And.Contain("\"metadata\":{\"m\":1}"));
    }

    [Test]
    public void Read_SecretOfAnotherKey_SaysThatThePassphraseIsNotTheRightOne()
    {
        using var one = PassphraseSecrets.Create("one");
        using var other = PassphraseSecrets.Create("other");
        var content = $$$$$"""
            {"version":3,"checkpoint":{"latest":{"resources":[{"urn":"u","type":"t","inputs":{"s":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"{{{{{one.Encrypt("\"x\"")}}}}}"}}}]}}}
            """;

        Assert.That(() => Read(content, other), Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1112"));
    }

    private static Checkpoint Read(string content, ISecretCodec? codec = null) =>
        CheckpointReader.Read(Encoding.UTF8.GetBytes(content), Where, _ => codec ?? PlainSecrets.Instance);
}
