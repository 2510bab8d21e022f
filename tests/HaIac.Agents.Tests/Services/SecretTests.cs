using HaIac.Agents.Tests.Daemons;
using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

/// <summary>Secrets reach the daemon, and nobody else.</summary>
public sealed class SecretTests(string shell) : AgentFixture(shell)
{
    private const string InEnvironment = "Secret-0f-the-environment";
    private const string InFile = "Secret-0f-the-file";
    private const string InUrl = "Secret-0f-the-url";

    [Test]
    public async Task Actions_WithSecrets_ShowThemOnNoCommandLine()
    {
        UseSecrets();
        using var end = new CancellationTokenSource();
        var seen = Task.Run(() => SampleAsync(end.Token));

        foreach (var action in new[] { "start", "monitor", "reload", "validate-all", "stop" })
        {
            var result = await Agent.RunAsync(action, level: 20);
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Output + result.Error, Does.Not.Contain("Secret-0f"));
        }

        await end.CancelAsync();
        Assert.That(await seen, Is.Empty);
    }

    [Test]
    public async Task Actions_WithSecrets_HandThemToNoProgramAsArgument()
    {
        Host.Need("strace");
        UseSecrets();

        // All in one trace: it ends when the last process does, so the daemon has to be stopped in it.
        var trace = Path.Combine(Agent.Folder, "strace");
        var calls = string.Join(" && ", new[] { "start", "monitor", "stop" }.Select(action => $"{Shell} {Agent.Script} {action}"));
        var result = await Programs.RunAsync(
            "strace", ["-f", "-qq", "-s", "65535", "-e", "trace=execve", "-o", trace, "/bin/sh", "-c", calls], Agent.Environment(level: 20));
        if (result.Error.Contains("ptrace", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Ignore($"this host does not let a process be traced: {result.Error}");
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(await File.ReadAllTextAsync(trace), Does.Contain("execve(").And.Contain("haproxy").And.Not.Contain("Secret-0f"));
        }
    }

    [Test]
    public async Task Start_WithSecrets_GivesThemToTheDaemon()
    {
        UseSecrets();
        await Agent.StartAsync();

        Assert.That(Agent.Main.Variables, Is.SupersetOf(new[] { $"OS_PASSWORD={InEnvironment} 'quoted'", $"OS_TOKEN={InFile}", "OS_OTHER=with blanks" }));
    }

    [Test]
    public async Task Start_WithSecrets_KeepsThemOutOfFilesAndTraces()
    {
        UseSecrets();
        var trace = Path.Combine(Agent.Folder, "run", "trace");
        Agent.Variables["OCF_TRACE_RA"] = "1";
        Agent.Variables["OCF_TRACE_FILE"] = trace;
        Agent.Variables["HA_debug"] = "1";

        await Agent.StartAsync();
        var monitor = await Agent.RunAsync("monitor", level: 20);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(monitor.ExitCode, Is.Zero, monitor.ToString());
            Assert.That(await File.ReadAllTextAsync(trace), Does.Contain("check_service"), "it is a trace");
            foreach (var file in Directory.EnumerateFiles(Agent.RunFolder, "*", SearchOption.AllDirectories))
            {
                Assert.That(await File.ReadAllTextAsync(file), Does.Not.Contain("Secret-0f"), file);
            }
        }
    }

    [Test]
    public async Task Monitor_TracedByTheShell_ShowsNoSecret()
    {
        UseSecrets();
        await Agent.StartAsync();

        var result = await Programs.RunAsync(Shell.Split(' ')[0], [.. Shell.Split(' ')[1..], "-x", Agent.Script, "monitor"], Agent.Environment(level: 20));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(result.Error, Does.Contain("+ ").And.Not.Contain("Secret-0f"));
        }
    }

    [Test]
    public async Task Start_WithAMalformedVariable_NamesItsPlaceAndNotItsText()
    {
        Agent.UseMemcached(Ports.Free());
        Agent.Parameters["environment"] = $"A=1 {InEnvironment}";

        var result = await Agent.RunAsync("start");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(6));
            Assert.That(result.Reason, Does.Contain("word 2 of environment"));
            Assert.That(result.Error, Does.Not.Contain("Secret-0f"));
        }
    }

    private void UseSecrets()
    {
        var proxy = new Haproxy(Agent, 200);
        var file = Path.Combine(Agent.Folder, "secrets.env");
        File.WriteAllText(file, $"# for the daemon\n\nOS_TOKEN={InFile}\nOS_OTHER=\"with blanks\"\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        Agent.Parameters["environment_file"] = file;
        Agent.Parameters["environment"] = $"\"OS_PASSWORD={InEnvironment} 'quoted'\"";
        Agent.Parameters["check_url"] = proxy.Url.Replace("://", $"://monitor:{InUrl}@", StringComparison.Ordinal);
        // The proxy in the foreground ends at SIGHUP.
        Agent.Parameters["reload_signal"] = "none";
    }

    private static async Task<List<string>> SampleAsync(CancellationToken end)
    {
        var found = new List<string>();
        while (!end.IsCancellationRequested)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
            {
                try
                {
                    var line = File.ReadAllText($"{folder}/cmdline");
                    if (line.Contains("Secret-0f", StringComparison.Ordinal))
                    {
                        found.Add(line.Replace('\0', ' '));
                    }
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // It has ended.
                }
            }

            await Task.Delay(2, CancellationToken.None);
        }

        return found;
    }
}
