using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

public sealed class StopTests(string shell) : AgentFixture(shell)
{
    [Test]
    public async Task Stop_Always_LeavesNoProcessAndNoFile()
    {
        Agent.UseWorkerDaemon();
        await Agent.StartAsync();
        var session = Agent.Pid;

        var result = await Agent.RunAsync("stop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Not.Contain("killing"));
            Assert.That(ProcessEntry.All().Where(p => p.Session == session), Is.Empty);
            Assert.That(Directory.EnumerateFileSystemEntries(Agent.RunFolder), Is.Empty);
            Assert.That((await Agent.RunAsync("monitor")).ExitCode, Is.EqualTo(7));
        }
    }

    [Test]
    public async Task Stop_OfNothing_Succeeds()
    {
        Agent.UseMemcached(Ports.Free());

        Assert.That((await Agent.RunAsync("stop")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Stop_OfADaemonThatIgnoresTerm_KillsItFiveSecondsBeforeTheOperationEnds()
    {
        Agent.UseWorkerDaemon("--ignore-term");
        await Agent.StartAsync();
        var session = Agent.Pid;

        var result = await Agent.RunAsync("stop", timeout: 8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Contain("still there 3 s after SIGTERM, killing"));
            Assert.That(result.Elapsed, Is.GreaterThan(TimeSpan.FromSeconds(2)));
            Assert.That(ProcessEntry.All().Where(p => p.Session == session), Is.Empty);
        }
    }

    [Test]
    public async Task Stop_WithAStopTimeout_KillsAfterThat()
    {
        Agent.UseWorkerDaemon("--ignore-term");
        Agent.Parameters["stop_timeout"] = "1";
        await Agent.StartAsync();

        var result = await Agent.RunAsync("stop", timeout: 60);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Contain("still there 1 s after SIGTERM"));
        }
    }

    [Test]
    public async Task Stop_WithAnotherSignal_SendsThat()
    {
        Agent.UseWorkerDaemon("--ignore-term");
        Agent.Parameters["stop_signal"] = "USR1";
        await Agent.StartAsync();

        var result = await Agent.RunAsync("stop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(result.Error, Does.Not.Contain("killing"));
        }
    }

    [Test]
    public async Task Stop_OfADaemonWithAChildThatLeftItsSession_EndsThatToo()
    {
        Agent.UseWorkerDaemon("--stray");
        Agent.Parameters["stop_timeout"] = "1";
        await Agent.StartAsync();
        var main = Agent.Pid;
        var stray = 0;
        await Waiting.UntilAsync("the child has a session of its own", () =>
            (stray = ProcessEntry.All().FirstOrDefault(p => p.Parent == main && p.Session != main)?.Pid ?? 0) != 0);

        var result = await Agent.RunAsync("stop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(ProcessEntry.IsAlive(stray), Is.False);
        }
    }

    [Test]
    public async Task Stop_WithTheBinaryGone_StillStops()
    {
        Agent.UseWorkerDaemon();
        await Agent.StartAsync();
        var pid = Agent.Pid;
        File.Delete(Agent.Parameters["binary"]);

        var monitor = await Agent.RunAsync("monitor");
        var stop = await Agent.RunAsync("stop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(monitor.ExitCode, Is.Zero, monitor.ToString());
            Assert.That(stop.ExitCode, Is.Zero, stop.ToString());
            Assert.That(ProcessEntry.IsAlive(pid), Is.False);
        }
    }

    [Test]
    public async Task Stop_AfterACrash_EndsTheWorkersAndCleansUp()
    {
        var cleaned = Path.Combine(Agent.Folder, "cleaned");
        Agent.UseWorkerDaemon();
        Agent.Parameters["cleanup_command"] = $"echo cleaned >> {cleaned}";
        await Agent.StartAsync();
        var session = Agent.Pid;
        await Agent.CrashAsync();
        Assert.That((await Agent.RunAsync("monitor")).ExitCode, Is.EqualTo(7));

        var result = await Agent.RunAsync("stop");
        await Agent.RunAsync("stop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(ProcessEntry.All().Where(p => p.Session == session), Is.Empty);
            Assert.That(await File.ReadAllTextAsync(cleaned), Is.EqualTo("cleaned\n"), "once, not for a stop of nothing");
        }
    }

    [TestCase("exit 1")]
    [TestCase("sleep 600")]
    public async Task Stop_WithACleanupThatFails_SaysSoAndSucceeds(string command)
    {
        Agent.UseMemcached(Ports.Free());
        Agent.Parameters["cleanup_command"] = command;
        await Agent.StartAsync();

        var result = await Agent.RunAsync("stop", timeout: 5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Contain("cleanup_command failed"));
        }
    }
}
