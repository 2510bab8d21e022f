using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;
using HaIac.Transport.Connecting;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;
using HaIac.Transport.Tests.Committing;
using HaIac.Transport.Tooling;

namespace HaIac.Transport.Tests.Connecting;

/// <summary>The real OpenSSH client against real servers; Pacemaker's tools at the other end work on a CIB file.</summary>
[TestFixture]
[Category("Tools")]
internal sealed class SshTransportTests
{
    private TemporaryDirectory directory = null!;
    private string cib = null!;
    private List<SshServer> servers = [];

    [OneTimeSetUp]
    public void MakeKeys()
    {
        HostTools.Require("sshd", "ssh", "ssh-keygen", "cibadmin", "crm_mon", "crm_simulate", "crm_verify");
        if (Environment.UserName != "root")
        {
            Assert.Ignore("a private sshd lets only root log in, and these tests do not run as root");
        }

        directory = new TemporaryDirectory();
        SshServer.MakeKeys(directory);
    }

    [OneTimeTearDown]
    public void RemoveKeys() => directory?.Dispose();

    [SetUp]
    public async Task StartServer()
    {
        await using var model = CibTransports.Open(ClusterAddress.Parse($"virtual:{Guid.NewGuid():n}?nodes=ctl1,ctl2,ctl3", directory.Path));
        cib = directory.Write($"{Guid.NewGuid():n}.xml", (await model.ReadAsync()).ToXml());
        servers = [await SshServer.StartAsync(directory, cib)];
    }

    [TearDown]
    public void StopServers() => servers.ForEach(s => s.Dispose());

    [Test]
    public async Task ReadAsync_KnownHostAndKey_GivesTheCib()
    {
        await using var cluster = Open(Address());

        var document = await cluster.ReadAsync();

        Assert.That(document.Nodes.Select(n => n.Value), Is.EqualTo(new[] { "ctl1", "ctl2", "ctl3" }));
    }

