using System.Globalization;
using HaIac.CommandProvider.Tests.Kit;
using HaIac.Protocol.Properties;

namespace HaIac.CommandProvider.Tests.EndToEnd;

/// <summary>The example <c>examples/Commands</c>, with the plugin where its Pulumi.yaml says.</summary>
[TestFixture]
internal sealed class ExampleTests
{
    private CommandStack stack = null!;

    [SetUp]
    public void Make() => stack = CommandStack.OfExample("Commands");

    [TearDown]
    public void Remove() => stack.Dispose();

    [Test]
    public async Task Example_WithoutNodes_MakesTheKeyOnceAndAnotherForAnotherGeneration()
    {
        Assert.That(await stack.UpAsync(), Is.EqualTo("Create 3"));
        var first = stack.Folder.Read("authkey");
        Assert.That(first, Does.Match("^[0-9a-f]{64}$"));
        Assert.That(string.Join('\n', stack.Lines), Does.Not.Contain(first));

        Assert.That((await stack.UpAsync(), stack.Folder.Read("authkey")), Is.EqualTo(("Same 3", first)));

        stack.Config["generation"] = "2";
        await stack.UpAsync();
        Assert.That(stack.Folder.Read("authkey"), Does.Match("^[0-9a-f]{64}$").And.Not.EqualTo(first));

        await stack.DestroyAsync();
        Assert.That(File.Exists(stack.Folder.At("authkey")), Is.False);
    }

    [Test]
    [Category("Tools")]
    public async Task Example_WithANode_BringsTheKeyThereAndTakesItAway()
    {
        HostTools.Require("sshd", "ssh", "ssh-keygen");
        using var keys = new TemporaryFolder();
        SshKeys.Make(keys);
        using var server = await SshServer.StartAsync(keys);
        stack.Config["nodes"] = "[\"127.0.0.1\"]";
        stack.Config["port"] = server.Port.ToString(CultureInfo.InvariantCulture);
        stack.Config["path"] = keys.At("authkey");
        stack.Config["hostKey"] = keys.Read("host.pub").Trim();
        stack.Config["privateKey"] = keys.Read("user");
        stack.Secrets.Add("privateKey");

        await stack.UpAsync();

        var checks = stack.State.Resources.Single(resource => resource.IsStack).Outputs["checks"];
        Assert.That((keys.Read("authkey"), $"{Plain(checks)}"), Is.EqualTo((stack.Folder.Read("authkey"), "400 64 bytes")));

        await stack.DestroyAsync();
        Assert.That(File.Exists(keys.At("authkey")), Is.False);
    }

    private static string Plain(WireValue value) => value switch
    {
        WireSecret secret => Plain(secret.Value),
        WireList list => string.Join(',', list.Items.Select(Plain)),
        WireText text => text.Value,
        _ => $"{value}",
    };
}
