using HaIac.Labs;

namespace EndToEnd.Tests;

/// <summary>A daemon goes from systemd to Pacemaker and back on three real nodes, by one property.</summary>
[TestFixture]
[Category("Lab")]
[NonParallelizable]
[Explicit("Not seen passing on the lab yet: issue 6 is open. Run it by name.")]
public sealed class SwitchLabTests
{
    private const string Daemon = "heat-engine";

    private Lab _lab = null!;
    private Project? _project;

    [SetUp]
    public async Task Prepare() => _lab = await OneLab.GetEmptyAsync();

    [TearDown]
    public async Task Clean()
    {
        _project?.Dispose();
        foreach (var node in _lab.Nodes.Where(node => node.IsRunning))
        {
            await node.RunAsync($"systemctl disable --now {Daemon}");
        }
    }

    [Test, Property("Requirement", "E1"), Property("Requirement", "E2"), Property("Requirement", "E7")]
    public async Task Up_FromSystemdToCloneAndBack_KeepsProcessesOnTheWayInAndEnabledStateOnTheWayOut()
    {
        await EachAsync($"systemctl enable --now {Daemon}");
        _project = await Project.ForScenarioAsync("switch", _lab.SshAddress);
        await _project.MustAsync("config", "set", "daemon", Daemon);
        await ModeAsync("Disabled");
        var before = await StatesAsync();

        var preview = await PreviewAsync("ActiveActive");
        Assert.That(preview, Does.Contain($"ctl2: {Daemon}.service would be disabled, taken over running as it is"));
        await _project.MustAsync("up", "--yes");

        Assert.That(await StatesAsync(), Is.EqualTo(before.Replace("enabled", "disabled", StringComparison.Ordinal)), "same processes, no autostart");
        await _project.MustAsync("up", "--yes", "--expect-no-changes");

        await ModeAsync("Disabled");

        using (Assert.EnterMultipleScope())
        {
            foreach (var node in _lab.Nodes)
            {
                Assert.That((await node.ReadAsync($"systemctl is-enabled {Daemon}; systemctl is-active {Daemon}")).Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(["enabled", "active"]), node.Name);
            }

            Assert.That(CibFile.Objects(await CibAsync()), Is.Empty, "no resource, no constraint, no ban");
        }
    }

    [Test, Property("Requirement", "E1")]
    public async Task Up_FromSystemdToOurAgent_IsRunByTheClusterOnEveryNodeAndTheScriptIsThere()
    {
        await EachAsync($"systemctl enable --now {Daemon}");
        _project = await Project.ForScenarioAsync("switch", _lab.SshAddress);
        await _project.MustAsync("config", "set", "daemon", Daemon);
        await _project.MustAsync("config", "set", "agent", "ocf:pacemaker:Dummy");
        await ModeAsync("Disabled");

        await ModeAsync("ActiveActive");

        using (Assert.EnterMultipleScope())
        {
            foreach (var node in _lab.Nodes)
            {
                Assert.That((await node.RunAsync($"systemctl is-active {Daemon}")).StandardOutput.Trim(), Is.EqualTo("inactive"), node.Name);
                Assert.That((await node.ReadAsync($"stat -c %a /usr/local/bin/ocf_handler_{Daemon}")).Trim(), Is.EqualTo("700"), node.Name);
            }

            Assert.That(await CibAsync(), Does.Not.Contain("haiac-takeover-"));
        }

        await _project.MustAsync("destroy", "--yes");
        Assert.That((await _lab.Nodes[0].RunAsync($"systemctl is-enabled {Daemon}; test -e /usr/local/bin/ocf_handler_{Daemon} || echo gone")).StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Is.EqualTo(["enabled", "gone"]));
    }

    private async Task ModeAsync(string mode)
    {
        await _project!.MustAsync("config", "set", "mode", mode);
        await _project.MustAsync("up", "--yes");
    }

    private async Task<string> PreviewAsync(string mode)
    {
        await _project!.MustAsync("config", "set", "mode", mode);
        return (await _project.MustAsync("preview")).All;
    }

    private async Task EachAsync(string command)
    {
        foreach (var node in _lab.Nodes)
        {
            await node.ReadAsync(command);
        }
    }

    /// <summary>Enabled state and main process of every node.</summary>
    private async Task<string> StatesAsync()
    {
        var lines = new List<string>();
        foreach (var node in _lab.Nodes)
        {
            lines.Add($"{node.Name} {(await node.RunAsync($"systemctl is-enabled {Daemon}")).StandardOutput.Trim()} {(await node.ReadAsync($"systemctl show -p MainPID --value {Daemon}")).Trim()}");
        }

        return string.Join('\n', lines);
    }

    private Task<string> CibAsync() => _lab.Nodes.First(node => node.IsRunning).ReadAsync("cibadmin -Q");
}
