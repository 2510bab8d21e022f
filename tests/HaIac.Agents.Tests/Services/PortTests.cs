using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

[TestFixture("dash")]
public sealed class PortTests(string shell) : AgentFixture(shell)
{
    [Test]
    public async Task Monitor_WithThePortClosed_IsAnErrorAtDepth10Only()
    {
        Agent.UseMemcached(Ports.Free());
        await Agent.StartAsync();
        Agent.Parameters["check_port"] = $"{Ports.Free()}";

        var shallow = await Agent.RunAsync("monitor");
        var deep = await Agent.RunAsync("monitor", level: 10);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shallow.ExitCode, Is.Zero);
            Assert.That(deep.ExitCode, Is.EqualTo(1), deep.ToString());
            Assert.That(deep.Reason, Does.Contain("nothing listens"));
        }
    }

    [Test]
    public async Task Monitor_WithAPortThatIsPartOfAnother_IsNotFooled()
    {
        var port = Ports.Free();
        Agent.UseMemcached(port);
        await Agent.StartAsync();
        Agent.Parameters["check_port"] = $"{port / 10}";

        Assert.That((await Agent.RunAsync("monitor", level: 10)).ExitCode, Is.EqualTo(1));
    }

    [TestCase("", 0)]
    [TestCase("127.0.0.1", 0)]
    [TestCase("127.0.0.2", 1)]
    public async Task Monitor_WithAnAddress_ChecksThatOne(string address, int code)
    {
        var port = Ports.Free();
        Agent.UseMemcached(port);
        await Agent.StartAsync();
        Agent.Parameters["check_port"] = $"{port}";
        Agent.Parameters["check_address"] = address;

        var result = await Agent.RunAsync("monitor", level: 10);

        Assert.That(result.ExitCode, Is.EqualTo(code), result.ToString());
    }

    [Test]
    public async Task Monitor_OfADaemonOnAllAddresses_Succeeds()
    {
        var port = Ports.Free();
        Agent.UseMemcached(port);
        Agent.Parameters["additional_parameters"] = $"-l 0.0.0.0 -p {port} -U 0";
        Agent.Parameters["console_port"] = $"{port}";
        await Agent.StartAsync();

        Assert.That((await Agent.RunAsync("monitor", level: 10)).ExitCode, Is.Zero);
    }

    [TestCase("1", 0)]
    [TestCase("true", 0)]
    [TestCase("40", 1)]
    public async Task Monitor_WithWorkers_CountsThem(string least, int code)
    {
        Agent.UseWorkerDaemon();
        await Agent.StartAsync();
        Agent.Parameters["check_workers"] = least;

        var result = await Agent.RunAsync("monitor", level: 10);

        Assert.That(result.ExitCode, Is.EqualTo(code), result.ToString());
    }
}
