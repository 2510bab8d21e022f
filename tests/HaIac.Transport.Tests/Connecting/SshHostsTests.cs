using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;
using HaIac.Transport.Connecting;
using HaIac.Transport.Running;
using HaIac.Transport.Tests.Committing;

namespace HaIac.Transport.Tests.Connecting;

/// <summary>Several hosts, many commands, one shared connection.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class SshHostsTests : SshFixture
{
    [Test]
    public async Task ReadAsync_FirstHostsDoNotServe_TheNextOneIsUsed()
    {
        Servers.Add(await SshServer.StartAsync(TestDirectory, null));
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{SshServer.FreePort()},127.0.0.1:{Servers[1].Port},127.0.0.1:{Servers[0].Port}"));

        var document = await cluster.ReadAsync();

        Assert.That(document.Nodes.Count(), Is.EqualTo(3));
    }

    [Test]
    [Property("Requirement", "L4")]
    public async Task ReadAsync_FirstHostHasNoQuorum_TheNextOneIsUsed()
    {
        var minority = TestDirectory.Write(
            $"{Guid.NewGuid():n}.xml",
            (await File.ReadAllTextAsync(Cib)).Replace("have-quorum=\"1\"", "have-quorum=\"0\"", StringComparison.Ordinal).Replace("epoch=\"1\"", "epoch=\"77\"", StringComparison.Ordinal));
        Servers.Add(await SshServer.StartAsync(TestDirectory, minority));
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{Servers[1].Port},127.0.0.1:{Servers[0].Port}"));

        var document = await cluster.ReadAsync();

        Assert.That(document.Root["have-quorum"], Is.EqualTo("1"));
    }

    [Test]
    public async Task CommitAsync_HostDiesInTheMiddle_GoesOnWithTheNextOne()
    {
        Servers.Add(await SshServer.StartAsync(TestDirectory, Cib));
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{Servers[0].Port},127.0.0.1:{Servers[1].Port}"));
        await using var committer = new CibCommitter(cluster);
        await committer.CommitAsync([Wishes.Create("before")]);

        Servers[0].Kill();
        await committer.CommitAsync([Wishes.Create("after")]);

        var resources = (await cluster.ReadAsync()).Resources.Select(r => r.Id.Value);
        Assert.That(resources, Is.EquivalentTo(new[] { "before", "after" }));
    }

    [Test]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task DisposeAsync_AfterUse_EndsTheSharedConnection()
    {
        var address = (SshAddress)ClusterAddress.Parse(Address(), TestDirectory.Path);
        var runner = new SshCommandRunner(address, new LocalCommandRunner(), new QuorumProbe(address.Text, TimeSpan.FromMinutes(3)));
        await runner.RunAsync(new Command { Program = "true", Timeout = TimeSpan.FromMinutes(3) });
        var mode = File.GetUnixFileMode(runner.SocketDirectory);
        var sockets = Directory.GetFileSystemEntries(runner.SocketDirectory);

        await runner.DisposeAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            Assert.That(sockets.Select(Path.GetFileName), Is.EquivalentTo(new[] { "0", "lock" }));
            Assert.That(Directory.Exists(runner.SocketDirectory), Is.False);
        }
    }

    [TestCase("it's $(touch nowhere) \"quoted\" \\ * ~ ; & | \n newline")]
    [TestCase("")]
    [TestCase("-n")]
    [TestCase("äöü €")]
    public async Task RunAsync_AnyArgument_ReachesTheProgramAsItIs(string argument)
    {
        var address = (SshAddress)ClusterAddress.Parse(Address(), TestDirectory.Path);
        await using var runner = new SshCommandRunner(address, new LocalCommandRunner(), new QuorumProbe(address.Text, TimeSpan.FromMinutes(3)));

        var result = await runner.RunAsync(new Command
        {
            Program = "printf",
            Arguments = ["%s|", argument, "end"],
            Timeout = TimeSpan.FromMinutes(3),
        });

        Assert.That(result.Output, Is.EqualTo($"{argument}|end|"), result.Errors);
    }

    [Test]
    public async Task ReadAsync_ManyAtOnce_ShareOneConnectionWithinItsSessionLimit()
    {
        await using var cluster = Open(Address());

        var documents = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => cluster.ReadAsync()));

        Assert.That(documents, Has.Length.EqualTo(30));
    }
}
