using HaIac.Transport.Failing;
using static HaIac.Transport.Tests.Committing.Commits;

namespace HaIac.Transport.Tests.Connecting;

/// <summary>The way to a host: jump hosts and configuration files.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class SshWayTests : SshFixture
{
    [Test]
    public async Task ReadAsync_JumpHostInTheAddress_IsGoneThroughWithTheKeysOfTheAddress()
    {
        var jump = await SshServer.StartAsync(TestDirectory, null);
        Servers.Add(jump);
        await using var cluster = Open($"{Address()}&jump=root@127.0.0.1:{jump.Port}&config={NoConfig()}");

        var documents = await Task.WhenAll(cluster.ReadAsync(), cluster.ReadAsync());

        await Until(() => jump.Logins > 0);
        Assert.That((documents[0].Nodes.Count(), jump.Logins), Is.EqualTo((3, 1)), "one connection for both");
    }

    [Test]
    public async Task ReadAsync_JumpHostsKeyIsUnknown_IsRefusedAndNamed()
    {
        var jump = await SshServer.StartAsync(TestDirectory, null);
        Servers.Add(jump);
        var known = TestDirectory.Write("known-without-jump", (await File.ReadAllTextAsync(TestDirectory.File("known"))).Replace($":{jump.Port} ", ":1 ", StringComparison.Ordinal));
        await using var cluster = Open($"{Address(known: known)}&jump=root@127.0.0.1:{jump.Port}&config={NoConfig()}");

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.Contain("HAI4004").And.Contain($"root@127.0.0.1:{jump.Port} on the way to it"));
            Assert.That(jump.Logins, Is.Zero);
        }
    }

    [Test]
    public async Task ReadAsync_JumpHostIsDown_SaysThatTheHostIsUnreachable()
    {
        await using var cluster = Open($"{Address()}&jump=127.0.0.1:{SshServer.FreePort()}&config={NoConfig()}");

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        Assert.That(fault.Message, Does.Contain("HAI4002").And.Contain("on the way to it").And.Contain("Connection refused"));
    }

    [Test]
    public async Task ReadAsync_ConfigurationFile_BringsAliasPortUserAndJumpHost()
    {
        var jump = await SshServer.StartAsync(TestDirectory, null);
        Servers.Add(jump);
        var keys = $"IdentityFile {TestDirectory.File("user")}\n  UserKnownHostsFile {TestDirectory.File("known")}\n  User root\n  HostName 127.0.0.1";
        var config = TestDirectory.Write("ssh config", $"Host bastion\n  Port {jump.Port}\n  {keys}\nHost controller\n  Port {Servers[0].Port}\n  ProxyJump bastion\n  {keys}\n");
        await using var cluster = Open($"ssh://controller?connectTimeout=120&config={Uri.EscapeDataString(config)}");

        var document = await cluster.ReadAsync();

        await Until(() => jump.Logins > 0);
        Assert.That(document.Nodes.Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task ReadAsync_ConfigurationFileIsNotThere_SaysSo()
    {
        await using var cluster = Open($"{Address()}&config=nowhere");

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        Assert.That(fault.Message, Does.Contain("HAI4001").And.Contain(TestDirectory.File("nowhere")).And.Contain("does not exist"));
    }

    private string NoConfig() => TestDirectory.Write("empty-config", "");
}
