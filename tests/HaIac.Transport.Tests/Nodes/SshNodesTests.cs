using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Running;
using HaIac.Transport.Tests.Connecting;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>Which host is which node, with real sshd; each server's sessions have the name of a node.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class SshNodesTests : SshFixture
{
    private static readonly NodeName Ctl1 = NodeName.Parse("ctl1");
    private static readonly NodeName Ctl2 = NodeName.Parse("ctl2");

    [SetUp]
    public void Require() => HostTools.Require("crm_node", "timeout");

    [Test]
    public async Task RunAsync_HostsAreListedByAddress_EachNodeIsFound()
    {
        Servers.AddRange([await SshServer.StartAsync(TestDirectory, Cib, "ctl1"), await SshServer.StartAsync(TestDirectory, Cib, "ctl2")]);
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{Servers[1].Port},127.0.0.1:{Servers[2].Port}"));

        var names = await Task.WhenAll(WhoAmI(cluster, Ctl2), WhoAmI(cluster, Ctl1), WhoAmI(cluster, NodeName.Parse("CTL2")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names.Select(result => result.Output.Trim()), Is.EqualTo(new[] { "ctl2", "ctl1", "ctl2" }));
            Assert.That(names.Select(result => result.Node), Is.EqualTo(new[] { "ctl2", "ctl1", "CTL2" }));
            Assert.That(Servers.Skip(1).Select(server => server.Logins), Is.All.EqualTo(1), "questions and work share a connection");
        }
    }

    [Test]
    public async Task FilesAsync_CallersAtOnce_AnswerOverOneConnection()
    {
        Servers.AddRange([await SshServer.StartAsync(TestDirectory, Cib, "ctl1")]);
        await using var cluster = Open(Address(port: Servers[1].Port));
        var file = new NodeFile(TestDirectory.File($"{Guid.NewGuid():n}"), "over ssh: ü\0\n");

        await cluster.Nodes.PutFileAsync(Ctl1, file);
        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cluster.Nodes.FilesAsync(Ctl1, [file.Path])));

        Assert.That(states.Select(state => state[0]), Is.All.EqualTo(file.State));
        Assert.That(Servers[1].Logins, Is.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_NoHostIsTheNode_NamesNodeHostsAndReasons()
    {
        Servers.AddRange([await SshServer.StartAsync(TestDirectory, Cib, "ctl1")]);
        var closed = SshServer.FreePort();
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{Servers[1].Port},127.0.0.1:{closed}"));

        var fault = await Thrown.ByAsync<TransportException>(() => WhoAmI(cluster, NodeName.Parse("ctl9.invalid")));

        TestContext.Out.WriteLine(fault.Message);
        Assert.That(fault.Message, Does.Contain("HAI4002").And.Contain("ctl9.invalid").And.Contain($"127.0.0.1 port {closed}").And.Contain("name is not known here"));
        Assert.That(fault.Node, Is.EqualTo("ctl9.invalid"));
    }

    [Test]
    public async Task RunAsync_HostWasDownAndComesBack_IsFound()
    {
        await using var cluster = Open(Address());
        Servers[0].Kill();
        await Thrown.ByAsync<TransportException>(() => WhoAmI(cluster, Ctl1));
        Servers.AddRange([await SshServer.StartAsync(TestDirectory, Cib, "ctl1", Servers[0].Port)]);

        Assert.That((await WhoAmI(cluster, Ctl1)).Output.Trim(), Is.EqualTo("ctl1"));
    }

    [Test]
    public async Task RunAsync_ConnectionBreaksInTheMiddleOfAChange_IsInDoubt()
    {
        Servers.AddRange([await SshServer.StartAsync(TestDirectory, Cib, "ctl1")]);
        await using var cluster = Open(Address(port: Servers[1].Port));
        var started = TestDirectory.File($"{Guid.NewGuid():n}");
        var command = new Command { Program = "sh", Arguments = ["-c", "touch \"$1\"; sleep 300", "sh", started], Timeout = TimeSpan.FromMinutes(5), ChangesCluster = true };

        var running = cluster.Nodes.RunAsync(Ctl1, command);
        while (!File.Exists(started) && !running.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        Servers[1].Kill();
        var fault = await Thrown.ByAsync<TransportException>(() => running);

        Assert.That(fault.Kind, Is.EqualTo(TransportFailure.ConnectionLost));
        Assert.That(fault.OutcomeUnknown, Is.True);
        Assert.That(fault.Message, Does.Contain("node ctl1"));
    }

    private static Task<CommandResult> WhoAmI(ICibTransport cluster, NodeName node) =>
        cluster.Nodes.RunAsync(node, new Command { Program = "crm_node", Arguments = ["-n"], Timeout = TimeSpan.FromMinutes(3) });
}
