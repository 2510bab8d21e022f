using System.Globalization;
using HaIac.CommandProvider.Tests.Kit;
using HaIac.Protocol.Properties;

namespace HaIac.CommandProvider.Tests.EndToEnd;

/// <summary>A program that copies a file to another host and runs commands there, under the engine of <c>haiac</c> and with a real ssh server.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class RemoteLifeTests
{
    private TemporaryFolder keys = null!;
    private SshServer server = null!;
    private CommandStack stack = null!;

    [SetUp]
    public async Task StartServer()
    {
        HostTools.Require("sshd", "ssh", "ssh-keygen");
        keys = new TemporaryFolder();
        SshKeys.Make(keys);
        server = await SshServer.StartAsync(keys);
        stack = new CommandStack("remote");
        stack.Config["port"] = server.Port.ToString(CultureInfo.InvariantCulture);
        stack.Config["key"] = keys.Read("user");
        stack.Secrets.Add("key");
        stack.Config["hostKey"] = keys.Read("host.pub").Trim();
        stack.Config["source"] = stack.Folder.Write("motd", "hello");
        stack.Config["target"] = keys.At("motd");
    }

    [TearDown]
    public void StopServer()
    {
        stack?.Dispose();
        server?.Dispose();
        keys?.Dispose();
    }

    [Test]
    public async Task Stack_CopyAndCommand_FollowTheFile()
    {
        Assert.That(await stack.UpAsync(), Is.EqualTo("Create 3"));
        Assert.That((keys.Read("motd"), Read()), Is.EqualTo(("hello", "hello by it's me")));

        File.Delete(keys.At("motd"));
        Assert.That((await stack.UpAsync(), File.Exists(keys.At("motd"))), Is.EqualTo(("Same 3", false)), "the same content is not copied again");

        stack.Folder.Write("motd", "changed");
        Assert.That(await stack.UpAsync(), Does.Contain("Update 1").And.Contain("Replace 1"));
        Assert.That((keys.Read("motd"), Read(), keys.Read("motd.last")), Is.EqualTo(("changed", "changed by it's me", "hello by it's me\n")));

        Assert.That(await stack.DestroyAsync(), Is.EqualTo("Delete 3"));
        Assert.That(keys.Read("motd.last"), Is.EqualTo("changed by it's me\n"));
    }

    [Test]
    public async Task State_Always_HoldsTheConnectionAsASecret()
    {
        await stack.UpAsync();

        var remote = stack.State.Resources.Where(resource => resource.Type.StartsWith("command:remote:", StringComparison.Ordinal)).ToList();
        Assert.That(remote, Has.Count.EqualTo(2));
        Assert.That(remote.SelectMany(resource => new[] { resource.Inputs["connection"], resource.Outputs["connection"] }), Is.All.InstanceOf<WireSecret>());
    }

    [Test]
    public async Task Stack_WrongHostKey_FailsAndNamesTheHost()
    {
        stack.Config["hostKey"] = keys.Read("stranger.pub").Trim();

        var result = await stack.RunAsync();

        Assert.That(result.Succeeded, Is.False);
        Assert.That(string.Join('\n', stack.Errors), Does.Contain("HAI4004").And.Contain($"root@127.0.0.1 port {server.Port}").And.Not.Contain("BEGIN OPENSSH"));
    }

    [Test]
    public async Task Stack_BadInput_IsFoundInThePreviewEverywhereAtOnce()
    {
        stack.Config["hostKey"] = "SHA256:fingerprint";

        var result = await stack.RunAsync(preview: true);

        Assert.That(result.Succeeded, Is.False);
        Assert.That(string.Join('\n', stack.Errors), Does.Contain("HAI6004").And.Contain("hostKey is no public key").And.Contain("connection.hostKey"));
        Assert.That(server.Said, Does.Not.Contain("Accepted"));
    }

    private string Read() => ((WireText)stack.State.Resources.Single(resource => resource.IsStack).Outputs["read"]).Value;
}
