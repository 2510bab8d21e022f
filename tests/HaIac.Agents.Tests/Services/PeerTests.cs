using System.Net;
using System.Net.Sockets;
using HaIac.Agents.Tests.Daemons;
using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

/// <summary>A message broker or a database that goes away and comes back.</summary>
public sealed class PeerTests(string shell) : AgentFixture(shell)
{
    private readonly Broker _broker = new();

    [SetUp]
    public void Open()
    {
        _broker.Open();
        Agent.UseWorkerDaemon($"--broker={_broker.Port}");
    }

    [TearDown]
    public void Close() => _broker.Dispose();

    [TestCase("amqp")]
    [TestCase("db")]
    public async Task Monitor_WithAConnectionOfAWorker_Succeeds(string peer)
    {
        Require(peer, 0);
        await Agent.StartAsync();
        await ConnectedAsync();

        var result = await Agent.RunAsync("monitor", level: 10);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Is.Empty);
            Assert.That(Sockets(Agent.Pid), Is.Empty, "the connection is the worker's, not the parent's");
        }
    }

    [TestCase("amqp", "broker")]
    [TestCase("db", "database")]
    public async Task Monitor_WithThePeerAwayForLessThanTheGracePeriod_ForgivesAndForgets(string peer, string name)
    {
        Require(peer, 1000);
        await Agent.StartAsync();
        await ConnectedAsync();

        _broker.Close();
        await LostAsync();
        var away = await Agent.RunAsync("monitor", level: 10);
        var remembered = File.Exists(Path.Combine(Agent.StateFolder, $"lost-{name}"));
        _broker.Open();
        await ConnectedAsync();
        var back = await Agent.RunAsync("monitor", level: 10);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(away.ExitCode, Is.Zero, away.ToString());
            Assert.That(away.Error, Does.Contain($"no connection to the {name}"));
            Assert.That(remembered, Is.True);
            Assert.That(back.ExitCode, Is.Zero, back.ToString());
            Assert.That(Path.Combine(Agent.StateFolder, $"lost-{name}"), Does.Not.Exist);
        }
    }

    [TestCase("amqp", "broker")]
    [TestCase("db", "database")]
    public async Task Monitor_WithThePeerAwayForLongerThanTheGracePeriod_Fails(string peer, string name)
    {
        Require(peer, 2);
        await Agent.StartAsync();
        await ConnectedAsync();
        _broker.Close();
        await LostAsync();

        var first = await Agent.RunAsync("monitor", level: 10);
        ProgramResult? last = null;
        await Waiting.UntilAsync("the grace period is over", async () => (last = await Agent.RunAsync("monitor", level: 10)).ExitCode != 0);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.Zero, first.ToString());
            Assert.That(last!.ExitCode, Is.EqualTo(1), "an error, not 'not running': the process lives");
            Assert.That(last.Reason, Does.Contain($"no connection to the {name}").And.Contain("grace period is 2 s"));
        }
    }

    [Test]
    public async Task Monitor_WithAPeerThatIsNotRequired_NeverFails()
    {
        Require("amqp", 0);
        Agent.Parameters.Remove("require_amqp");
        await Agent.StartAsync();
        await ConnectedAsync();
        _broker.Close();
        await LostAsync();

        Assert.That((await Agent.RunAsync("monitor", level: 10)).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Monitor_WithAConnectionOfSomebodyElse_DoesNotCountIt()
    {
        Require("amqp", 0);
        Agent.UseWorkerDaemon();
        await Agent.StartAsync();
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(IPAddress.Loopback, _broker.Port);

        Assert.That((await Agent.RunAsync("monitor", level: 10)).ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task Start_WithTheBrokerAway_Succeeds()
    {
        _broker.Close();
        Require("amqp", 1000);

        await Agent.StartAsync();

        Assert.That((await Agent.RunAsync("monitor", level: 10)).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Monitor_WithThePortNamedAsInTheRetiredAgents_ChecksIt()
    {
        Agent.UseWorkerDaemon();
        Agent.Parameters["amqp_server_port"] = $"{_broker.Port}";
        Agent.Parameters["require_amqp"] = "true";
        Agent.Parameters["grace_period"] = "0";
        await Agent.StartAsync();

        Assert.That((await Agent.RunAsync("monitor", level: 10)).Reason, Does.Contain("no connection to the broker"));
    }

    private void Require(string peer, int grace)
    {
        Agent.Parameters[$"{peer}_port"] = $"{_broker.Port}";
        Agent.Parameters[$"require_{peer}"] = "true";
        Agent.Parameters["grace_period"] = $"{grace}";
        Agent.Parameters["check_workers"] = "1";
    }

    private Task ConnectedAsync() => Waiting.UntilAsync("the worker is connected", () => _broker.Connections > 0);

    private Task LostAsync() => Waiting.UntilAsync(
        "the worker has noticed", () => ProcessEntry.All().Where(p => p.Session == Agent.Pid).SelectMany(p => Sockets(p.Pid)).ToList().Count == 0);

    private static IEnumerable<string> Sockets(int pid)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"/proc/{pid}/fd").Select(f => new FileInfo(f).LinkTarget ?? "").Where(t => t.StartsWith("socket:", StringComparison.Ordinal))];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
