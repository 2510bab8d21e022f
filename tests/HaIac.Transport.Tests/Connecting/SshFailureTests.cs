using HaIac.Transport.Addressing;
using HaIac.Transport.Connecting;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;
using HaIac.Transport.Tooling;

namespace HaIac.Transport.Tests.Connecting;

/// <summary>Each failure of ssh is named, with the host, what ssh said and how to mend it.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class SshFailureTests : SshFixture
{
    [Test]
    public async Task ReadAsync_WrongKey_SaysThatTheLoginWasRefused()
    {
        await using var cluster = Open(Address(key: "stranger"));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.LoginRefused));
            Assert.That(fault.Message, Does.Contain("HAI4003").And.Contain("127.0.0.1").And.Contain("stranger").And.Contain("authorized_keys"));
        }
    }

    [Test]
    public async Task ReadAsync_UnknownHostKey_IsRefusedByDefault()
    {
        await using var cluster = Open(Address(known: "nobody-known"));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.HostKey));
            Assert.That(fault.Message, Does.Contain("HAI4004").And.Contain("ssh-keyscan").And.Contain("accept-new"));
        }
    }

    [Test]
    public async Task ReadAsync_UnknownHostKeyAcceptedOnce_IsStoredAndAChangedOneIsRefused()
    {
        var known = $"new-known-{Guid.NewGuid():n}";
        var address = Address(known: known) + "&strictHostKeyChecking=accept-new";
        await using (var cluster = Open(address))
        {
            await cluster.ReadAsync();
        }

        var stored = await File.ReadAllTextAsync(TestDirectory.File(known));
        var another = (await File.ReadAllTextAsync(TestDirectory.File("stranger.pub"))).Split(' ')[1];
        File.WriteAllText(TestDirectory.File(known), $"[127.0.0.1]:{Servers[0].Port} ssh-ed25519 {another}\n");
        await using var changed = Open(address);
        var fault = await Thrown.ByAsync<TransportException>(() => changed.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored, Does.Contain((await File.ReadAllTextAsync(TestDirectory.File("host.pub"))).Split(' ')[1]));
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.HostKey));
            Assert.That(fault.Message, Does.Contain("shows another key").And.Contain("ssh-keygen -R"));
        }
    }

    [Test]
    public async Task ReadAsync_NobodyListens_SaysThatTheHostIsUnreachable()
    {
        await using var cluster = Open(Address(port: SshServer.FreePort()));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.Unreachable));
            Assert.That(fault.Message, Does.Contain("HAI4002").And.Contain("Connection refused"));
        }
    }

    [Test]
    public async Task ReadAsync_PacemakerDoesNotRunThere_SaysSo()
    {
        Servers.Add(await SshServer.StartAsync(TestDirectory, null));
        await using var cluster = Open(Address(port: Servers[1].Port));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.ClusterDown));
            Assert.That(fault.Message, Does.Contain("HAI4007").And.Contain("102 (CRM_EX_DISCONNECT)").And.Contain("systemctl start"));
        }
    }

    [Test]
    public async Task ReadAsync_NoHostServes_NamesEveryHostWithItsReason()
    {
        Servers.Add(await SshServer.StartAsync(TestDirectory, null));
        var closed = SshServer.FreePort();
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{closed},127.0.0.1:{Servers[1].Port}"));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        Assert.That(fault.Message, Does.Contain("None of the 2 hosts").And.Contain("HAI4002").And.Contain("HAI4007"));
    }

    [Test]
    public async Task RunAsync_ProgramIsMissingThere_NamesHostAndPackage()
    {
        var address = (SshAddress)ClusterAddress.Parse(Address(), TestDirectory.Path);
        await using var runner = new SshCommandRunner(address, new LocalCommandRunner(), new QuorumProbe(address.Text, TimeSpan.FromMinutes(3)));
        var command = new Command { Program = "haiac-no-such-tool", Timeout = TimeSpan.FromMinutes(3) };

        var result = await runner.RunAsync(command);
        var fault = ToolFailures.Of(command with { Tool = "crm_mon" }, result, address.Text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(127));
            Assert.That(fault.Message, Does.Contain("HAI4005").And.Contain("127.0.0.1").And.Contain("pacemaker-cli-utils"));
        }
    }
}
