using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

public sealed class ReloadTests(string shell) : AgentFixture(shell)
{
    private string Notes => Path.Combine(Agent.Folder, "notes");

    [SetUp]
    public void UseWorkerDaemon()
    {
        File.WriteAllText(Notes, "");
        File.SetUnixFileMode(Notes, (UnixFileMode)0b110_110_110);
        Agent.UseWorkerDaemon($"--notes={Notes}");
    }

    [Test]
    public async Task Reload_OfARunningService_SendsHupAndKeepsTheProcess()
    {
        await Agent.StartAsync();
        var pid = Agent.Pid;

        var result = await Agent.RunAsync("reload");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(Agent.Pid, Is.EqualTo(pid));
            Assert.That(await File.ReadAllTextAsync(Notes), Is.EqualTo("reloaded\n"));
        }
    }

    [TestCase("reload", "reloaded\n")]
    [TestCase("reload-agent", "")]
    public async Task Reload_AfterAChangeThatOnlyTheAgentSees_RestartsNothing(string action, string notes)
    {
        await Agent.StartAsync();
        var pid = Agent.Pid;
        Agent.Parameters["check_workers"] = "1";

        var result = await Agent.RunAsync(action);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(Agent.Pid, Is.EqualTo(pid));
            Assert.That(await File.ReadAllTextAsync(Notes), Is.EqualTo(notes));
        }
    }

    [TestCase("reload")]
    [TestCase("reload-agent")]
    public async Task Reload_AfterAChangeThatTheDaemonSeesOnlyAtStart_Restarts(string action)
    {
        await Agent.StartAsync();
        var pid = Agent.Pid;
        Agent.Parameters["environment"] = "OS_DEBUG=1";

        var result = await Agent.RunAsync(action);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(ProcessEntry.IsAlive(pid), Is.False);
            Assert.That(Agent.Main.Variables, Does.Contain("OS_DEBUG=1"));
        }
    }

    [Test]
    public async Task Reload_OfADaemonThatCannot_RestartsIt()
    {
        Agent.Parameters["reload_signal"] = "none";
        await Agent.StartAsync();
        var pid = Agent.Pid;

        var result = await Agent.RunAsync("reload");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(Agent.Pid, Is.Not.EqualTo(pid));
        }
    }

    [Test]
    public async Task Reload_OfADaemonThatDiesOfIt_Fails()
    {
        Agent.Parameters["additional_parameters"] += " --die-on-hup";
        await Agent.StartAsync();

        var result = await Agent.RunAsync("reload");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1), result.ToString());
            Assert.That(result.Reason, Is.Not.Empty);
        }
    }

    [Test]
    public async Task Reload_OfNothing_IsNotRunning()
    {
        Assert.That((await Agent.RunAsync("reload")).ExitCode, Is.EqualTo(7));
    }
}
