using System.Diagnostics;
using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

/// <summary>How the agent tells whether its process runs.</summary>
public sealed class ProcessTests(string shell) : AgentFixture(shell)
{
    [SetUp]
    public void UseMemcached() => Agent.UseMemcached(Ports.Free());

    [Test]
    public async Task Monitor_OfARunningService_Succeeds()
    {
        await Agent.StartAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Agent.RunAsync("monitor")).ExitCode, Is.Zero);
            Assert.That((await Agent.RunAsync("status")).ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task Monitor_WithTheBinaryMissingDuringAProbe_IsNotRunning()
    {
        Agent.Parameters["binary"] = "/nonexistent/heat-engine";
        Agent.Parameters["CRM_meta_interval"] = "0";

        var result = await Agent.RunAsync("monitor");

        Assert.That(result.ExitCode, Is.EqualTo(7), result.ToString());
    }

    [Test]
    public async Task Monitor_AfterACrash_IsNotRunningAndRemovesThePidFile()
    {
        await Agent.StartAsync();
        await Agent.CrashAsync();

        var result = await Agent.RunAsync("monitor");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(7));
            Assert.That(result.Reason, Does.Contain("ended unexpectedly"));
            Assert.That(Agent.PidFile, Does.Not.Exist);
            Assert.That((await Agent.RunAsync("start")).ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task Monitor_WithAStalePidFile_IsNotRunningAndRemovesIt()
    {
        using var ended = Process.Start("/bin/true");
        await ended.WaitForExitAsync();
        Directory.CreateDirectory(Agent.RunFolder);
        await File.WriteAllTextAsync(Agent.PidFile, $"{ended.Id}\n");

        var result = await Agent.RunAsync("monitor");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(7), result.ToString());
            Assert.That(Agent.PidFile, Does.Not.Exist);
        }
    }

    [TestCase("")]
    [TestCase("not a number")]
    [TestCase("-1")]
    [TestCase("1")]
    public async Task Monitor_WithNonsenseInThePidFile_IsNotRunning(string text)
    {
        Directory.CreateDirectory(Agent.RunFolder);
        await File.WriteAllTextAsync(Agent.PidFile, text);

        Assert.That((await Agent.RunAsync("monitor")).ExitCode, Is.EqualTo(7));
        Assert.That((await Agent.RunAsync("stop")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Stop_WithAPidThatAStrangerHasNow_LeavesTheStrangerAlone([Values] bool recorded)
    {
        await Agent.StartAsync();
        await Agent.CrashAsync();
        using var stranger = Process.Start("/bin/sleep", "600");
        await File.WriteAllTextAsync(Agent.PidFile, $"{stranger.Id}\n");
        var record = Path.Combine(Agent.StateFolder, "launched");
        if (recorded)
        {
            // As if the kernel had given the very number of our process to another.
            await File.WriteAllTextAsync(record, $"{stranger.Id} {(await File.ReadAllTextAsync(record)).Split(' ')[1]}");
        }
        else
        {
            File.Delete(record);
        }

        var monitor = await Agent.RunAsync("monitor");
        var stop = await Agent.RunAsync("stop");

        var lives = !stranger.HasExited;
        stranger.Kill();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(monitor.ExitCode, Is.EqualTo(7), monitor.ToString());
            Assert.That(stop.ExitCode, Is.Zero, stop.ToString());
            Assert.That(lives, Is.True, "a process of somebody else was ended");
            Assert.That(Agent.PidFile, Does.Not.Exist);
        }
    }

    [Test]
    public async Task Monitor_WithThePidFileOfTheSameProgram_TakesItForTheService()
    {
        var port = Ports.Free();
        using var daemon = Process.Start("/usr/bin/memcached", ["-u", "nobody", "-l", "127.0.0.1", "-p", $"{port}", "-U", "0"]);
        Directory.CreateDirectory(Agent.RunFolder);
        await File.WriteAllTextAsync(Agent.PidFile, $"{daemon.Id}\n");
        await Waiting.UntilAsync("it has become memcached", () => ProcessEntry.Read(daemon.Id)?.Arguments is ["/usr/bin/memcached", ..]);

        var monitor = await Agent.RunAsync("monitor");
        var stop = await Agent.RunAsync("stop");

        var ended = daemon.WaitForExit(TimeSpan.FromSeconds(10));
        daemon.Kill();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(monitor.ExitCode, Is.Zero, monitor.ToString());
            Assert.That(stop.ExitCode, Is.Zero, stop.ToString());
            Assert.That(ended, Is.True);
        }
    }

    [Test]
    public async Task Monitor_WithoutThePidFile_StillKnowsTheServiceAndWritesItAgain()
    {
        await Agent.StartAsync();
        var pid = Agent.Pid;
        File.Delete(Agent.PidFile);

        var result = await Agent.RunAsync("monitor");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(Agent.Pid, Is.EqualTo(pid));
        }
    }

    [Test]
    public async Task Monitor_OfAServiceThatHangs_IsAnErrorAndStopEndsIt()
    {
        await Agent.StartAsync();
        var pid = Agent.Pid;
        await ProcessEntry.SignalAsync(pid, "STOP");
        await Waiting.UntilAsync("the process is stopped", () => ProcessEntry.Read(pid)?.State == 'T');

        var monitor = await Agent.RunAsync("monitor");
        var stop = await Agent.RunAsync("stop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(monitor.ExitCode, Is.EqualTo(1), monitor.ToString());
            Assert.That(monitor.Reason, Does.Contain("SIGSTOP"));
            Assert.That(stop.ExitCode, Is.Zero, stop.ToString());
            Assert.That(stop.Error, Does.Not.Contain("killing"));
            Assert.That(ProcessEntry.IsAlive(pid), Is.False);
        }
    }
}
