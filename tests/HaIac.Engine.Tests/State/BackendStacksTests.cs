using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.State;

public sealed class BackendStacksTests
{
    private const string Passphrase = "correct horse";
    private readonly StackName _net = new("demo", "net");
    private TemporaryFolder _folder = null!;
    private FileBackend _backend = null!;

    [SetUp]
    public async Task SetUp()
    {
        _folder = new TemporaryFolder();
        _backend = new FileBackend(BackendUrl.Resolve("file://" + _folder.Path, null, "/", "/"));
        var opener = new StackOpener(_backend, TimeProvider.System, "test");
        using var secrets = PassphraseSecrets.Create(Passphrase);
        opener.Create(_net, secrets);
        var stack = await opener.OpenAsync(_net, () => Passphrase, null);
        await stack.Store.SaveAsync(stack.Checkpoint.Latest with
        {
            Resources =
            [
                new StateResource("urn:pulumi:net::demo::pulumi:pulumi:Stack::demo-net", "pulumi:pulumi:Stack", false)
                {
                    Outputs = WireObject.Create(
                    [
                        KeyValuePair.Create<string, WireValue>("plain", new WireText("p")),
                        KeyValuePair.Create<string, WireValue>("shut", new WireSecret(new WireText("s"))),
                    ]),
                },
            ],
        });
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase("net")]
    [TestCase("organization/net")]
    [TestCase("organization/demo/net")]
    public async Task ReadAsync_AnyFormOfTheName_GivesOutputsWithSecretsReadable(string name)
    {
        var deployed = await new BackendStacks(_backend, "demo", () => Passphrase).ReadAsync(name);

        Assert.That(deployed!.Resources.Single().Outputs["shut"], Is.EqualTo(new WireSecret(new WireText("s"))));
    }

    [Test]
    public async Task ReadAsync_SeveralTimes_MakesTheKeyOnce()
    {
        var asked = 0;
        var stacks = new BackendStacks(_backend, "demo", () =>
        {
            asked++;
            return Passphrase;
        });

        await stacks.ReadAsync("net");
        await stacks.ReadAsync("net");

        Assert.That(asked, Is.EqualTo(1));
    }

    [Test]
    public async Task ReadAsync_NoSuchStack_IsNull() =>
        Assert.That(await new BackendStacks(_backend, "demo", () => Passphrase).ReadAsync("organization/other/net"), Is.Null);

    [Test]
    public void ReadAsync_WrongPassphrase_SaysSo() =>
        Assert.That(
            () => new BackendStacks(_backend, "demo", () => "wrong").ReadAsync("net"),
            Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1141"));

    [Test]
    public void ReadAsync_OtherOrganization_IsRefused() =>
        Assert.That(
            () => new BackendStacks(_backend, "demo", () => Passphrase).ReadAsync("acme/net/prod"),
            Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1130"));
}