    [Test]
    public async Task CommitAsync_OverSsh_LandsAndIsObserved()
    {
        await using var cluster = Open(Address());
        await using var committer = new CibCommitter(cluster);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => committer.CommitAsync([Wishes.Create($"r{i}")])));

        var status = await cluster.StatusAsync();
        Assert.That(status.Resources.Select(r => r.Id).Order(), Is.EqualTo(new[] { "r0", "r1", "r2", "r3", "r4" }));
    }

    [Test]
    public async Task SimulateAsync_OverSsh_ReturnsActionsAndResultingCib()
    {
        await using var cluster = Open(Address());
        var planned = CibDocument.Parse((await cluster.ReadAsync()).ToXml().Replace("<resources/>", $"<resources>{Patches.Vip}</resources>", StringComparison.Ordinal));

        var simulation = await cluster.SimulateAsync(planned);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulation.Actions.Select(a => a.Resource), Is.EqualTo(new[] { "vip" }));
            Assert.That(simulation.After.RunningOn("vip"), Has.Count.EqualTo(1));
            Assert.That(simulation.ResultingCib.FindElement(CibId.Parse("vip")), Is.Not.Null);
            Assert.That(await cluster.PlanAsync(planned), Is.EqualTo(simulation.Actions));
        }
    }

    [Test]
    public async Task PatchAsync_SchemaRefuses_GivesTheNodesReasons()
    {
        await using var cluster = Open(Address());
        var before = await cluster.ReadAsync();
        const string Bad = "<primitive id=\"bad\" colour=\"it's red; $(id)\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"/>";
        var after = CibDocument.Parse(before.ToXml().Replace("<resources/>", $"<resources>{Bad}</resources>", StringComparison.Ordinal));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.PatchAsync(Patches.AddResources(before, Bad) with { After = after }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.Refused));
            Assert.That(fault.Node, Is.EqualTo("127.0.0.1"));
            Assert.That(fault.Message, Does.Contain("Invalid attribute colour"));
        }
    }

    [Test]
    public async Task PatchAsync_PartitionWithoutQuorum_IsRefusedBeforeItIsSent()
    {
        File.WriteAllText(cib, (await File.ReadAllTextAsync(cib)).Replace("have-quorum=\"1\"", "have-quorum=\"0\"", StringComparison.Ordinal));
        await using var cluster = Open(Address());
        var before = await cluster.ReadAsync();

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.PatchAsync(Patches.AddResources(before, Patches.Vip)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.NoQuorum));
            Assert.That(await File.ReadAllTextAsync(cib), Does.Not.Contain("vip"));
        }
    }

    [Test]
    public async Task MetadataAsync_OverSsh_ReadsParametersOrSaysThereIsNone()
    {
        if (!File.Exists("/usr/lib/ocf/resource.d/pacemaker/Stateful"))
        {
            Assert.Ignore("the agent ocf:pacemaker:Stateful is not installed on this host");
        }

        await using var cluster = Open(Address());

        var known = await cluster.MetadataAsync(AgentName.Parse("ocf:pacemaker:Stateful"));
        var unknown = await cluster.MetadataAsync(AgentName.Parse("ocf:pacemaker:Nothing"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(known!.CanBePromoted, Is.True);
            Assert.That(known.Parameters.Select(p => p.Name), Does.Contain("state"));
            Assert.That(unknown, Is.Null);
            Assert.That(await cluster.AgentsLikeAsync(AgentName.Parse("ocf:pacemaker:Nothing")), Does.Contain(AgentName.Parse("ocf:pacemaker:Stateful")));
            Assert.That(await cluster.AgentsLikeAsync(AgentName.Parse("ocf:nobody:Nothing")), Is.Empty);
        }
    }

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

        var stored = await File.ReadAllTextAsync(directory.File(known));
        var another = (await File.ReadAllTextAsync(directory.File("stranger.pub"))).Split(' ')[1];
        File.WriteAllText(directory.File(known), $"[127.0.0.1]:{servers[0].Port} ssh-ed25519 {another}\n");
        await using var changed = Open(address);
        var fault = await Thrown.ByAsync<TransportException>(() => changed.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored, Does.Contain((await File.ReadAllTextAsync(directory.File("host.pub"))).Split(' ')[1]));
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
        servers.Add(await SshServer.StartAsync(directory, null));
        await using var cluster = Open(Address(port: servers[1].Port));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.ClusterDown));
            Assert.That(fault.Message, Does.Contain("HAI4007").And.Contain("102 (CRM_EX_DISCONNECT)").And.Contain("systemctl start"));
        }
    }

    [Test]
    public async Task ReadAsync_FirstHostsDoNotServe_TheNextOneIsUsed()
    {
        servers.Add(await SshServer.StartAsync(directory, null));
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{SshServer.FreePort()},127.0.0.1:{servers[1].Port},127.0.0.1:{servers[0].Port}"));

        var document = await cluster.ReadAsync();

        Assert.That(document.Nodes.Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task ReadAsync_FirstHostHasNoQuorum_TheNextOneIsUsed()
    {
        var minority = directory.Write(
            $"{Guid.NewGuid():n}.xml",
            (await File.ReadAllTextAsync(cib)).Replace("have-quorum=\"1\"", "have-quorum=\"0\"", StringComparison.Ordinal).Replace("epoch=\"1\"", "epoch=\"77\"", StringComparison.Ordinal));
        servers.Add(await SshServer.StartAsync(directory, minority));
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{servers[1].Port},127.0.0.1:{servers[0].Port}"));

        var document = await cluster.ReadAsync();

        Assert.That(document.Root["have-quorum"], Is.EqualTo("1"));
    }

    [Test]
    public async Task CommitAsync_HostDiesInTheMiddle_GoesOnWithTheNextOne()
    {
        servers.Add(await SshServer.StartAsync(directory, cib));
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{servers[0].Port},127.0.0.1:{servers[1].Port}"));
        await using var committer = new CibCommitter(cluster);
        await committer.CommitAsync([Wishes.Create("before")]);

        servers[0].Kill();
        await committer.CommitAsync([Wishes.Create("after")]);

        var resources = (await cluster.ReadAsync()).Resources.Select(r => r.Id.Value);
        Assert.That(resources, Is.EquivalentTo(new[] { "before", "after" }));
    }

    [Test]
    public async Task ReadAsync_NoHostServes_NamesEveryHostWithItsReason()
    {
        servers.Add(await SshServer.StartAsync(directory, null));
        var closed = SshServer.FreePort();
        await using var cluster = Open(Address(hosts: $"127.0.0.1:{closed},127.0.0.1:{servers[1].Port}"));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        Assert.That(fault.Message, Does.Contain("None of the 2 hosts").And.Contain("HAI4002").And.Contain("HAI4007"));
    }

    [Test]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task DisposeAsync_AfterUse_EndsTheSharedConnection()
    {
        var address = (SshAddress)ClusterAddress.Parse(Address(), directory.Path);
        var runner = new SshCommandRunner(address, new LocalCommandRunner(), new QuorumProbe(address.Text, TimeSpan.FromMinutes(3)));
        await runner.RunAsync(new Command { Program = "true", Timeout = TimeSpan.FromMinutes(3) });
        var mode = File.GetUnixFileMode(runner.SocketDirectory);
        var sockets = Directory.GetFileSystemEntries(runner.SocketDirectory);

        await runner.DisposeAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            Assert.That(sockets, Has.Length.EqualTo(1));
            Assert.That(Directory.Exists(runner.SocketDirectory), Is.False);
        }
    }

    [TestCase("it's $(touch nowhere) \"quoted\" \\ * ~ ; & | \n newline")]
    [TestCase("")]
    [TestCase("-n")]
    [TestCase("äöü €")]
    public async Task RunAsync_AnyArgument_ReachesTheProgramAsItIs(string argument)
    {
        var address = (SshAddress)ClusterAddress.Parse(Address(), directory.Path);
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
    public async Task RunAsync_ProgramIsMissingThere_NamesHostAndPackage()
    {
        var address = (SshAddress)ClusterAddress.Parse(Address(), directory.Path);
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

    [Test]
    public async Task ReadAsync_ManyAtOnce_ShareOneConnectionWithinItsSessionLimit()
    {
        await using var cluster = Open(Address());

        var documents = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => cluster.ReadAsync()));

        Assert.That(documents, Has.Length.EqualTo(30));
    }

    private string Address(string key = "user", string known = "known", int? port = null, string? hosts = null) =>
        $"ssh://root@{hosts ?? $"127.0.0.1:{port ?? servers[0].Port}"}?identity={key}&knownHosts={known}&connectTimeout=120";

    private ICibTransport Open(string address) => CibTransports.Open(ClusterAddress.Parse(address, directory.Path));
}
