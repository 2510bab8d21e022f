using System.Net;
using System.Net.Sockets;
using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

public sealed class StartTests(string shell) : AgentFixture(shell)
{
    [Test]
    public async Task Start_Always_RunsTheDaemonAsItsUserInASessionOfItsOwn()
    {
        Agent.UseMemcached(Ports.Free());

        await Agent.StartAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Agent.Main.User, Is.EqualTo(65534));
            Assert.That(Agent.Main.Session, Is.EqualTo(Agent.Pid));
            Assert.That(File.GetUnixFileMode(Agent.StateFolder), Is.EqualTo((UnixFileMode)0b111_000_000));
            Assert.That(Directory.EnumerateFiles(Agent.RunFolder), Is.EqualTo(new[] { Agent.PidFile }), "the pid file is written at once, without leftovers");
        }
    }

    [Test]
    public async Task Start_OfARunningService_ChangesNothing()
    {
        Agent.UseMemcached(Ports.Free());
        await Agent.StartAsync();
        var pid = Agent.Pid;

        await Agent.StartAsync();

        Assert.That(Agent.Pid, Is.EqualTo(pid));
    }

    [Test]
    public async Task Start_OfADaemonThatTakesItsTime_WaitsForThePort()
    {
        var port = Ports.Free();
        Agent.Parameters["binary"] = "/bin/sh";
        Agent.Parameters["user"] = "nobody";
        Agent.Parameters["additional_parameters"] = $"-c 'sleep 2; exec /usr/bin/memcached -l 127.0.0.1 -p {port} -U 0'";
        Agent.Parameters["check_port"] = $"{port}";

        await Agent.StartAsync();

        using var client = new TcpClient();
        Assert.That(async () => await client.ConnectAsync(IPAddress.Loopback, port), Throws.Nothing);
    }

    [Test]
    public async Task Start_OfADaemonThatNeverOpensItsPort_GivesUpWhenTheOperationEndsAndSaysWhy()
    {
        Agent.UseMemcached(Ports.Free());
        var port = Ports.Free();
        Agent.Parameters["check_port"] = $"{port}";

        var result = await Agent.RunAsync("start", timeout: 4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1), result.ToString());
            Assert.That(result.Reason, Does.Contain("time of 4 s ran out").And.Contain($"nothing listens on TCP port {port}"));
            Assert.That(result.Elapsed, Is.GreaterThan(TimeSpan.FromSeconds(2)));
        }
    }

    [Test]
    public async Task Start_OfADaemonThatDies_FailsAtOnce()
    {
        Agent.Parameters["binary"] = "/bin/sh";
        Agent.Parameters["additional_parameters"] = "-c 'sleep 1; exit 3'";
        Agent.Parameters["check_port"] = $"{Ports.Free()}";

        var result = await Agent.RunAsync("start", timeout: 600);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1), result.ToString());
            Assert.That(result.Reason, Does.Contain("ended while it started"));
            Assert.That(result.Elapsed, Is.LessThan(TimeSpan.FromSeconds(60)));
        }
    }

    [Test]
    public async Task Start_OfADaemonWithoutChecksThatDiesSoon_Fails()
    {
        Agent.Parameters["binary"] = "/bin/sh";
        Agent.Parameters["additional_parameters"] = "-c 'sleep 0.5; exit 3'";

        Assert.That((await Agent.RunAsync("start")).ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task Start_WithThePortInOtherHands_NamesWhoHasIt()
    {
        using var holder = new TcpListener(IPAddress.Loopback, Ports.Free());
        holder.Start();
        Agent.UseWorkerDaemon();
        Agent.Parameters["check_port"] = $"{((IPEndPoint)holder.LocalEndpoint).Port}";

        var result = await Agent.RunAsync("start", timeout: 3);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Reason, Does.Contain("not by this service").And.Contain($"pid={Environment.ProcessId}"));
        }
    }

    [Test]
    public async Task Start_AfterACrashThatLeftWorkers_EndsThemFirst()
    {
        Agent.UseWorkerDaemon();
        await Agent.StartAsync();
        var session = Agent.Pid;
        await Agent.CrashAsync();
        Assert.That(ProcessEntry.All().Where(p => p.Session == session), Is.Not.Empty, "the worker outlives its parent");

        await Agent.StartAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ProcessEntry.All().Where(p => p.Session == session), Is.Empty);
            Assert.That(Agent.Pid, Is.Not.EqualTo(session));
        }
    }

    [Test]
    public async Task Start_WithArgumentsOfAnyKind_HandsThemOverUnchanged()
    {
        var touched = Path.Combine(Agent.Folder, "touched");
        var first = Path.Combine(Agent.Folder, "first.conf");
        var second = Path.Combine(Agent.Folder, "second one.conf");
        await File.WriteAllTextAsync(first, "");
        await File.WriteAllTextAsync(second, "");
        Agent.UseWorkerDaemon();
        Agent.Parameters["config"] = $"{first}, '{second}'";
        Agent.Parameters["config_dir"] = Agent.Folder;
        Agent.Parameters["additional_parameters"] = $$"""--name='a  b' "it's" $(touch {{touched}}) ; * \* '' a,b "\"q\" \n"    --last""";

        await Agent.StartAsync();

        var arguments = Agent.Main.Arguments;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(arguments.Skip(2), Is.EqualTo(new[]
            {
                $"--config-file={first}", $"--config-file={second}", $"--config-dir={Agent.Folder}",
                "--name=a  b", "it's", "$(touch", $"{touched})", ";", "*", "*", "", "a,b", "\"q\" \\n", "--last",
            }));
            Assert.That(touched, Does.Not.Exist);
        }
    }

    [Test]
    public async Task Start_Always_KeepsTheClustersEnvironmentFromTheDaemon()
    {
        Agent.UseWorkerDaemon();
        Agent.Parameters["environment"] = "OS_REGION='Region One' EMPTY=";
        Agent.Variables["PCMK_watchdog"] = "no";

        await Agent.StartAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Agent.Main.Variables, Has.None.StartsWith("OCF_").And.None.StartsWith("PCMK_").And.None.StartsWith("LC_ALL="));
            Assert.That(Agent.Main.Variables, Is.SupersetOf(new[] { "OS_REGION=Region One", "EMPTY=", "LANG=C.UTF-8", "USER=nobody" }));
        }
    }

    [Test]
    public async Task Start_WithALogFile_AppendsWhatTheDaemonPrints()
    {
        var log = Path.Combine(Agent.Folder, "daemon.log");
        await File.WriteAllTextAsync(log, "before\n");
        File.SetUnixFileMode(log, (UnixFileMode)0b110_110_110);
        Agent.UseWorkerDaemon();
        Agent.Parameters["log_file"] = log;

        await Agent.StartAsync();

        Assert.That(await File.ReadAllTextAsync(log), Is.EqualTo("before\nstarted\n"));
    }

    [Test]
    public async Task Start_WithALinkInPlaceOfThePidFile_ReplacesTheLink()
    {
        var target = Path.Combine(Agent.Folder, "target");
        await File.WriteAllTextAsync(target, "untouched");
        Agent.UseMemcached(Ports.Free());
        Agent.Parameters["pid"] = Path.Combine(Agent.Folder, "daemon.pid");
        File.CreateSymbolicLink(Agent.PidFile, target);

        await Agent.StartAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllTextAsync(target), Is.EqualTo("untouched"));
            Assert.That(File.ResolveLinkTarget(Agent.PidFile, false), Is.Null);
        }
    }

    [Test]
    public async Task Start_OfManyInstances_KeepsThemApart()
    {
        await using var other = Agent.Other("heat-engine:1");
        Agent.UseMemcached(Ports.Free());
        other.UseMemcached(Ports.Free());
        await Agent.StartAsync();
        await other.StartAsync();
        var pid = other.Pid;

        var stop = await Agent.RunAsync("stop");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stop.ExitCode, Is.Zero);
            Assert.That((await Agent.RunAsync("monitor")).ExitCode, Is.EqualTo(7));
            Assert.That((await other.RunAsync("monitor")).ExitCode, Is.Zero);
            Assert.That(other.Pid, Is.EqualTo(pid));
        }
    }
}
